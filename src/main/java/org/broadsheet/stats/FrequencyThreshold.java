package org.broadsheet.stats;

import java.io.Serializable;

/**
 * A threshold of counts, as a number or as a share of a whole.
 *
 * @param value the number, or the share from 0 to 1
 * @param isShare whether the value is a share
 */
public record FrequencyThreshold(double value, boolean isShare) implements Serializable {

  /**
   * Makes a threshold of a number.
   *
   * @param count a whole number
   * @return the threshold
   */
  public static FrequencyThreshold of(long count) {
    return new FrequencyThreshold(count, false);
  }

  /** A share of .07 of 100 is 7, although their binary product is not exactly 7. */
  private static final double ROUNDING = 1e-9;

  /**
   * Finds the smallest count that reaches the threshold.
   *
   * @param whole the whole that a share is taken of
   * @return the number
   */
  public long atLeast(long whole) {
    return (long) Math.ceil(number(whole) - ROUNDING);
  }

  /**
   * Finds the largest count that does not exceed the threshold.
   *
   * @param whole the whole that a share is taken of
   * @return the number
   */
  public long atMost(long whole) {
    return (long) Math.floor(number(whole) + ROUNDING);
  }

  private double number(long whole) {
    return isShare ? value * whole : value;
  }
}
