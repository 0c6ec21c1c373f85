package org.broadsheet.stats.keyness;

import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import org.broadsheet.stats.Log2;

/**
 * Confidence intervals of log ratios. Given the occurrences of a term in both corpora together, its
 * occurrences in the target are binomial, so the exact interval of Clopper and Pearson (1934) for
 * their share gives an interval of the ratio (Evert 2022, "Measuring keyness").
 *
 * <p>One instance serves the terms of one comparison. Most terms are rare, and the same few counts
 * recur, so their bounds are cached. Not safe for use by several threads.
 */
public final class LogRatioInterval {

  private static final double ALPHA = 0.05;
  private static final int MOST_KEPT = 20_000;

  private final double tail;

  /** The bounds, by both counts in one number. */
  private final Long2DoubleOpenHashMap kept = new Long2DoubleOpenHashMap();

  /**
   * Prepares intervals that hold simultaneously with a confidence of 95 % (Bonferroni).
   *
   * @param comparisons the number of terms that are compared, from 1
   */
  public LogRatioInterval(long comparisons) {
    this.tail = ALPHA / 2 / comparisons;
  }

  /**
   * The bounds of a log ratio.
   *
   * @param low the lower bound; negative infinity if the target does not have the term
   * @param high the upper bound; infinity if the reference does not have it
   */
  public record Bounds(double low, double high) {

    /**
     * Gives the bound that is nearer to zero, or zero if it is between the bounds (LRC).
     *
     * @return the conservative log ratio
     */
    public double conservative() {
      return low > 0 ? low : Math.min(high, 0);
    }
  }

  /**
   * Computes the interval of a term.
   *
   * @param tf occurrences in the target
   * @param tokens all words of the target, from 1
   * @param restTf occurrences in the reference; not zero if {@code tf} is
   * @param restTokens all words of the reference, from 1
   * @return the bounds of its log ratio
   */
  public Bounds of(long tf, long tokens, long restTf, long restTokens) {
    double sizes = Log2.of((double) restTokens / tokens);
    return new Bounds(sizes + lowLogOdds(tf, tf + restTf), sizes - lowLogOdds(restTf, tf + restTf));
  }

  /**
   * Computes the lower bound alone; see {@link #of}.
   *
   * @param tf occurrences in the target
   * @param tokens all words of the target, from 1
   * @param restTf occurrences in the reference; not zero if {@code tf} is
   * @param restTokens all words of the reference, from 1
   * @return the lower bound of its log ratio
   */
  public double low(long tf, long tokens, long restTf, long restTokens) {
    return Log2.of((double) restTokens / tokens) + lowLogOdds(tf, tf + restTf);
  }

  /** The binary logarithm of the odds at the lower bound of a share; the upper bound mirrors it. */
  private double lowLogOdds(long tf, long both) {
    if (tf == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    boolean isRare = both <= Integer.MAX_VALUE;
    long counts = tf << Integer.SIZE | both;
    if (isRare && kept.containsKey(counts)) {
      return kept.get(counts);
    }
    double odds = BetaQuantile.logit(tail, tf, both - tf + 1.0) / StrictMath.log(2);
    if (isRare && kept.size() < MOST_KEPT) {
      kept.put(counts, odds);
    }
    return odds;
  }
}
