package org.broadsheet.topics;

import java.util.Arrays;

/**
 * How much a term tells of a topic: c-TF-IDF, as in BERTopic (Grootendorst 2022). All the articles
 * of a topic count as one document.
 *
 * <p>The weight of a term in a topic is its share of the topic's words times {@code ln(1 + A / f)},
 * where {@code A} is the mean number of words per topic and {@code f} the frequency of the term
 * over all topics.
 *
 * @param idf for each term, the logarithm
 */
record ClassTfIdf(double[] idf) {

  /**
   * Learns the weights.
   *
   * @param frequencies for each term, how often it occurs over all topics
   * @param topics how many topics there are, one without words included
   */
  static ClassTfIdf of(long[] frequencies, int topics) {
    double meanSize = (double) Arrays.stream(frequencies).sum() / topics;
    return new ClassTfIdf(
        Arrays.stream(frequencies)
            .mapToDouble(f -> f == 0 ? 0 : StrictMath.log(1 + meanSize / f))
            .toArray());
  }

  /**
   * The weight of a term in a topic.
   *
   * @param tf how often the topic has the term
   * @param topicWords all words of the topic, at least one
   */
  double weight(int term, long tf, long topicWords) {
    return tf * idf[term] / topicWords;
  }

  /**
   * The entries of highest weight.
   *
   * @param weights weights
   * @param n how many to give at most; entries without a positive weight are left out
   * @return indexes, by weight descending, of equal weights the lower index first
   */
  static int[] top(double[] weights, int n) {
    int[] top = new int[Math.min(n, weights.length)];
    int size = 0;
    for (int entry = 0; entry < weights.length; entry++) {
      if (weights[entry] > 0) {
        size = insert(entry, top, size, weights);
      }
    }
    return Arrays.copyOf(top, size);
  }

  /** Inserts an entry into the best so far, if it belongs there; how many there are then. */
  private static int insert(int entry, int[] top, int size, double[] weights) {
    int place = size;
    while (place > 0 && weights[entry] > weights[top[place - 1]]) {
      place--;
    }
    if (place == top.length) {
      return size;
    }
    int kept = Math.min(size, top.length - 1);
    System.arraycopy(top, place, top, place + 1, kept - place);
    top[place] = entry;
    return kept + 1;
  }
}
