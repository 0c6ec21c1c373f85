package org.broadsheet.stats.keyness;

import org.apache.commons.math3.special.Beta;

/** Low quantiles of the beta distribution. */
final class BetaQuantile {

  private static final int MOST_STEPS = 100;
  private static final double PRECISION = 1e-12;
  private static final double SMALLEST = 1e-280;

  private BetaQuantile() {}

  /**
   * Computes the logit of a quantile below the median, by Newton's method on the logarithm of the
   * distribution function over the logit. That function is concave, so each step ends at or below
   * the quantile, and the following steps approach it from below.
   *
   * @param p the probability, above 0 and below .5
   * @param a the first parameter, from 1
   * @param b the second parameter, from 1
   * @return ln(x / (1 - x)) where x is the quantile
   */
  static double logit(double p, double a, double b) {
    double logP = StrictMath.log(p);
    double logBeta = Beta.logBeta(a, b);
    double centre = StrictMath.log(a / b);
    double at = centre - StrictMath.sqrt(-2 * logP * (1 / a + 1 / b));
    for (int i = 0; i < MOST_STEPS; i++) {
      double x = 1 / (1 + StrictMath.exp(-at));
      double below = Beta.regularizedBeta(x, a, b);
      if (below < SMALLEST) {
        // Too far from the quantile for a reliable derivative.
        at = (at + centre) / 2;
        continue;
      }
      // The density over the logit is x^a (1 - x)^b / B(a, b).
      double density = StrictMath.exp(a * StrictMath.log(x) + b * StrictMath.log1p(-x) - logBeta);
      double step = (StrictMath.log(below) - logP) * below / density;
      at -= step;
      if (Math.abs(step) <= PRECISION * Math.max(1, Math.abs(at))) {
        break;
      }
    }
    return at;
  }
}
