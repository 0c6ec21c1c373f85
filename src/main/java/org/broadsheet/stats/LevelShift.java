package org.broadsheet.stats;

import java.util.Arrays;

/**
 * The change point of a series that changes its level once, by Pettitt's test, which uses ranks
 * only (Pettitt 1979). For each point that divides the series, the statistic is the number of pairs
 * across the point whose earlier value is greater, minus the number of pairs whose earlier value is
 * smaller. The change point is where the statistic is farthest from zero.
 *
 * @param at the index of the first value of the new level, from 1; the first of several points with
 *     the same statistic
 * @param p the two-sided probability of a statistic as far or farther from zero if the values are
 *     in random order: 2 exp(-6 K² / (n³ + n²)) for the largest absolute value K and n values, at
 *     most 1. It is an approximation, good up to about .5, and too large if there are ties
 * @param meanBefore the mean of the values before the change point
 * @param meanAfter the mean of the values from the change point on
 */
public record LevelShift(int at, double p, double meanBefore, double meanAfter) {

  /** With fewer values, no statistic is rare enough to be significant. */
  private static final int FEWEST = 8;

  /**
   * Finds the change point.
   *
   * @param values counts in the order of time
   * @return the change point; null if there are fewer than eight values, or all statistics are zero
   */
  public static LevelShift of(long[] values) {
    int n = values.length;
    if (n < FEWEST) {
      return null;
    }
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    long u = 0;
    long largest = 0;
    int at = 0;
    for (int t = 1; t < n; t++) {
      // The values that are smaller, minus those that are greater.
      u += below(sorted, values[t - 1]) - (n - below(sorted, values[t - 1] + 1));
      if (Math.abs(u) > largest) {
        largest = Math.abs(u);
        at = t;
      }
    }
    return largest == 0
        ? null
        : new LevelShift(at, p(largest, n), mean(values, 0, at), mean(values, at, n));
  }

  /** Counts the values that are smaller. */
  private static int below(long[] sorted, long value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = from + to >>> 1;
      if (sorted[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static double p(double largest, double n) {
    return Math.min(1, 2 * StrictMath.exp(-6 * largest * largest / (n * n * n + n * n)));
  }

  private static double mean(long[] values, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return (double) sum / (to - from);
  }
}
