package org.broadsheet.stats;

/** Rates; null where the denominator is zero. */
public final class Rates {

  private static final double MILLION = 1e6;

  private Rates() {}

  /**
   * Computes a share.
   *
   * @param part the numerator
   * @param whole the denominator
   * @return {@code part / whole}; null if the denominator is zero
   */
  public static Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  /**
   * Computes a rate of words.
   *
   * @param part occurrences
   * @param whole words
   * @return occurrences per million words; null without words
   */
  public static Double perMillion(long part, long whole) {
    return whole == 0 ? null : MILLION * part / whole;
  }
}
