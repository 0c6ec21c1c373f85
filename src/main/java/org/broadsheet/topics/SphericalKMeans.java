package org.broadsheet.topics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Clusters points by cosine (Dhillon and Modha 2001): a {@linkplain PlusPlusStart k-means++ start},
 * then Lloyd's steps until no point moves, at most 50.
 *
 * <p>A point goes to its nearest centre, of equally near ones to the first. A cluster that loses
 * all its points starts again from the point farthest from its own centre. Sums run in order and
 * all chance comes from the seed, so that the same points, k and seed give the same bits on any
 * machine.
 */
final class SphericalKMeans {
  private static final int MAX_ITERATIONS = 50;

  /** How far from one the length of a point may be: rounding of its values, nothing more. */
  private static final double LENGTH_TOLERANCE = 1e-3;

  private final Points points;
  private final int[] assignment;

  /** Of each point, the cosine with the centre that it is assigned to. */
  private final float[] cosines;

  private float[][] centres;

  /**
   * A clustering in which each point is assigned to the nearest of the centres.
   *
   * @param centres centres, each of unit length and with at least one point
   * @param assignment the centre of each point
   * @param cost the sum over the points of one minus the cosine with their centre, in order
   * @param iterations the passes that assigned all points, from 1 to 50
   */
  record Clustering(float[][] centres, int[] assignment, double cost, int iterations) {}

  private SphericalKMeans(Points points, float[][] start) {
    this.points = points;
    this.centres = start;
    this.assignment = new int[points.size()];
    this.cosines = new float[points.size()];
    Arrays.fill(assignment, -1);
  }

  /**
   * Clusters points from one start.
   *
   * @param points points of unit length
   * @param k the number of clusters wanted; there are fewer when fewer points are distinct
   * @param seed decides the start
   * @throws IllegalArgumentException if there are no points, if k is below 1, or if a point is not
   *     of unit length
   */
  static Clustering learn(Points points, int k, long seed) {
    return learn(points, k, seed, MAX_ITERATIONS);
  }

  /** The same with another limit on the iterations, at least 1. */
  static Clustering learn(Points points, int k, long seed, int maxIterations) {
    checkArguments(points, k);
    int[] chosen = PlusPlusStart.choose(points, k, new SplittableRandom(seed));
    float[][] start = Arrays.stream(chosen).mapToObj(points::point).toArray(float[][]::new);
    return learn(points, start, maxIterations);
  }

  /** Clusters points from given first centres. */
  static Clustering learn(Points points, float[][] start, int maxIterations) {
    return new SphericalKMeans(points, start).run(maxIterations);
  }

  /**
   * Clusters points from several starts, in parallel on the threads of the pool in which it is
   * called, by default the common one. The result is the same on any number of threads.
   *
   * @param restarts the number of starts, not negative
   * @param seed the seed of the first start; the others count up from it
   * @param maxIterations the limit on the iterations, at least 1
   * @return one clustering per start, in order of the starts
   * @throws IllegalArgumentException as {@link #learn(Points, int, long)} does
   */
  static List<Clustering> restarts(
      Points points, int k, int restarts, long seed, int maxIterations) {
    return IntStream.range(0, restarts)
        .parallel()
        .mapToObj(start -> learn(points, k, mixed(seed + start), maxIterations))
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

  /** Assigns each point to its nearest centre; whether any point moved. */
  private boolean assign() {
    int[] before = assignment.clone();
    points.nearest(centres, assignment, cosines);
    return !Arrays.equals(before, assignment);
  }

  /**
   * Gives each empty cluster the farthest point of another, as long as one is not at its centre.
   */
  private void refillEmptyClusters() {
    int[] sizes = sizes();
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      int point = sizes[cluster] == 0 ? farthestPoint(sizes) : -1;
      if (point >= 0) {
        sizes[assignment[point]]--;
        sizes[cluster]++;
        assignment[point] = cluster;
      }
    }
  }

  /** The point farthest from its centre in a cluster of two or more; -1 if none is away from it. */
  private int farthestPoint(int[] sizes) {
    int farthest = -1;
    double lowest = 1 - PlusPlusStart.SAME;
    for (int point = 0; point < assignment.length; point++) {
      if (cosines[point] < lowest && sizes[assignment[point]] > 1) {
        lowest = cosines[point];
        farthest = point;
      }
    }
    return farthest;
  }

  private int[] sizes() {
    int[] sizes = new int[centres.length];
    for (int cluster : assignment) {
      sizes[cluster]++;
    }
    return sizes;
  }

  /** The mean direction of each cluster. That of an empty one is zero. */
  private float[][] means() {
    double[][] sums = new double[centres.length][points.dimensions()];
    for (int point = 0; point < assignment.length; point++) {
      add(points.point(point), sums[assignment[point]]);
    }
    return Arrays.stream(sums).map(SphericalKMeans::unit).toArray(float[][]::new);
  }

  private static void add(float[] point, double[] sum) {
    for (int axis = 0; axis < sum.length; axis++) {
      sum[axis] += point[axis];
    }
  }

  /** A vector scaled to unit length; zero if it is zero. */
  static float[] unit(double[] sum) {
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    float[] unit = new float[sum.length];
    for (int axis = 0; axis < unit.length; axis++) {
      unit[axis] = length == 0 ? 0 : (float) (sum[axis] / length);
    }
    return unit;
  }

  private Clustering clustering(int iterations) {
    int[] sizes = sizes();
    int[] kept = IntStream.range(0, sizes.length).filter(c -> sizes[c] > 0).toArray();
    float[][] result = Arrays.stream(kept).mapToObj(c -> centres[c]).toArray(float[][]::new);
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

  private static void checkArguments(Points points, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("The number of clusters must be at least 1, not " + k);
    }
    if (points.size() == 0) {
      throw new IllegalArgumentException("No points to cluster");
    }
    for (int number = 0; number < points.size(); number++) {
      float[] point = points.point(number);
      if (!(Math.abs(Points.dot(point, point) - 1) < LENGTH_TOLERANCE)) {
        throw new IllegalArgumentException("Point " + number + " is not of unit length");
      }
    }
  }
}
