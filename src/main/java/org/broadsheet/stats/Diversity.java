package org.broadsheet.stats;

/** How many kinds there are of something, and how far two mixtures of the same kinds differ. */
public final class Diversity {

  private Diversity() {}

  /**
   * How uncertain the kind of one item is, drawn at random (Shannon 1948).
   *
   * @param counts for each kind, how many items; none negative. Their order may show in the last
   *     digit
   * @return the entropy in bits: 0 for a single kind or for nothing at all, the binary logarithm of
   *     the number of kinds where all have alike many
   */
  public static double entropy(long[] counts) {
    double all = sum(counts);
    double entropy = 0;
    for (long count : counts) {
      entropy -= count == 0 ? 0 : count / all * Keyness.log2(count / all);
    }
    return entropy;
  }

  /**
   * How many kinds with alike many items have the same entropy: Hill's number of order 1 (Hill
   * 1973).
   *
   * @param entropyBits an entropy in bits
   * @return 2 to the power of it, from 1
   */
  public static double effectiveNumber(double entropyBits) {
    return StrictMath.pow(2, entropyBits);
  }

  /**
   * How far two distributions differ: the Jensen-Shannon divergence (Lin 1991), by binary
   * logarithms. It is the same with its sides exchanged, and its root is a distance; the order of
   * the kinds may show in the last digit.
   *
   * @param counts for each kind, how many items one side has; none negative
   * @param others for each kind in the same order, how many the other side has
   * @return from 0 where all shares are the same to 1 where no kind is on both sides; null if a
   *     side has nothing
   * @throws IllegalArgumentException if the sides do not have the same number of kinds
   */
  public static Double jensenShannon(long[] counts, long[] others) {
    if (counts.length != others.length) {
      throw new IllegalArgumentException(
          "Two sides have the same kinds, not " + counts.length + " and " + others.length);
    }
    double all = sum(counts);
    double otherAll = sum(others);
    if (all == 0 || otherAll == 0) {
      return null;
    }
    double divergence = 0;
    for (int i = 0; i < counts.length; i++) {
      double share = counts[i] / all;
      double other = others[i] / otherAll;
      double mean = (share + other) / 2;
      divergence += (information(share, mean) + information(other, mean)) / 2;
    }
    return Math.max(0, Math.min(1, divergence));
  }

  /**
   * What one kind adds to the overlap of two distributions: one less their Jensen-Shannon
   * divergence is the sum of it over the kinds that both have, since a kind of only one adds to the
   * divergence half its share, and the halves of all shares are one.
   *
   * @param share the share of the kind in one distribution
   * @param other its share in the other
   * @return between 0, where either is 0, and 1
   */
  public static double overlap(double share, double other) {
    double mean = (share + other) / 2;
    return mean - (information(share, mean) + information(other, mean)) / 2;
  }

  private static double information(double share, double mean) {
    return share == 0 ? 0 : share * Keyness.log2(share / mean);
  }

  private static double sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
