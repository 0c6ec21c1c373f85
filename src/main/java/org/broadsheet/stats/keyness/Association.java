package org.broadsheet.stats.keyness;

import org.broadsheet.stats.Log2;

/**
 * Association measures: how strongly the words of an n-gram belong together, compared with
 * independent words.
 *
 * <p>All measures are computed from the contingency table with one cell for each set of words that
 * match. Its margins are counts of words and of shorter n-grams; its total is the number of words.
 *
 * @param pmi pointwise mutual information: binary logarithm of observed over expected (Church and
 *     Hanks 1990)
 * @param npmi the same, divided by the highest value that an n-gram of its frequency can reach: 1
 *     for words that only occur together (Bouma 2009)
 * @param g2 log-likelihood ratio over all cells (Dunning 1993), negative where the n-gram is rarer
 *     than expected
 * @param g2Split the smallest log-likelihood ratio over the ways to split the n-gram into two
 *     parts: for a strong pair with any third word {@code g2} is large, but this is not
 * @param logDice 14 + the binary logarithm of n observed over the sum of the words' counts (Rychly
 *     2008): at most 14, and independent of the size of the corpus
 * @param t observed minus expected over the root of observed
 * @param lambda the interaction of the words in a saturated log-linear model (Blaheta and Johnson
 *     2001), with .5 added to each cell: for two words the logarithm of their odds ratio
 */
public record Association(
    double pmi, double npmi, double g2, double g2Split, double logDice, double t, double lambda) {

  private static final double MOST_LOG_DICE = 14;
  private static final double SMOOTHING = 0.5;

  /**
   * Measures an n-gram.
   *
   * @param matches for each set of its words as a bit mask (the first word is bit 0), how often
   *     these words occur at their distances, whatever the others are: all words of the corpus for
   *     the empty set, the counts of single words, and so on to the count of the n-gram
   * @return the measures
   */
  public static Association of(long[] matches) {
    int n = Integer.numberOfTrailingZeros(matches.length);
    double all = matches[0];
    double observed = matches[matches.length - 1];
    double expected = all;
    double sum = 0;
    for (int word = 0; word < n; word++) {
      expected *= matches[1 << word] / all;
      sum += matches[1 << word];
    }
    double[] cells = cells(matches);
    double pmi = Log2.of(observed / expected);
    double highest = -(n - 1) * Log2.of(observed / all);
    double g2 = g2(cells, matches, n);
    return new Association(
        pmi,
        highest == 0 ? 0 : pmi / highest,
        observed >= expected ? g2 : -g2,
        g2Split(matches, n),
        MOST_LOG_DICE + Log2.of(n * observed / sum),
        (observed - expected) / StrictMath.sqrt(observed),
        lambda(cells, n));
  }

  /** The cells by inclusion and exclusion: these words match, and none of the others. */
  private static double[] cells(long[] matches) {
    double[] cells = new double[matches.length];
    for (int words = 0; words < cells.length; words++) {
      for (int more = words; more < cells.length; more++) {
        if ((more & words) == words) {
          cells[words] += isOdd(more ^ words) ? -matches[more] : matches[more];
        }
      }
      // Where a word is its own neighbour, it is counted in both positions.
      cells[words] = Math.max(0, cells[words]);
    }
    return cells;
  }

  private static double g2(double[] cells, long[] matches, int n) {
    double all = matches[0];
    double g2 = 0;
    for (int words = 0; words < cells.length; words++) {
      double expected = all;
      for (int word = 0; word < n; word++) {
        double share = matches[1 << word] / all;
        expected *= (words >> word & 1) == 1 ? share : 1 - share;
      }
      // The expectation is zero only if all words of the corpus are one word.
      boolean counts = cells[words] > 0 && expected > 0;
      g2 += counts ? cells[words] * StrictMath.log(cells[words] / expected) : 0;
    }
    return Math.max(0, 2 * g2);
  }

  private static double g2Split(long[] matches, int n) {
    int full = matches.length - 1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int words = 1; words < n; words++) {
      int head = (1 << words) - 1;
      double g2 = g2(matches[full], matches[head], matches[full ^ head], matches[0]);
      smallest = Math.min(smallest, g2);
    }
    return smallest;
  }

  /** The log-likelihood ratio of two parts, negative if they are rarer together than expected. */
  private static double g2(long both, long one, long other, long all) {
    long[] matches = {all, one, other, both};
    double g2 = g2(cells(matches), matches, 2);
    return (double) both * all >= (double) one * other ? g2 : -g2;
  }

  private static double lambda(double[] cells, int n) {
    int full = cells.length - 1;
    double lambda = 0;
    for (int words = 0; words < cells.length; words++) {
      double log = StrictMath.log(cells[words] + SMOOTHING);
      lambda += isOdd(full ^ words) ? -log : log;
    }
    return lambda;
  }

  private static boolean isOdd(int words) {
    return (Integer.bitCount(words) & 1) == 1;
  }
}
