package org.broadsheet.topics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Chooses points as the first centres of k-means (k-means++, Arthur and Vassilvitskii 2007): each
 * with a probability proportional to its distance from the nearest one chosen before. The distance
 * is {@code 1 - cosine}, for unit vectors half the squared euclidean distance.
 */
final class PlusPlusStart {
  /** Points nearer than this are one and the same: rounding in the dot products stays below it. */
  static final double SAME = 1e-5;

  private final Points points;
  private final SplittableRandom random;

  /** Of each point, the distance from the nearest chosen one: at first the same for all. */
  private final double[] distances;

  private PlusPlusStart(Points points, SplittableRandom random) {
    this.points = points;
    this.random = random;
    this.distances = new double[points.size()];
    Arrays.fill(distances, 1);
  }

  /**
   * Chooses distinct points.
   *
   * @param points points of unit length
   * @param k how many to choose; there are fewer if every point is the same as one of those chosen
   * @return numbers of points, in the order of their choice
   */
  static int[] choose(Points points, int k, SplittableRandom random) {
    return new PlusPlusStart(points, random).choose(k);
  }

  private int[] choose(int k) {
    int[] chosen = new int[Math.min(k, distances.length)];
    for (int i = 0; i < chosen.length; i++) {
      int point = draw();
      if (point < 0) {
        return Arrays.copyOf(chosen, i);
      }
      chosen[i] = point;
      approach(point);
    }
    return chosen;
  }

  /**
   * Draws a point with a probability proportional to its distance; -1 if all distances are zero.
   */
  private int draw() {
    double rest = random.nextDouble() * sum(distances);
    int drawn = -1;
    for (int point = 0; point < distances.length && rest >= 0; point++) {
      if (distances[point] > 0) {
        drawn = point;
        rest -= distances[point];
      }
    }
    return drawn;
  }

  /** Lowers the distance of each point to that from a newly chosen one, where this is nearer. */
  private void approach(int chosen) {
    float[] cosines = points.cosines(points.point(chosen));
    for (int point = 0; point < distances.length; point++) {
      double distance = 1 - cosines[point];
      distances[point] = Math.min(distances[point], distance < SAME ? 0 : distance);
    }
  }

  /** Adds from first to last: a stream would be free to add in another way. */
  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
