package org.broadsheet.stats;

import java.io.Serializable;

/**
 * Sums up the overlaps of pairs of distributions, one kind after another, see {@link
 * Diversity#overlap}. The sums are whole numbers, so that the order of adding does not matter.
 */
public final class OverlapSums implements Serializable {

  private static final double UNIT = 1L << 52;

  /** The rounding errors of a million kinds add up to less. */
  private static final double ROUNDING = 1e-10;

  private final long[] sums;

  /**
   * Starts without a kind.
   *
   * @param pairs the number of pairs
   */
  public OverlapSums(int pairs) {
    sums = new long[pairs];
  }

  /**
   * Adds a kind to the overlap of a pair.
   *
   * @param pair the number of the pair, from 0
   * @param share the share of the kind in one distribution
   * @param other its share in the other
   */
  public void add(int pair, double share, double other) {
    sums[pair] += Math.round(Diversity.overlap(share, other) * UNIT);
  }

  /**
   * Adds the sums of other kinds.
   *
   * @param other sums of the same pairs
   */
  public void add(OverlapSums other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
  }

  /**
   * Computes the Jensen-Shannon divergence of a pair.
   *
   * @param pair the number of the pair
   * @return 1 minus the overlap, from 0 to 1 whatever was rounded
   */
  public double divergence(int pair) {
    double divergence = 1 - sums[pair] / UNIT;
    return divergence < ROUNDING ? 0 : Math.min(1, divergence);
  }
}
