package org.broadsheet.stats;

import java.util.Arrays;

/**
 * Weights the terms of topics by c-TF-IDF, as in BERTopic (Grootendorst 2022). All the articles of
 * a topic count as one document.
 *
 * <p>The weight of a term in a topic is its share of the topic's words times {@code ln(1 + A / f)},
 * where {@code A} is the mean number of words per topic and {@code f} the frequency of the term
 * over all topics.
 *
 * @param idf the logarithm for each term
 */
public record ClassTfIdf(double[] idf) {

  /**
   * Computes the weighting.
   *
   * @param frequencies how often each term occurs over all topics
   * @param topics the number of topics, including those without words
   * @return the weighting
   */
  public static ClassTfIdf of(long[] frequencies, int topics) {
    double meanSize = (double) Arrays.stream(frequencies).sum() / topics;
    return new ClassTfIdf(
        Arrays.stream(frequencies)
            .mapToDouble(f -> f == 0 ? 0 : StrictMath.log(1 + meanSize / f))
            .toArray());
  }

  /**
   * Weights a term in a topic.
   *
   * @param term the term
   * @param tf how often the topic has the term
   * @param topicWords all words of the topic, at least one
   * @return the weight, at least 0
   */
  public double weight(int term, long tf, long topicWords) {
    return tf * idf[term] / topicWords;
  }

  /**
   * Finds the entries of highest weight.
   *
   * @param weights weights
   * @param n the most entries to return; entries without a positive weight are left out
   * @return indexes, by weight descending; of equal weights the lower index first
   */
  public static int[] top(double[] weights, int n) {
    int[] top = new int[Math.min(n, weights.length)];
    int size = 0;
    for (int entry = 0; entry < weights.length; entry++) {
      if (weights[entry] > 0) {
        size = insert(entry, top, size, weights);
      }
    }
    return Arrays.copyOf(top, size);
  }

  /** Inserts an entry among the best so far if it belongs there; returns how many there are. */
  private static int insert(int entry, int[] top, int size, double[] weights) {
    int rank = size;
    while (rank > 0 && weights[entry] > weights[top[rank - 1]]) {
      rank--;
    }
    if (rank == top.length) {
      return size;
    }
    int kept = Math.min(size, top.length - 1);
    System.arraycopy(top, rank, top, rank + 1, kept - rank);
    top[rank] = entry;
    return kept + 1;
  }
}
