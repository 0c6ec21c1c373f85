package org.broadsheet.topics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Clusters sparse unit vectors by cosine (Dhillon and Modha 2001): a {@linkplain PlusPlusStart
 * k-means++ start}, then Lloyd's steps until no row moves, at most 50.
 *
 * <p>A row goes to its nearest centre, of equally near ones to the first. A cluster that loses all
 * its rows starts again from the row farthest from its own centre. Sums run in row order and all
 * chance comes from the seed, so that the same rows, k and seed give the same bits on any machine.
 */
final class SphericalKMeans {
  private static final int MAX_ITERATIONS = 50;

  /** How far from one the length of a row may be: rounding of its values, nothing more. */
  private static final double LENGTH_TOLERANCE = 1e-3;

  private final SparseRows rows;
  private final int[] assignment;

  /** Of each row, the cosine with the centre that it is assigned to. */
  private final float[] cosines;

  private Centres centres;

  /**
   * A clustering in which each row is assigned to the nearest of the centres.
   *
   * @param centres centres by columns, each of unit length and with at least one row
   * @param assignment the centre of each row
   * @param cost the sum over the rows of one minus the cosine with their centre, added in row order
   * @param iterations the passes that assigned all rows, from 1 to 50
   */
  record Clustering(float[][] centres, int[] assignment, double cost, int iterations) {}

  private SphericalKMeans(SparseRows rows, Centres start) {
    this.rows = rows;
    this.centres = start;
    this.assignment = new int[rows.rows()];
    this.cosines = new float[rows.rows()];
    Arrays.fill(assignment, -1);
  }

  /**
   * Clusters the rows from one start.
   *
   * @param rows rows of unit length
   * @param k the number of clusters wanted; there are fewer when fewer rows are distinct
   * @param seed decides the start
   * @throws IllegalArgumentException if there are no rows, if k is below 1, or if a row is not of
   *     unit length
   */
  static Clustering learn(SparseRows rows, int k, long seed) {
    return learn(rows, k, seed, MAX_ITERATIONS);
  }

  /** The same with another limit on the iterations, at least 1. */
  static Clustering learn(SparseRows rows, int k, long seed, int maxIterations) {
    checkArguments(rows, k);
    int[] chosen = PlusPlusStart.choose(rows, k, new SplittableRandom(seed));
    return learn(rows, Centres.at(chosen, rows), maxIterations);
  }

  /** Clusters the rows from given first centres. */
  static Clustering learn(SparseRows rows, Centres start, int maxIterations) {
    return new SphericalKMeans(rows, start).run(maxIterations);
  }

  /**
   * Clusters the rows from several starts, in parallel on the threads of the pool in which it is
   * called, by default the common one. The result is the same on any number of threads.
   *
   * @param restarts the number of starts, not negative
   * @param seed the seed of the first start; the others count up from it
   * @param maxIterations the limit on the iterations, at least 1
   * @return one clustering per start, in order of the starts
   * @throws IllegalArgumentException as {@link #learn(SparseRows, int, long)} does
   */
  static List<Clustering> restarts(
      SparseRows rows, int k, int restarts, long seed, int maxIterations) {
    return IntStream.range(0, restarts)
        .parallel()
        .mapToObj(start -> learn(rows, k, mixed(seed + start), maxIterations))
        .toList();
  }

  /** Seeds that count up are alike in nearly all their bits: spread out, none is near another. */
  private static long mixed(long seed) {
    return new SplittableRandom(seed).nextLong();
  }

  private Clustering run(int maxIterations) {
    boolean moved = assign();
    int iterations = 1;
    while (moved && iterations < maxIterations) {
      refillEmptyClusters();
      centres = means();
      moved = assign();
      iterations++;
    }
    return clustering(iterations);
  }

