package org.broadsheet.topics;

import java.util.Arrays;

/**
 * How much a term tells of a topic: c-TF-IDF, as in BERTopic (Grootendorst 2022). All the articles
 * of a topic count as one document.
 */
final class ClassTfIdf {
  private ClassTfIdf() {}

  /**
   * The weight of each term in each topic: its share of the topic's words times {@code ln(1 + A /
   * f)}, where {@code A} is the mean number of words per topic and {@code f} the frequency of the
   * term over all topics. A topic without words weighs all terms zero; it counts in the mean.
   *
   * @param tf frequencies, topics by terms
   * @return weights, topics by terms
   */
  static double[][] weights(long[][] tf) {
    long[] sizes = Arrays.stream(tf).mapToLong(topic -> Arrays.stream(topic).sum()).toArray();
    double meanSize = (double) Arrays.stream(sizes).sum() / tf.length;
    double[] idf = idf(frequencies(tf), meanSize);
    double[][] weights = new double[tf.length][idf.length];
    for (int topic = 0; topic < tf.length; topic++) {
      for (int term = 0; term < idf.length; term++) {
        weights[topic][term] = tf[topic][term] * idf[term] / Math.max(1, sizes[topic]);
      }
    }
    return weights;
  }

  /**
   * The terms of highest weight.
   *
   * @param weights weights by term
   * @param n how many terms to give at most; terms without a positive weight are left out
   * @return indexes of terms, by weight descending, of equal weights the lower index first
   */
  static int[] top(double[] weights, int n) {
    int[] top = new int[Math.min(n, weights.length)];
    int size = 0;
    for (int term = 0; term < weights.length; term++) {
      if (weights[term] > 0) {
        size = insert(term, top, size, weights);
      }
    }
    return Arrays.copyOf(top, size);
  }

  /** Inserts a term into the best so far, if it belongs there; how many there are then. */
  private static int insert(int term, int[] top, int size, double[] weights) {
    int place = size;
    while (place > 0 && weights[term] > weights[top[place - 1]]) {
      place--;
    }
    if (place == top.length) {
      return size;
    }
    int kept = Math.min(size, top.length - 1);
    System.arraycopy(top, place, top, place + 1, kept - place);
    top[place] = term;
    return kept + 1;
  }

  private static long[] frequencies(long[][] tf) {
    long[] frequencies = new long[tf.length == 0 ? 0 : tf[0].length];
    for (long[] topic : tf) {
      Arrays.setAll(frequencies, term -> frequencies[term] + topic[term]);
    }
    return frequencies;
  }

  private static double[] idf(long[] frequencies, double meanSize) {
    return Arrays.stream(frequencies)
        .mapToDouble(f -> f == 0 ? 0 : StrictMath.log(1 + meanSize / f))
        .toArray();
  }
}
