package org.broadsheet.topics.learning;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Chooses vectors as the first centres of k-means (k-means++, Arthur and Vassilvitskii 2007): each
 * with a probability in proportion to its distance from the nearest one chosen before. The distance
 * is {@code 1 - cosine}, which is half the squared Euclidean distance for unit vectors.
 */
final class KMeansPlusPlus {
  /** Vectors nearer than this are the same: rounding in the dot products stays below it. */
  static final double SAME = 1e-5;

  private final DocumentVectors vectors;
  private final SplittableRandom random;

  /** The distance of each vector from the nearest chosen one; at first the same for all. */
  private final double[] distances;

  private KMeansPlusPlus(DocumentVectors vectors, SplittableRandom random) {
    this.vectors = vectors;
    this.random = random;
    this.distances = new double[vectors.size()];
    Arrays.fill(distances, 1);
  }

  /**
   * Chooses distinct vectors.
   *
   * @param vectors vectors of unit length
   * @param k the number to choose; fewer are chosen if there are fewer distinct vectors
   * @param random the source of randomness
   * @return the numbers of the chosen vectors, in the order of their choice
   */
  static int[] choose(DocumentVectors vectors, int k, SplittableRandom random) {
    return new KMeansPlusPlus(vectors, random).choose(k);
  }

  private int[] choose(int k) {
    int[] chosen = new int[Math.min(k, distances.length)];
    for (int i = 0; i < chosen.length; i++) {
      int vector = draw();
      if (vector < 0) {
        return Arrays.copyOf(chosen, i);
      }
      chosen[i] = vector;
      updateDistances(vector);
    }
    return chosen;
  }

  /**
   * Draws a vector with a probability in proportion to its distance; -1 if all distances are zero.
   */
  private int draw() {
    double rest = random.nextDouble() * sum(distances);
    int drawn = -1;
    for (int vector = 0; vector < distances.length && rest >= 0; vector++) {
      if (distances[vector] > 0) {
        drawn = vector;
        rest -= distances[vector];
      }
    }
    return drawn;
  }

  /** Lowers the distances of vectors for which a newly chosen one is the nearest. */
  private void updateDistances(int chosen) {
    float[] cosines = vectors.cosines(vectors.vector(chosen));
    for (int vector = 0; vector < distances.length; vector++) {
      double distance = 1 - cosines[vector];
      distances[vector] = Math.min(distances[vector], distance < SAME ? 0 : distance);
    }
  }

  /** Adds from first to last: a stream might add in another order. */
  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
