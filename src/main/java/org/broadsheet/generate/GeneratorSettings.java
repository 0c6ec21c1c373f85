package org.broadsheet.generate;

import java.util.List;

/**
 * What a corpus is to be like.
 *
 * @param articles how many records it has
 * @param sources how many outlets
 * @param days how many days the articles are spread over
 * @param topics how many topics each language has
 * @param languages their codes, the outlets of the first one having the most articles
 * @param words the mean length of a body, in words
 * @param copies the share of articles that repeat another one's text, between 0 and 1
 * @param defects the share of records that are broken, undated or repeated, between 0 and 1
 * @param seed another seed makes another corpus
 */
public record GeneratorSettings(
    long articles,
    int sources,
    int days,
    int topics,
    List<String> languages,
    int words,
    double copies,
    double defects,
    long seed) {

  /** The codes of the languages that can be invented, English first. */
  public static List<String> knownLanguages() {
    return InventedLanguage.codes();
  }
}
