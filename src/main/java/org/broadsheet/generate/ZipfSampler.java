package org.broadsheet.generate;

import java.util.SplittableRandom;

/**
 * Draws ranks by Zipf's law: rank r, from 0 on, with a probability proportional to 1 / (r +
 * 1)<sup>exponent</sup>. A draw takes constant time, by the alias method of Vose (1991).
 */
final class ZipfSampler {

  private final double[] keeps;
  private final int[] aliases;

  /**
   * Prepares the draws.
   *
   * @param ranks how many ranks there are, at least 1
   * @param exponent 0 for equal probabilities; about 1 for the words of a language
   */
  ZipfSampler(int ranks, double exponent) {
    this(weights(ranks, exponent));
  }

  /** Prepares draws with any weights, which the sampler takes over. */
  private ZipfSampler(double[] weights) {
    int ranks = weights.length;
    keeps = weights;
    aliases = new int[ranks];
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    int[] waiting = new int[ranks];
    int below = 0;
    int above = ranks;
    for (int rank = 0; rank < ranks; rank++) {
      keeps[rank] *= ranks / total;
      aliases[rank] = rank;
      waiting[keeps[rank] < 1 ? below++ : --above] = rank;
    }
    while (below > 0 && above < ranks) {
      int small = waiting[--below];
      int large = waiting[above];
      aliases[small] = large;
      keeps[large] -= 1 - keeps[small];
      if (keeps[large] < 1) {
        waiting[below++] = large;
        above++;
      }
    }
  }

  private static double[] weights(int ranks, double exponent) {
    double[] weights = new double[ranks];
    for (int rank = 0; rank < ranks; rank++) {
      weights[rank] = StrictMath.pow(rank + 1, -exponent);
    }
    return weights;
  }

  int draw(SplittableRandom random) {
    int rank = random.nextInt(keeps.length);
    return random.nextDouble() < keeps[rank] ? rank : aliases[rank];
  }
}
