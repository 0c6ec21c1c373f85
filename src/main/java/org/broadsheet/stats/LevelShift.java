package org.broadsheet.stats;

import java.util.Arrays;

/**
 * Where a series changes its level, if it does so once: Pettitt's test, by ranks alone (Pettitt
 * 1979). For each place that divides the series, it takes the pairs across that place of which the
 * earlier value is the greater, less those of which it is the smaller; the place where their number
 * is farthest from zero is that of the shift.
 *
 * @param at the index of the first value of the new level, from 1; the first of several places that
 *     divide alike well
 * @param p the probability of a place that divides as well or better if the order of the values is
 *     one of chance, two-sided: 2 exp(-6 K² / (n³ + n²)) for the largest number K of n values, at
 *     most 1. It is an approximation, good up to about .5; ties make it larger than it should be
 * @param meanBefore the mean of the values before that place
 * @param meanAfter the mean of the values from there on
 */
public record LevelShift(int at, double p, double meanBefore, double meanAfter) {

  /** With fewer values, no place is rare enough to tell. */
  private static final int FEWEST = 8;

  /**
   * Finds the shift.
   *
   * @param values counts in the order of time
   * @return the place that divides them best; null if they are fewer than eight, or no place
   *     divides them
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
      // The values that are smaller, less those that are greater.
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

  /** How many values are smaller. */
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
