package org.broadsheet.stats;

/** The diversity of a mixture of kinds, and the divergence of two mixtures of the same kinds. */
public final class Diversity {

  private Diversity() {}

  /**
   * Computes the entropy of the kind of an item drawn at random (Shannon 1948).
   *
   * @param counts the items of each kind, not negative; their order may affect the last digit
   * @return the entropy in bits: 0 for a single kind or for no items, the binary logarithm of the
   *     number of kinds if all have equally many items
   */
  public static double entropy(long[] counts) {
    double all = sum(counts);
    double entropy = 0;
    for (long count : counts) {
      entropy -= count == 0 ? 0 : count / all * Log2.of(count / all);
    }
    return entropy;
  }

  /**
   * Computes the effective number of kinds: the number of equally frequent kinds with the same
   * entropy, Hill's number of order 1 (Hill 1973).
   *
   * @param entropyBits an entropy in bits
   * @return 2 to the power of the entropy, from 1
   */
  public static double effectiveNumber(double entropyBits) {
    return StrictMath.pow(2, entropyBits);
  }

  /**
   * Computes the Jensen-Shannon divergence of two distributions (Lin 1991), with binary logarithms.
   * It is symmetric, and its root is a distance. The order of the kinds may affect the last digit.
   *
   * @param counts the items of each kind in one distribution, not negative
   * @param others the items of each kind in the other distribution, in the same order
   * @return from 0 if all shares are the same to 1 if no kind is in both; null if a distribution
   *     has no items
   * @throws IllegalArgumentException if the distributions do not have the same number of kinds
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
   * Computes the contribution of one kind to the overlap of two distributions, which is 1 minus
   * their Jensen-Shannon divergence. The kinds that only one distribution has contribute nothing.
   *
   * @param share the share of the kind in one distribution
   * @param other its share in the other
   * @return from 0, if either share is 0, to 1
   */
  public static double overlap(double share, double other) {
    double mean = (share + other) / 2;
    return mean - (information(share, mean) + information(other, mean)) / 2;
  }

  private static double information(double share, double mean) {
    return share == 0 ? 0 : share * Log2.of(share / mean);
  }

  private static double sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
