package org.broadsheet.generate;

/**
 * A word that many articles have for some weeks, and few at other times.
 *
 * @param language the place of its language among the settings' languages
 * @param word the word
 * @param start the first day of the burst
 * @param end the first day after it
 */
record InventedBurst(int language, String word, int start, int end) {

  boolean isOn(int day) {
    return day >= start && day < end;
  }
}
