package org.broadsheet.stats.keyness;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

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
 * @param pBh {@code p} corrected by {@link FalseDiscoveryRate}
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

  private static final KeynessScores NONE =
      new KeynessScores(null, null, null, null, null, null, null, null);

  /**
   * Compares the terms of a family.
   *
   * @param tf for each term, its occurrences in the target, from 1
   * @param tokens all words of the target
   * @param restTf for each term, its occurrences in the reference
   * @param restTokens all words of the reference
   * @return the scores of each term, in the same order
   */
  public static List<KeynessScores> ofFamily(
      long[] tf, long tokens, long[] restTf, long restTokens) {
    if (restTokens == 0) {
      return Collections.nCopies(tf.length, NONE);
    }
    Keyness[] keyness =
        IntStream.range(0, tf.length)
            .mapToObj(i -> Keyness.of(tf[i], tokens, restTf[i], restTokens))
            .toArray(Keyness[]::new);
    double[] pBh =
        FalseDiscoveryRate.of(
            IntStream.range(0, tf.length).mapToDouble(i -> keyness[i].p()).toArray());
    LogRatioInterval interval = new LogRatioInterval(tf.length);
    return IntStream.range(0, tf.length)
        .mapToObj(
            i ->
                of(
                    keyness[i],
                    interval.of(tf[i], tokens, restTf[i], restTokens),
                    Math.min(1, keyness[i].p() * tf.length),
                    pBh[i]))
        .toList();
  }

  private static KeynessScores of(
      Keyness keyness, LogRatioInterval.Bounds bounds, double pBonferroni, double pBh) {
    return new KeynessScores(
        keyness.g2(),
        keyness.logRatio(),
        bounds.low(),
        Double.isInfinite(bounds.high()) ? null : (Double) bounds.high(),
        bounds.conservative(),
        keyness.p(),
        pBonferroni,
        pBh);
  }
}
