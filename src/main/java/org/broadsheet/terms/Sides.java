package org.broadsheet.terms;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.Place;
import org.broadsheet.text.Standing;

/**
 * The sides of a comparison, such as outlets, and what is counted for and against each. Where a
 * story counts once, it does so on either side: of its copies at an outlet one counts there, and of
 * those elsewhere one counts in the rest, so that what all print sets nobody apart.
 *
 * @param number 0 for outlets, 1 for the first field, see {@link Place#side}
 * @param name what the name of a side begins with; null for nothing
 */
record Sides(int number, String name) implements Serializable {

  /** What is printed on each side, copies and all. */
  List<String> printed(Place place) {
    return named(place.side(number));
  }

  /** What counts for each side. */
  List<String> own(Place place) {
    return standing(place).own() ? printed(place) : null;
  }

  /** What counts for the corpus, by side. */
  List<String> counted(Place place) {
    return place.standing().counts() ? printed(place) : null;
  }

  /** What counts in the rest for the side that it is set against. */
  List<String> against(Place place) {
    return named(standing(place).against());
  }

  private Standing.Side standing(Place place) {
    return place.standing().side(number);
  }

  private List<String> named(String side) {
    if (side == null) {
      return null;
    }
    List<String> names = new ArrayList<>();
    if (name != null) {
      names.add(name);
    }
    names.add(side);
    return names;
  }
}
