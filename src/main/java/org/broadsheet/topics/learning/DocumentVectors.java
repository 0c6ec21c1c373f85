package org.broadsheet.topics.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Articles as dense vectors of unit length. Beside the vectors there is a copy in blocks, in which
 * the coordinates of a block's vectors on one axis are an array: the products of a centre with all
 * vectors of a block are a {@link WeightedSum} of its axes.
 *
 * <p>{@link #cosines}, {@link #nearest} and {@link DenseVectors#dot} add up a product in the same
 * order, so that an article is as near to a centre when it is assigned as when it was learned from.
 */
final class DocumentVectors {

  private static final int BLOCK = 128;

  private final float[][] vectors;
  private final float[][][] blocks;
  private final int[] axes;

  private DocumentVectors(float[][] vectors, float[][][] blocks) {
    this.vectors = vectors;
    this.blocks = blocks;
    this.axes = IntStream.range(0, dimensions()).toArray();
  }

  /**
   * Takes vectors.
   *
   * @param vectors vectors with the same number of coordinates, which must not be changed any more
   */
  static DocumentVectors of(float[][] vectors) {
    float[][][] blocks = new float[(vectors.length + BLOCK - 1) / BLOCK][][];
    for (int block = 0; block < blocks.length; block++) {
      blocks[block] = byAxis(vectors, block * BLOCK);
    }
    return new DocumentVectors(vectors, blocks);
  }

  private static float[][] byAxis(float[][] vectors, int from) {
    float[][] block = new float[vectors[from].length][BLOCK];
    for (int vector = from; vector < Math.min(vectors.length, from + BLOCK); vector++) {
      for (int axis = 0; axis < block.length; axis++) {
        block[axis][vector - from] = vectors[vector][axis];
      }
    }
    return block;
  }

  /** The number of vectors. */
  int size() {
    return vectors.length;
  }

  /** The number of coordinates of each vector; 0 if there is no vector. */
  int dimensions() {
    return vectors.length == 0 ? 0 : vectors[0].length;
  }

  /** A vector, not a copy of it. */
  float[] vector(int number) {
    return vectors[number];
  }

  /** The first vectors; all if there are not more. */
  DocumentVectors first(int count) {
    return count >= size() ? this : of(Arrays.copyOf(vectors, count));
  }

  /**
   * Computes the cosine of each vector with a centre.
   *
   * @param centre a vector of unit length
   * @return a cosine for each vector
   */
  float[] cosines(float[] centre) {
    float[] cosines = new float[size()];
    float[] products = new float[BLOCK];
    for (int block = 0; block < blocks.length; block++) {
      multiply(blocks[block], centre, products);
      System.arraycopy(products, 0, cosines, block * BLOCK, vectorsOf(block));
    }
    return cosines;
  }

  /**
   * Finds the nearest centre of each vector, the first of equally near ones.
   *
   * @param centres vectors of unit length
   * @param nearest receives the number of the nearest centre for each vector
   * @param cosines receives the cosine with that centre
   */
  void nearest(float[][] centres, int[] nearest, float[] cosines) {
    Arrays.fill(cosines, Float.NEGATIVE_INFINITY);
    float[] products = new float[BLOCK];
    for (int block = 0; block < blocks.length; block++) {
      for (int centre = 0; centre < centres.length; centre++) {
        multiply(blocks[block], centres[centre], products);
        approach(centre, products, block, nearest, cosines);
      }
    }
  }

  private void approach(int centre, float[] products, int block, int[] nearest, float[] cosines) {
    int from = block * BLOCK;
    int count = vectorsOf(block);
    for (int i = 0; i < count; i++) {
      if (products[i] > cosines[from + i]) {
        cosines[from + i] = products[i];
        nearest[from + i] = centre;
      }
    }
  }

  private int vectorsOf(int block) {
    return Math.min(BLOCK, size() - block * BLOCK);
  }

  /** The products of a block's vectors with a centre. */
  private void multiply(float[][] block, float[] centre, float[] products) {
    Arrays.fill(products, 0);
    WeightedSum.add(axes, centre, 0, centre.length, block, products);
  }
}
