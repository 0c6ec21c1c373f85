package org.broadsheet.stats;

/** Logarithms to base 2, with the same digits on every machine. */
public final class Log2 {

  private static final double LN_2 = StrictMath.log(2);

  private Log2() {}

  /**
   * The logarithm of a number.
   *
   * @param x a positive number
   * @return its logarithm to base 2
   */
  public static double of(double x) {
    return StrictMath.log(x) / LN_2;
  }
}
