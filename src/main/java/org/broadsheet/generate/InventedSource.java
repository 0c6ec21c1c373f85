package org.broadsheet.generate;

import java.util.List;

/**
 * An outlet.
 *
 * @param name its domain
 * @param language the place of its language among the settings' languages
 * @param favourite the topic that half of its articles are about
 * @param authors who writes for it
 * @param gapStart the first day on which it publishes nothing; -1 for an outlet without a gap
 * @param gapEnd the first day after that on which it publishes again
 */
record InventedSource(
    String name, int language, int favourite, List<String> authors, int gapStart, int gapEnd) {

  boolean publishesOn(int day) {
    return day < gapStart || day >= gapEnd;
  }

  boolean hasGap() {
    return gapStart >= 0;
  }
}
