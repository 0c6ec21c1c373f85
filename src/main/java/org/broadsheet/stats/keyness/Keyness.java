package org.broadsheet.stats.keyness;

import org.apache.commons.math3.special.Erf;
import org.broadsheet.stats.Log2;

/**
 * The keyness of a term: significance and size of the difference between its use in a target and in
 * a reference.
 *
 * @param g2 signed log-likelihood ratio: positive if the target uses the term more
 * @param p probability of a |g2| as large or larger if both use the term equally often
 * @param logRatio binary logarithm of the ratio of the relative frequencies
 */
public record Keyness(double g2, double p, double logRatio) {

  /** Replaces a frequency of zero in the ratio. */
  private static final double FOR_ZERO = 0.5;

  /**
   * Compares a target with a reference.
   *
   * @param tf occurrences in the target, at most {@code tokens}
   * @param tokens all words of the target, from 1
   * @param restTf occurrences in the reference, at most {@code restTokens}
   * @param restTokens all words of the reference, from 1
   * @return the comparison
   */
  public static Keyness of(long tf, long tokens, long restTf, long restTokens) {
    double g2 = g2(tf, tokens, restTf, restTokens);
    return new Keyness(g2, tail(Math.abs(g2)), logRatio(tf, tokens, restTf, restTokens));
  }

  /**
   * The log-likelihood ratio over the four cells of term and other words in target and reference
   * (Dunning 1993), with the sign of observed minus expected.
   */
  static double g2(long tf, long tokens, long restTf, long restTokens) {
    double share = (double) (tf + restTf) / (tokens + restTokens);
    double g2 =
        2
            * (cell(tf, tokens * share)
                + cell(restTf, restTokens * share)
                + cell(tokens - tf, tokens * (1 - share))
                + cell(restTokens - restTf, restTokens * (1 - share)));
    // For equal shares, rounding may give a number below zero.
    double size = Math.max(0, g2);
    return (double) tf * restTokens >= (double) restTf * tokens ? size : -size;
  }

  private static double cell(long observed, double expected) {
    return observed == 0 ? 0 : observed * StrictMath.log(observed / expected);
  }

  /** The upper tail of the chi-squared distribution with one degree of freedom. */
  static double tail(double chiSquared) {
    return Erf.erfc(StrictMath.sqrt(chiSquared / 2));
  }

  /** Hardie's log ratio; .5 replaces a frequency of zero. */
  static double logRatio(long tf, long tokens, long restTf, long restTokens) {
    double one = Math.max(tf, FOR_ZERO) / tokens;
    double other = Math.max(restTf, FOR_ZERO) / restTokens;
    return Log2.of(one / other);
  }
}
