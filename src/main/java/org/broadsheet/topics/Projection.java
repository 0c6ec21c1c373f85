package org.broadsheet.topics;

import java.io.Serializable;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Latent semantic analysis (Deerwester et al. 1990): articles as sums of few directions, those in
 * which they differ most, so that words of one subject stand for each other. The directions are
 * found by randomised subspace iteration (Halko, Martinsson and Tropp 2011, algorithm 4.4).
 *
 * <p>Only the space matters, since cosines do not change with its axes: they are no singular
 * vectors, but span what the first singular vectors span.
 *
 * @param dimensions how many directions there are
 * @param byTerm the coordinates of the terms, those of one term beside each other
 */
record Projection(int dimensions, float[] byTerm) implements Serializable {

  private static final int ITERATIONS = 4;
  private static final double SHORTEST = 1e-6;

  /** What is left of a column beside those before it, squared, that is more than rounding. */
  private static final double INDEPENDENT = 1e-11;

  /** Rows that are added up by one thread: their number, and so every sum, is fixed. */
  private static final int BLOCK = 512;

  /**
   * Finds the directions of some articles.
   *
   * @param rows the articles
   * @param dimensions how many directions are wanted; there are never more than articles or terms
   */
  static Projection of(SparseRows rows, int dimensions) {
    int d = Math.min(dimensions, Math.min(rows.rows(), rows.columns()));
    SparseRows columns = rows.transposed();
    float[] byTerm = random(rows.columns(), d);
    orthonormalise(byTerm, d);
    for (int i = 0; i < ITERATIONS; i++) {
      float[] articles = times(rows, byTerm, d);
      orthonormalise(articles, d);
      byTerm = times(columns, articles, d);
      orthonormalise(byTerm, d);
    }
    return new Projection(d, byTerm);
  }

  private static float[] random(int rows, int d) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[rows * d];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextDouble() - 0.5);
    }
    return values;
  }

  /** The product of a sparse matrix and a dense one of so many columns. */
  private static float[] times(SparseRows rows, float[] dense, int d) {
    float[] product = new float[rows.rows() * d];
    IntStream.range(0, rows.rows())
        .parallel()
        .forEach(
            row ->
                add(
                    rows.terms(),
                    rows.values(),
                    rows.start(row),
                    rows.end(row),
                    dense,
                    d,
                    product,
                    row * d));
    return product;
  }

  private static void add(
      int[] terms, float[] values, int start, int end, float[] dense, int d, float[] out, int at) {
    for (int i = start; i < end; i++) {
      float value = values[i];
      int from = terms[i] * d;
      for (int j = 0; j < d; j++) {
        out[at + j] += value * dense[from + j];
      }
    }
  }

  /**
   * Makes the columns of a matrix orthogonal and of unit length, by the Cholesky factor of their
   * products. A column that depends on those before it becomes zero.
   */
  private static void orthonormalise(float[] matrix, int d) {
    double[] inverse = inverseOfFactor(gram(matrix, d), d);
    int rows = matrix.length / d;
    IntStream.range(0, rows).parallel().forEach(row -> transform(matrix, row * d, d, inverse));
  }

  /** Multiplies a row by an upper triangular matrix. */
  private static void transform(float[] matrix, int at, int d, double[] upper) {
    double[] out = new double[d];
    for (int i = 0; i < d; i++) {
      double value = matrix[at + i];
      for (int j = i; j < d; j++) {
        out[j] += value * upper[i * d + j];
      }
    }
    for (int j = 0; j < d; j++) {
      matrix[at + j] = (float) out[j];
    }
  }

  /** The products of all pairs of columns, block by block in a fixed order. */
  private static double[] gram(float[] matrix, int d) {
    int rows = matrix.length / d;
    double[][] blocks =
        IntStream.range(0, (rows + BLOCK - 1) / BLOCK)
            .parallel()
            .mapToObj(block -> gram(matrix, d, block * BLOCK, Math.min(rows, (block + 1) * BLOCK)))
            .toArray(double[][]::new);
    double[] sum = new double[d * d];
    for (double[] block : blocks) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += block[i];
      }
    }
    return sum;
  }

  private static double[] gram(float[] matrix, int d, int from, int to) {
    double[] gram = new double[d * d];
    for (int row = from; row < to; row++) {
      for (int i = 0; i < d; i++) {
        double value = matrix[row * d + i];
        for (int j = i; j < d; j++) {
          gram[i * d + j] += value * matrix[row * d + j];
        }
      }
    }
    return gram;
  }

  /** The inverse of R where the matrix is its own transposed times R, and R is upper triangular. */
  private static double[] inverseOfFactor(double[] gram, int d) {
    double[] r = new double[d * d];
    for (int i = 0; i < d; i++) {
      double rest = gram[i * d + i];
      for (int k = 0; k < i; k++) {
        rest -= r[k * d + i] * r[k * d + i];
      }
      double pivot = rest > INDEPENDENT * gram[i * d + i] ? Math.sqrt(rest) : 0;
      for (int j = i; j < d && pivot > 0; j++) {
        double sum = gram[i * d + j];
        for (int k = 0; k < i; k++) {
          sum -= r[k * d + i] * r[k * d + j];
        }
        r[i * d + j] = sum / pivot;
      }
    }
    return inverse(r, d);
  }

  private static double[] inverse(double[] r, int d) {
    double[] inverse = new double[d * d];
    for (int j = 0; j < d; j++) {
      if (r[j * d + j] == 0) {
        continue;
      }
      inverse[j * d + j] = 1 / r[j * d + j];
      for (int i = j - 1; i >= 0; i--) {
        double sum = 0;
        for (int k = i + 1; k <= j; k++) {
          sum += r[i * d + k] * inverse[k * d + j];
        }
        inverse[i * d + j] = r[i * d + i] == 0 ? 0 : -sum / r[i * d + i];
      }
    }
    return inverse;
  }

  /**
   * Projects an article, to unit length.
   *
   * @param terms its terms, of which those from {@code start} to before {@code end} count
   * @param values their weights
   * @return its coordinates; all zero if none of the directions has anything of it
   */
  float[] project(int[] terms, float[] values, int start, int end) {
    float[] out = new float[dimensions];
    add(terms, values, start, end, byTerm, dimensions, out, 0);
    toUnitLength(out);
    return out;
  }

  /** Scales a vector to unit length; to zero if it is next to nothing. */
  static void toUnitLength(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    double scale = squares > SHORTEST * SHORTEST ? 1 / Math.sqrt(squares) : 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] * scale);
    }
  }
}
