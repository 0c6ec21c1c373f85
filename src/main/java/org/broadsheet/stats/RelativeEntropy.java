package org.broadsheet.stats;

/** Measures how far one distribution differs from another (Kullback and Leibler 1951). */
public final class RelativeEntropy {

  private RelativeEntropy() {}

  /**
   * Computes what one outcome adds to the relative entropy of two distributions.
   *
   * @param p the probability of the outcome in the first distribution, above 0
   * @param q its probability in the second distribution, above 0
   * @return {@code p ln(p / q)}
   */
  public static double term(double p, double q) {
    return p * StrictMath.log(p / q);
  }
}
