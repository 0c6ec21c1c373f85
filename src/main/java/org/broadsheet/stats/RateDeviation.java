package org.broadsheet.stats;

/**
 * How far the use of a term in one part of a corpus deviates from its use in the other parts.
 *
 * @param expected the occurrences that the other parts let expect, by their rate
 * @param z how far the occurrences are from that, in standard deviations of a Poisson variable
 *     whose expectation is itself estimated from the other parts; null if fewer than five are
 *     expected, where the normal distribution is no guide
 */
public record RateDeviation(double expected, Double z) {

  private static final double FEWEST_EXPECTED = 5;

  /**
   * Compares a part with the others.
   *
   * @param tf occurrences in the part
   * @param tokens all words of the part
   * @param otherTf occurrences in the other parts
   * @param otherTokens all words of the other parts
   * @return the deviation; null if the other parts have no words
   */
  public static RateDeviation of(long tf, long tokens, long otherTf, long otherTokens) {
    if (otherTokens == 0) {
      return null;
    }
    double expected = (double) tokens * otherTf / otherTokens;
    double size = (double) tokens / otherTokens;
    return new RateDeviation(
        expected,
        expected < FEWEST_EXPECTED
            ? null
            : (Double) ((tf - expected) / StrictMath.sqrt(expected * (1 + size))));
  }
}
