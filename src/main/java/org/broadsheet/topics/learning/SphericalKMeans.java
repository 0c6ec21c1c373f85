package org.broadsheet.topics.learning;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Clusters vectors by cosine (Dhillon and Modha 2001): starts by {@linkplain KMeansPlusPlus
 * k-means++}, then takes Lloyd's steps until no vector changes its cluster, at most 50.
 *
 * <p>A vector goes to its nearest centre, the first of equally near ones. A cluster that loses all
 * its vectors starts again from the vector that is farthest from its centre. Sums run in order and
 * the seed decides every random choice, so that the same vectors, k and seed give the same bits on
 * any machine.
 */
final class SphericalKMeans {
  private static final int MAX_ITERATIONS = 50;

  /** The squared length of a vector of rounded values may differ from one by this. */
  private static final double LENGTH_TOLERANCE = 1e-3;

  private final DocumentVectors vectors;
  private final int[] assignment;

  /** The cosine of each vector with the centre that it is assigned to. */
  private final float[] cosines;

  private float[][] centres;

  /**
   * A clustering in which each vector is assigned to its nearest centre.
   *
   * @param centres centres, each of unit length and with at least one vector
   * @param assignment the centre of each vector
   * @param cost the sum over the vectors, in their order, of one minus the cosine with their centre
   * @param iterations the number of passes that assigned all vectors, from 1 to 50
   */
  record Clustering(float[][] centres, int[] assignment, double cost, int iterations) {}

  private SphericalKMeans(DocumentVectors vectors, float[][] start) {
    this.vectors = vectors;
    this.centres = start;
    this.assignment = new int[vectors.size()];
    this.cosines = new float[vectors.size()];
    Arrays.fill(assignment, -1);
  }

  /**
   * Clusters vectors from one start.
   *
   * @param vectors vectors of unit length
   * @param k the number of clusters; there are fewer if there are fewer distinct vectors
   * @param seed the seed of the start
   * @return the clustering
   * @throws IllegalArgumentException if there are no vectors, if k is below 1, or if a vector is
   *     not of unit length
   */
  static Clustering learn(DocumentVectors vectors, int k, long seed) {
    return learn(vectors, k, seed, MAX_ITERATIONS);
  }

  /** Does the same with another limit on the iterations, at least 1. */
  static Clustering learn(DocumentVectors vectors, int k, long seed, int maxIterations) {
    checkArguments(vectors, k);
    int[] chosen = KMeansPlusPlus.choose(vectors, k, new SplittableRandom(seed));
    float[][] start = Arrays.stream(chosen).mapToObj(vectors::vector).toArray(float[][]::new);
    return learn(vectors, start, maxIterations);
  }

  /** Clusters vectors from given first centres. */
  static Clustering learn(DocumentVectors vectors, float[][] start, int maxIterations) {
    return new SphericalKMeans(vectors, start).run(maxIterations);
  }

  /**
   * Clusters vectors from several starts, in parallel on the threads of the pool in which it is
   * called, by default the common one. The result is the same on any number of threads.
   *
   * @param vectors vectors of unit length
   * @param k the number of clusters
   * @param restarts the number of starts, not negative
   * @param seed the seed of the first start; the others count up from it
   * @param maxIterations the limit on the iterations, at least 1
   * @return one clustering for each start, in their order
   * @throws IllegalArgumentException as {@link #learn(DocumentVectors, int, long)}
   */
  static List<Clustering> restarts(
      DocumentVectors vectors, int k, int restarts, long seed, int maxIterations) {
    return IntStream.range(0, restarts)
        .parallel()
        .mapToObj(start -> learn(vectors, k, mixed(seed + start), maxIterations))
        .toList();
  }

  /** Mixes the bits of a seed: seeds that count up differ in only a few of them. */
  private static long mixed(long seed) {
    return new SplittableRandom(seed).nextLong();
  }

  private Clustering run(int maxIterations) {
    boolean changed = assign();
    int iterations = 1;
    while (changed && iterations < maxIterations) {
      refillEmptyClusters();
      centres = means();
      changed = assign();
      iterations++;
    }
    return clustering(iterations);
  }

  /** Assigns each vector to its nearest centre; returns whether any changed its cluster. */
  private boolean assign() {
    int[] before = assignment.clone();
    vectors.nearest(centres, assignment, cosines);
    return !Arrays.equals(before, assignment);
  }

  /** Gives each empty cluster the vector that is farthest from its centre, if there is one. */
  private void refillEmptyClusters() {
    int[] sizes = sizes();
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      int vector = sizes[cluster] == 0 ? farthestVector(sizes) : -1;
      if (vector >= 0) {
        sizes[assignment[vector]]--;
        sizes[cluster]++;
        assignment[vector] = cluster;
      }
    }
  }

  /**
   * Finds the vector farthest from its centre in a cluster of two or more; -1 if all these vectors
   * are at their centres.
   */
  private int farthestVector(int[] sizes) {
    int farthest = -1;
    double lowest = 1 - KMeansPlusPlus.SAME;
    for (int vector = 0; vector < assignment.length; vector++) {
      if (cosines[vector] < lowest && sizes[assignment[vector]] > 1) {
        lowest = cosines[vector];
        farthest = vector;
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

  /** The mean direction of each cluster; zero for an empty one. */
  private float[][] means() {
    double[][] sums = new double[centres.length][vectors.dimensions()];
    for (int vector = 0; vector < assignment.length; vector++) {
      add(vectors.vector(vector), sums[assignment[vector]]);
    }
    return Arrays.stream(sums).map(DenseVectors::unit).toArray(float[][]::new);
  }

  private static void add(float[] vector, double[] sum) {
    for (int axis = 0; axis < sum.length; axis++) {
      sum[axis] += vector[axis];
    }
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

  private static void checkArguments(DocumentVectors vectors, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("The number of clusters must be at least 1, not " + k);
    }
    if (vectors.size() == 0) {
      throw new IllegalArgumentException("No vectors to cluster");
    }
    for (int number = 0; number < vectors.size(); number++) {
      float[] vector = vectors.vector(number);
      if (!(Math.abs(DenseVectors.dot(vector, vector) - 1) < LENGTH_TOLERANCE)) {
        throw new IllegalArgumentException("Vector " + number + " is not of unit length");
      }
    }
  }
}
