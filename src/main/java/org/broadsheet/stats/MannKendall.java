package org.broadsheet.stats;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;

/**
 * The Mann-Kendall test of whether values rise or fall over time (Mann 1945; Kendall 1975). It uses
 * ranks only, assumes neither a linear trend nor a normal distribution, and is not decided by a
 * single peak.
 *
 * @param tau the pairs of values that rise minus those that fall, as a share of all pairs: from -1
 *     to 1
 * @param p the two-sided probability of a |tau| as large or larger if the values are in random
 *     order: from the normal distribution with Kendall's correction for ties and a correction for
 *     continuity
 */
public record MannKendall(double tau, double p) {

  /**
   * Tests values.
   *
   * @param values the values in the order of time, at least two; with fewer than about eight, p is
   *     a rough guide only
   * @return the test
   * @throws IllegalArgumentException if there are fewer than two values
   */
  public static MannKendall of(double[] values) {
    int n = values.length;
    if (n < 2) {
      throw new IllegalArgumentException("A trend needs two values at least, not " + n);
    }
    long s = rising(values);
    double pairs = n * (n - 1L) / 2.0;
    return new MannKendall(s / pairs, p(s, variance(values)));
  }

  /** The pairs that rise minus those that fall. */
  private static long rising(double[] values) {
    long s = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < i; j++) {
        s += values[i] > values[j] ? 1 : values[i] < values[j] ? -1 : 0;
      }
    }
    return s;
  }

  private static double variance(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double variance = weight(sorted.length);
    int from = 0;
    for (int to = 1; to <= sorted.length; to++) {
      if (to == sorted.length || sorted[to] != sorted[from]) {
        variance -= weight(to - from);
        from = to;
      }
    }
    return variance / 18;
  }

  private static double weight(double n) {
    return n * (n - 1) * (2 * n + 5);
  }

  private static double p(long s, double variance) {
    if (variance <= 0) {
      return 1;
    }
    double z = Math.max(0, Math.abs(s) - 1) / StrictMath.sqrt(variance);
    return Math.min(1, Erf.erfc(z / StrictMath.sqrt(2)));
  }
}
