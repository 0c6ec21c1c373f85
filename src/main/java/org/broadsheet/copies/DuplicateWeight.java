package org.broadsheet.copies;

import java.io.Serializable;
import java.util.List;

/**
 * What an article counts for where each story counts once, however often it was printed. One
 * article of a copy group represents the story in the whole corpus. Where targets, such as sources,
 * are compared with the rest of the corpus, one article represents it in each target. The rest of
 * the target that has the corpus representative needs a representative of its own.
 *
 * @param inCorpus whether the article represents its story in the whole corpus
 * @param contrasts what it represents in each comparison: the one by source, then those by field;
 *     empty for an article without a copy
 */
public record DuplicateWeight(boolean inCorpus, List<InContrast> contrasts)
    implements Serializable {

  /** The weight of an article without a copy, which represents its story everywhere. */
  public static final DuplicateWeight SINGLE = new DuplicateWeight(true, List.of());

  /**
   * What an article represents in one comparison.
   *
   * @param inTarget whether it represents its story in its own target
   * @param inRestOf the target whose rest it represents the story in, in place of the corpus
   *     representative, which is in that target itself; null for none
   */
  public record InContrast(boolean inTarget, String inRestOf) implements Serializable {

    private static final InContrast SINGLE = new InContrast(true, null);
  }

  /**
   * What the article represents in a comparison.
   *
   * @param number 0 for the comparison by source, 1 for the first field
   * @return its weight there
   */
  public InContrast inContrast(int number) {
    return contrasts.isEmpty() ? InContrast.SINGLE : contrasts.get(number);
  }
}
