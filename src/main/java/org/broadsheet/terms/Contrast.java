package org.broadsheet.terms;

import java.io.Serializable;
import org.broadsheet.copies.DuplicateWeight;
import org.broadsheet.counting.block.GroupKey;

/**
 * The sides of a comparison, such as outlets, and what is counted for and against each. Where a
 * story counts once, it does so on either side: of its copies at an outlet one counts there, and of
 * those elsewhere one counts in the rest, so that what all print sets nobody apart.
 *
 * @param number 0 for outlets, 1 for the first field, see {@link GroupKey#side}
 * @param name the name of the field
 */
record Contrast(int number, String name) implements Serializable {

  /** What is printed on each side, copies and all. */
  Target printed(GroupKey place) {
    return named(place.side(number));
  }

  /** What counts for each side. */
  Target own(GroupKey place) {
    return standing(place).own() ? printed(place) : null;
  }

  /** What counts for the corpus, by side. */
  Target counted(GroupKey place) {
    return place.standing().counts() ? printed(place) : null;
  }

  /** What counts in the rest for the side that it is set against. */
  Target against(GroupKey place) {
    return named(standing(place).against());
  }

  private DuplicateWeight.Side standing(GroupKey place) {
    return place.standing().side(number);
  }

  private Target named(String side) {
    return side == null ? null : new Target(name, side);
  }
}
