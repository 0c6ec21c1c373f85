package org.broadsheet.terms;

import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Rates; null where the denominator is zero. */
public final class Rates {

  private static final double MILLION = 1e6;

  private Rates() {}

  /**
   * A share, as a column.
   *
   * @param part the numerator
   * @param whole the denominator
   * @return {@code part / whole} as a double
   */
  public static Column share(Column part, Column whole) {
    return when(whole.gt(0), part.cast("double").divide(whole));
  }

  static Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  static Double perMillion(long part, long whole) {
    return whole == 0 ? null : MILLION * part / whole;
  }

  /** Inverse document frequency as in Spark MLlib: the logarithm of (N + 1) / (df + 1). */
  static double idf(long articles, long df) {
    return StrictMath.log((articles + 1.0) / (df + 1.0));
  }
}
