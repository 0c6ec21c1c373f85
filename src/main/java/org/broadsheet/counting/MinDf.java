package org.broadsheet.counting;

import java.io.Serializable;
import java.util.Collection;

/**
 * The smallest df of a term that is counted, published or not.
 *
 * @param words the smallest df of words
 * @param ngrams the smallest df of longer n-grams
 */
record MinDf(int words, int ngrams) implements Serializable {

  /** Topics are made of all words but those of a single article, whatever the job publishes. */
  private static final long FOR_TOPICS = 2;

  /** The smallest df that keeps all terms within some thresholds, and the words for topics. */
  static MinDf of(Collection<Vocabulary.TermThresholds> thresholds) {
    long published =
        thresholds.stream().mapToLong(Vocabulary.TermThresholds::minDf).min().orElse(1);
    return new MinDf((int) Math.min(FOR_TOPICS, published), (int) published);
  }

  /** The smallest df of terms of n words. */
  int of(int n) {
    return n == 1 ? words : ngrams;
  }
}
