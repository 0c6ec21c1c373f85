package org.broadsheet.topics.learning;

/** Arithmetic on dense vectors. */
public final class DenseVectors {

  private static final double SHORTEST = 1e-6;

  private DenseVectors() {}

  /** The product of two vectors of one length, added up in the order of {@link WeightedSum}. */
  static float dot(float[] vector, float[] other) {
    float product = 0;
    int axis = 0;
    for (; axis + 4 <= other.length; axis += 4) {
      product +=
          other[axis] * vector[axis]
              + other[axis + 1] * vector[axis + 1]
              + (other[axis + 2] * vector[axis + 2] + other[axis + 3] * vector[axis + 3]);
    }
    for (; axis < other.length; axis++) {
      product += other[axis] * vector[axis];
    }
    return product;
  }

  /** The Euclidean length of a vector. */
  static double length(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  /** Returns whether a vector is zero, or so short that only rounding makes it differ from zero. */
  static boolean isShort(float[] vector) {
    return length(vector) <= SHORTEST;
  }

  /** Returns whether all values of a vector are zero. */
  static boolean isZero(float[] vector) {
    for (float value : vector) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** Scales a vector to unit length, and makes one that {@linkplain #isShort is short} zero. */
  static float[] unit(float[] vector) {
    double length = length(vector);
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = length > SHORTEST ? (float) (vector[i] / length) : 0;
    }
    return unit;
  }

  /**
   * Scales a vector to unit length.
   *
   * @param vector a vector
   * @return a vector of unit length; zero if the given one is
   */
  public static float[] unit(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = length == 0 ? 0 : (float) (vector[i] / length);
    }
    return unit;
  }
}
