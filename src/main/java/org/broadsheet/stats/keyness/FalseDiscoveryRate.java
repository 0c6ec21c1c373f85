package org.broadsheet.stats.keyness;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The false discovery rate of many tests, by Benjamini and Hochberg (1995). */
public final class FalseDiscoveryRate {

  private FalseDiscoveryRate() {}

  /**
   * Corrects probabilities that were tested together.
   *
   * @param p the probabilities
   * @return for each probability, the smallest value of p times the number of tests divided by the
   *     rank of p, among the probabilities that are not smaller; at most 1
   */
  public static double[] of(double[] p) {
    Integer[] falling =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
            .toArray(Integer[]::new);
    double[] corrected = new double[p.length];
    double smallest = 1;
    for (int i = 0; i < falling.length; i++) {
      int rank = falling.length - i;
      smallest = Math.min(smallest, p[falling[i]] * p.length / rank);
      corrected[falling[i]] = smallest;
    }
    return corrected;
  }
}
