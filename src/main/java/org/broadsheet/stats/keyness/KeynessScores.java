package org.broadsheet.stats.keyness;

/**
 * The scores of one term among the terms of a family of tests: all terms that are compared between
 * the same target and the same reference. All scores are null if the reference has no words.
 *
 * @param g2 signed log-likelihood ratio, see {@link Keyness#g2()}
 * @param logRatio binary logarithm of the ratio of the relative frequencies
 * @param logRatioLow lower bound of the log ratio, see {@link LogRatioInterval}
 * @param logRatioHigh upper bound of the log ratio; null if there is none, since the reference does
 *     not have the term
 * @param lrc conservative log ratio: the bound that is nearer to zero, or zero between the bounds
 * @param p probability of a |g2| as large or larger if target and reference use the term equally
 *     often
 * @param pBonferroni {@code p} times the number of terms in the family, at most 1
 * @param pBh {@code p} corrected by {@link TestFamily#falseDiscoveryRate}
 */
public record KeynessScores(
    Double g2,
    Double logRatio,
    Double logRatioLow,
    Double logRatioHigh,
    Double lrc,
    Double p,
    Double pBonferroni,
    Double pBh) {

  /** The scores of terms whose reference has no words. */
  public static final KeynessScores NONE =
      new KeynessScores(null, null, null, null, null, null, null, null);

  /**
   * Combines the scores of a term.
   *
   * @param keyness its comparison
   * @param bounds the interval of its log ratio
   * @param family the tests that it was made with
   * @return its scores
   */
  public static KeynessScores of(
      Keyness keyness, LogRatioInterval.Bounds bounds, TestFamily family) {
    return new KeynessScores(
        keyness.g2(),
        keyness.logRatio(),
        bounds.low(),
        Double.isInfinite(bounds.high()) ? null : (Double) bounds.high(),
        bounds.conservative(),
        keyness.p(),
        family.bonferroni(keyness.p()),
        family.falseDiscoveryRate(keyness.p()));
  }
}
