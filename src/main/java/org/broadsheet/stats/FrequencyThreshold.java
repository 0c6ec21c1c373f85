package org.broadsheet.stats;

import java.io.Serializable;

/**
 * A bound of a count, as a number or as a share of a whole.
 *
 * @param value the number, or the share from 0 to 1
 * @param isShare which of the two
 */
public record FrequencyThreshold(double value, boolean isShare) implements Serializable {

  /**
   * A number.
   *
   * @param count a whole number
   * @return the bound
   */
  public static FrequencyThreshold of(long count) {
    return new FrequencyThreshold(count, false);
  }

  /** A share of .07 of 100 is 7, though their product in binary is not. */
  private static final double ROUNDING = 1e-9;

  /**
   * The smallest number that reaches the bound.
   *
   * @param whole what a share is of
   * @return the number
   */
  public long atLeast(long whole) {
    return (long) Math.ceil(number(whole) - ROUNDING);
  }

  /**
   * The largest number that does not exceed the bound.
   *
   * @param whole what a share is of
   * @return the number
   */
  public long atMost(long whole) {
    return (long) Math.floor(number(whole) + ROUNDING);
  }

  private double number(long whole) {
    return isShare ? value * whole : value;
  }
}
