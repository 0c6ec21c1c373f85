package org.broadsheet.copies;

import java.io.Serializable;
import java.util.List;
import org.broadsheet.counting.block.Place;

/**
 * What an article counts for where a story counts once, however often it was printed. Of a group of
 * copies one article counts for the whole corpus; one for each side that is compared, such as an
 * outlet; and one for all that is not of the side of the first, which has no other way to count the
 * story there.
 *
 * @param counts whether it is the one that counts for the corpus
 * @param sides what it counts for by each thing that articles are compared by: the outlet, then the
 *     fields of {@link Place}; empty for an article that counts like any other
 */
public record Standing(boolean counts, List<Side> sides) implements Serializable {

  /** An article without a copy. */
  public static final Standing SINGLE = new Standing(true, List.of());

  /**
   * What an article counts for among the sides of one comparison.
   *
   * @param own whether it is the one that counts for its own side
   * @param against the side that it counts against, in place of the one that counts for the corpus,
   *     since that is of this very side; null for none
   */
  public record Side(boolean own, String against) implements Serializable {

    private static final Side USUAL = new Side(true, null);
  }

  /**
   * What the article counts for among the sides of a comparison.
   *
   * @param number 0 for outlets, 1 for the first field
   * @return its standing there
   */
  public Side side(int number) {
    return sides.isEmpty() ? Side.USUAL : sides.get(number);
  }
}
