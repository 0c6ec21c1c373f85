package org.broadsheet.topics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Articles as points in few dimensions, each a vector of unit length. Beside the points themselves
 * there is a copy in blocks, in which the coordinates of a block's points on one axis are an array:
 * the products of a centre with all points of a block are a {@link WeightedSum} of its axes.
 *
 * <p>A product is added up in the same order in {@link #cosines}, {@link #nearest} and {@link
 * #dot}, so that an article is as near to a centre when it is assigned as when it was learned from.
 */
final class Points {

  private static final int BLOCK = 128;

  private final float[][] points;
  private final float[][][] blocks;
  private final int[] axes;

  private Points(float[][] points, float[][][] blocks) {
    this.points = points;
    this.blocks = blocks;
    this.axes = IntStream.range(0, dimensions()).toArray();
  }

  /**
   * Takes points.
   *
   * @param points vectors of one length; not to be changed any more
   */
  static Points of(float[][] points) {
    float[][][] blocks = new float[(points.length + BLOCK - 1) / BLOCK][][];
    for (int block = 0; block < blocks.length; block++) {
      blocks[block] = byAxis(points, block * BLOCK);
    }
    return new Points(points, blocks);
  }

  private static float[][] byAxis(float[][] points, int from) {
    float[][] block = new float[points[from].length][BLOCK];
    for (int point = from; point < Math.min(points.length, from + BLOCK); point++) {
      for (int axis = 0; axis < block.length; axis++) {
        block[axis][point - from] = points[point][axis];
      }
    }
    return block;
  }

  /** How many points there are. */
  int size() {
    return points.length;
  }

  /** How many coordinates each has; 0 if there is no point. */
  int dimensions() {
    return points.length == 0 ? 0 : points[0].length;
  }

  /** A point: not a copy. */
  float[] point(int number) {
    return points[number];
  }

  /** The first points, all if there are no more. */
  Points first(int count) {
    return count >= size() ? this : of(Arrays.copyOf(points, count));
  }

  /**
   * The cosine of each point with a centre.
   *
   * @param centre a vector of unit length
   * @return a cosine for each point
   */
  float[] cosines(float[] centre) {
    float[] cosines = new float[size()];
    float[] products = new float[BLOCK];
    for (int block = 0; block < blocks.length; block++) {
      multiply(blocks[block], centre, products);
      System.arraycopy(products, 0, cosines, block * BLOCK, pointsOf(block));
    }
    return cosines;
  }

  /**
   * Finds the nearest centre of each point, of equally near ones the first.
   *
   * @param centres vectors of unit length
   * @param nearest takes the number of a centre for each point
   * @param cosines takes the cosine with that centre
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
    int count = pointsOf(block);
    for (int i = 0; i < count; i++) {
      if (products[i] > cosines[from + i]) {
        cosines[from + i] = products[i];
        nearest[from + i] = centre;
      }
    }
  }

  private int pointsOf(int block) {
    return Math.min(BLOCK, size() - block * BLOCK);
  }

  /** The products of a block's points with a centre. */
  private void multiply(float[][] block, float[] centre, float[] products) {
    Arrays.fill(products, 0);
    WeightedSum.add(axes, centre, 0, centre.length, block, products);
  }

  /** The product of two vectors of one length, added up as {@link WeightedSum} does. */
  static float dot(float[] point, float[] centre) {
    float product = 0;
    int axis = 0;
    for (; axis + 4 <= centre.length; axis += 4) {
      product +=
          centre[axis] * point[axis]
              + centre[axis + 1] * point[axis + 1]
              + (centre[axis + 2] * point[axis + 2] + centre[axis + 3] * point[axis + 3]);
    }
    for (; axis < centre.length; axis++) {
      product += centre[axis] * point[axis];
    }
    return product;
  }
}
