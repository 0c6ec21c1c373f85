package org.broadsheet.topics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Chooses rows as the first centres of k-means (k-means++, Arthur and Vassilvitskii 2007): each
 * with a probability proportional to its distance from the nearest one chosen before. The distance
 * is {@code 1 - cosine}, for unit vectors half the squared euclidean distance.
 */
final class PlusPlusStart {
  /** Rows nearer than this are one and the same: rounding in the dot products stays below it. */
  static final double SAME = 1e-5;

  private final SparseRows rows;
  private final SplittableRandom random;

  /** Of each row, the distance from the nearest chosen row: at first the same for all. */
  private final double[] distances;

  private PlusPlusStart(SparseRows rows, SplittableRandom random) {
    this.rows = rows;
    this.random = random;
    this.distances = new double[rows.rows()];
    Arrays.fill(distances, 1);
  }

  /**
   * Chooses distinct rows.
   *
   * @param rows rows of unit length
   * @param k how many to choose; there are fewer if every row is the same as one of those chosen
   * @return numbers of rows, in the order of their choice
   */
  static int[] choose(SparseRows rows, int k, SplittableRandom random) {
    return new PlusPlusStart(rows, random).choose(k);
  }

  private int[] choose(int k) {
    int[] chosen = new int[Math.min(k, distances.length)];
    for (int i = 0; i < chosen.length; i++) {
      int row = draw();
      if (row < 0) {
        return Arrays.copyOf(chosen, i);
      }
      chosen[i] = row;
      approach(row);
    }
    return chosen;
  }

  /** Draws a row with a probability proportional to its distance; -1 if all distances are zero. */
  private int draw() {
    double rest = random.nextDouble() * sum(distances);
    int drawn = -1;
    for (int row = 0; row < distances.length && rest >= 0; row++) {
      if (distances[row] > 0) {
        drawn = row;
        rest -= distances[row];
      }
    }
    return drawn;
  }

  /** Lowers the distance of each row to that from a newly chosen one, where this is nearer. */
  private void approach(int chosen) {
    float[] dense = dense(chosen);
    for (int row = 0; row < distances.length; row++) {
      double distance = 1 - dot(row, dense);
      distances[row] = Math.min(distances[row], distance < SAME ? 0 : distance);
    }
  }

  private float[] dense(int row) {
    float[] dense = new float[rows.columns()];
    for (int i = rows.start(row); i < rows.end(row); i++) {
      dense[rows.terms()[i]] = rows.values()[i];
    }
    return dense;
  }

  private double dot(int row, float[] dense) {
    double dot = 0;
    for (int i = rows.start(row); i < rows.end(row); i++) {
      dot += rows.values()[i] * dense[rows.terms()[i]];
    }
    return dot;
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
