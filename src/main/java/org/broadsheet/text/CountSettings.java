package org.broadsheet.text;

import java.io.Serializable;
import java.util.List;

/**
 * What words count as.
 *
 * @param ngrams the longest n-grams, 1 to 5
 * @param stemming whether words are reduced to their stems
 * @param stopWords words that do not count, beside those of each language
 */
public record CountSettings(int ngrams, boolean stemming, List<String> stopWords)
    implements Serializable {

  /**
   * Counting without stop words of the user.
   *
   * @param ngrams the longest n-grams
   * @return the settings
   */
  public static CountSettings of(int ngrams) {
    return new CountSettings(ngrams, false, List.of());
  }
}
