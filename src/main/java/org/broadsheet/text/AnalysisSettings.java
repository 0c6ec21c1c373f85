package org.broadsheet.text;

import java.io.Serializable;
import java.util.List;

/**
 * How words become terms.
 *
 * @param stemming whether words are reduced to their stems, where their language has a stemmer
 * @param stopWords words that do not count, in addition to the stop words of each language
 */
public record AnalysisSettings(boolean stemming, List<String> stopWords) implements Serializable {

  /** No stemming, and no stop words but those of each language. */
  public static final AnalysisSettings DEFAULT = new AnalysisSettings(false, List.of());
}
