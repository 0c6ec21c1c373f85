package org.broadsheet.stats;

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

  /**
   * A share.
   *
   * @param part the numerator
   * @param whole the denominator
   * @return {@code part / whole}; null if there is no whole
   */
  public static Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  /**
   * A rate of words.
   *
   * @param part occurrences
   * @param whole words
   * @return occurrences in a million words; null if there are none
   */
  public static Double perMillion(long part, long whole) {
    return whole == 0 ? null : MILLION * part / whole;
  }

  /**
   * Inverse document frequency as in Spark MLlib.
   *
   * @param articles all articles
   * @param df the articles that have the term
   * @return the logarithm of (articles + 1) / (df + 1)
   */
  public static double idf(long articles, long df) {
    return StrictMath.log((articles + 1.0) / (df + 1.0));
  }
}
