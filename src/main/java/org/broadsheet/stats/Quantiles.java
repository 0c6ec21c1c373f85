package org.broadsheet.stats;

import java.util.List;

/** Quantiles of a list of numbers. */
public final class Quantiles {

  private Quantiles() {}

  /**
   * Computes the median.
   *
   * @param values numbers, in any order
   * @return the middle value, or the mean of the two in the middle; null without values
   */
  public static Double median(List<? extends Number> values) {
    if (values.isEmpty()) {
      return null;
    }
    double[] sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
