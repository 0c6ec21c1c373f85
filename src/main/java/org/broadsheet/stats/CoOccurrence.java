package org.broadsheet.stats;

/** Measures how far two words go together in the same articles. */
public final class CoOccurrence {

  private CoOccurrence() {}

  /**
   * Computes normalised pointwise mutual information (Bouma 2009): the logarithm of observed over
   * expected, over the highest value that it can reach.
   *
   * @param both the articles that have both words
   * @param one the articles that have the first word
   * @param other the articles that have the second word
   * @param all all articles, at least one
   * @return from -1, if no article has both, through 0 for independent words to 1 for words that
   *     only occur together; 0 if all articles have both
   */
  public static double npmi(long both, long one, long other, long all) {
    double observed = (double) both / all;
    if (observed == 0) {
      return -1;
    }
    double expected = (double) one / all * other / all;
    // Rounding may take it above one.
    return observed == 1
        ? 0
        : Math.min(1, StrictMath.log(observed / expected) / -StrictMath.log(observed));
  }
}