  /** Assigns each row to its nearest centre; whether any row moved. */
  private boolean assign() {
    float[] dots = new float[centres.count()];
    boolean moved = false;
    for (int row = 0; row < assignment.length; row++) {
      centres.dot(rows.terms(), rows.values(), rows.start(row), rows.end(row), dots);
      int nearest = largest(dots);
      moved |= nearest != assignment[row];
      assignment[row] = nearest;
      cosines[row] = dots[nearest];
    }
    return moved;
  }

  private static int largest(float[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
  }

  /** Gives each empty cluster the farthest row of another, as long as one is not at its centre. */
  private void refillEmptyClusters() {
    int[] sizes = sizes();
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      int row = sizes[cluster] == 0 ? farthestRow(sizes) : -1;
      if (row >= 0) {
        sizes[assignment[row]]--;
        sizes[cluster]++;
        assignment[row] = cluster;
      }
    }
  }

  /** The row farthest from its centre in a cluster of two or more; -1 if none is away from it. */
  private int farthestRow(int[] sizes) {
    int farthest = -1;
    double lowest = 1 - PlusPlusStart.SAME;
    for (int row = 0; row < assignment.length; row++) {
      if (cosines[row] < lowest && sizes[assignment[row]] > 1) {
        lowest = cosines[row];
        farthest = row;
      }
    }
    return farthest;
  }

  private int[] sizes() {
    int[] sizes = new int[centres.count()];
    for (int cluster : assignment) {
      sizes[cluster]++;
    }
    return sizes;
  }

  /** The mean direction of each cluster. That of an empty one is zero: no row is near to it. */
  private Centres means() {
    int count = centres.count();
    double[] sums = new double[rows.columns() * count];
    for (int row = 0; row < assignment.length; row++) {
      for (int i = rows.start(row); i < rows.end(row); i++) {
        sums[rows.terms()[i] * count + assignment[row]] += rows.values()[i];
      }
    }
    return unitCentres(count, sums);
  }

  private static Centres unitCentres(int count, double[] sums) {
    double[] lengths = lengths(count, sums);
    float[] byTerm = new float[sums.length];
    for (int first = 0; first < sums.length; first += count) {
      for (int centre = 0; centre < count; centre++) {
        double sum = sums[first + centre];
        byTerm[first + centre] = sum == 0 ? 0 : (float) (sum / lengths[centre]);
      }
    }
    return new Centres(count, byTerm);
  }

  private static double[] lengths(int count, double[] sums) {
    double[] lengths = new double[count];
    for (int first = 0; first < sums.length; first += count) {
      for (int centre = 0; centre < count; centre++) {
        lengths[centre] += sums[first + centre] * sums[first + centre];
      }
    }
    Arrays.setAll(lengths, centre -> Math.sqrt(lengths[centre]));
    return lengths;
  }

  private Clustering clustering(int iterations) {
    int[] sizes = sizes();
    int[] kept = IntStream.range(0, sizes.length).filter(c -> sizes[c] > 0).toArray();
    float[][] result = Arrays.stream(kept).mapToObj(centres::row).toArray(float[][]::new);
    int[] renumbered =
        Arrays.stream(assignment).map(cluster -> Arrays.binarySearch(kept, cluster)).toArray();
    return new Clustering(result, renumbered, cost(), iterations);
  }

  private double cost() {
    double cost = 0;
    for (float cosine : cosines) {
      cost += Math.max(0, 1 - cosine);
    }
    return cost;
  }

  private static void checkArguments(SparseRows rows, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("The number of clusters must be at least 1, not " + k);
    }
    if (rows.rows() == 0) {
      throw new IllegalArgumentException("No rows to cluster");
    }
    for (int row = 0; row < rows.rows(); row++) {
      checkRow(rows, row);
    }
  }

  private static void checkRow(SparseRows rows, int row) {
    double squares = 0;
    for (int i = rows.start(row); i < rows.end(row); i++) {
      squares += rows.values()[i] * rows.values()[i];
    }
    if (!(Math.abs(squares - 1) < LENGTH_TOLERANCE)) {
      throw new IllegalArgumentException("Row " + row + " is not of unit length");
    }
  }
}
