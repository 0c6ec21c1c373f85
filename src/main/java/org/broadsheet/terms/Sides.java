package org.broadsheet.terms;

import java.io.Serializable;
import org.broadsheet.copies.Standing;
import org.broadsheet.counting.block.Place;

/**
 * The sides of a comparison, such as outlets, and what is counted for and against each. Where a
 * story counts once, it does so on either side: of its copies at an outlet one counts there, and of
 * those elsewhere one counts in the rest, so that what all print sets nobody apart.
 *
 * @param number 0 for outlets, 1 for the first field, see {@link Place#side}
 * @param name the name of the field
 */
record Sides(int number, String name) implements Serializable {

  /** What is printed on each side, copies and all. */
  Target printed(Place place) {
    return named(place.side(number));
  }

  /** What counts for each side. */
  Target own(Place place) {
    return standing(place).own() ? printed(place) : null;
  }

  /** What counts for the corpus, by side. */
  Target counted(Place place) {
    return place.standing().counts() ? printed(place) : null;
  }

  /** What counts in the rest for the side that it is set against. */
  Target against(Place place) {
    return named(standing(place).against());
  }

  private Standing.Side standing(Place place) {
    return place.standing().side(number);
  }

  private Target named(String side) {
    return side == null ? null : new Target(name, side);
  }
}
