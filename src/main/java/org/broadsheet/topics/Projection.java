package org.broadsheet.topics;

import java.io.Serializable;
import java.util.Arrays;
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
 * @param byTerm the coordinates of each term
 */
record Projection(int dimensions, float[][] byTerm) implements Serializable {

  private static final int LEARNED = 6_000;
  private static final int ITERATIONS = 4;
  private static final double SHORTEST = 1e-6;

  /** What is left of a column beside those before it, squared, that is more than rounding. */
  private static final double INDEPENDENT = 1e-11;

  /** Rows that are added up by one thread: their number, and so every sum, is fixed. */
  private static final int BLOCK = 512;

  /**
   * Finds the directions of some articles.
   *
   * @param rows the articles, in an order of chance: the first {@value #LEARNED} count, since more
   *     do not change what the directions are good for
   * @param dimensions how many directions are wanted; there are never more than articles or terms
   */
  static Projection of(SparseRows rows, int dimensions) {
    SparseRows learned = rows.first(LEARNED);
    int d = Math.min(dimensions, Math.min(learned.rows(), learned.columns()));
    SparseRows columns = learned.transposed();
    float[][] byTerm = random(rows.columns(), d);
    for (int i = 0; i < ITERATIONS; i++) {
      float[][] articles = times(learned, byTerm, d);
      orthonormalise(articles, d);
      byTerm = times(columns, articles, d);
    }
    orthonormalise(byTerm, d);
    return new Projection(d, byTerm);
  }

  private static float[][] random(int rows, int d) {
    SplittableRandom random = new SplittableRandom(1);
    float[][] values = new float[rows][d];
    for (float[] row : values) {
      for (int i = 0; i < d; i++) {
        row[i] = (float) (random.nextDouble() - 0.5);
      }
    }
    return values;
  }

  /** The product of a sparse matrix and a dense one of so many columns. */
  private static float[][] times(SparseRows rows, float[][] dense, int d) {
    return IntStream.range(0, rows.rows())
        .parallel()
        .mapToObj(row -> sum(rows.terms(), rows.values(), rows.start(row), rows.end(row), dense, d))
        .toArray(float[][]::new);
  }

  private static float[] sum(
      int[] terms, float[] values, int start, int end, float[][] dense, int d) {
    float[] sum = new float[d];
    WeightedSum.add(terms, values, start, end, dense, sum);
    return sum;
  }

  /**
   * Makes the columns of a matrix orthogonal and of unit length, by the Cholesky factor of their
   * products. A column that depends on those before it becomes zero.
   */
  private static void orthonormalise(float[][] matrix, int d) {
    double[][] inverse = inverseOfFactor(gram(matrix, d), d);
    Arrays.stream(matrix).parallel().forEach(row -> transform(row, inverse));
  }

  /** Multiplies a row by an upper triangular matrix. */
  private static void transform(float[] row, double[][] upper) {
    double[] sum = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      double value = row[i];
      double[] factors = upper[i];
      for (int j = i; j < sum.length; j++) {
        sum[j] += value * factors[j];
      }
    }
    for (int j = 0; j < row.length; j++) {
      row[j] = (float) sum[j];
    }
  }

  /** The products of all pairs of columns, block by block in a fixed order. */
  private static double[][] gram(float[][] matrix, int d) {
    double[][][] blocks =
        IntStream.range(0, (matrix.length + BLOCK - 1) / BLOCK)
            .parallel()
            .mapToObj(block -> gram(matrix, d, block * BLOCK))
            .toArray(double[][][]::new);
    double[][] sum = new double[d][d];
    for (double[][] block : blocks) {
      for (int i = 0; i < d; i++) {
        for (int j = i; j < d; j++) {
          sum[i][j] += block[i][j];
        }
      }
    }
    return sum;
  }

  /** Of the rows of one block, four at a time. */
  private static double[][] gram(float[][] matrix, int d, int from) {
    double[][] gram = new double[d][d];
    int to = Math.min(matrix.length, from + BLOCK);
    double[][] four = new double[4][d];
    for (int row = from; row < to; row += 4) {
      for (int i = 0; i < 4; i++) {
        copy(row + i < to ? matrix[row + i] : new float[d], four[i]);
      }
      addProducts(four[0], four[1], four[2], four[3], gram);
    }
    return gram;
  }

  private static void copy(float[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i];
    }
  }

  /** Adds the products of all pairs of columns of four rows. */
  private static void addProducts(double[] a, double[] b, double[] c, double[] d, double[][] gram) {
    for (int i = 0; i < a.length; i++) {
      double byA = a[i];
      double byB = b[i];
      double byC = c[i];
      double byD = d[i];
      double[] products = gram[i];
      for (int j = i; j < products.length; j++) {
        products[j] += byA * a[j] + byB * b[j] + (byC * c[j] + byD * d[j]);
      }
    }
  }

  /** The inverse of R where the matrix is its own transposed times R, and R is upper triangular. */
  private static double[][] inverseOfFactor(double[][] gram, int d) {
    double[][] r = new double[d][d];
    for (int i = 0; i < d; i++) {
      double rest = gram[i][i];
      for (int k = 0; k < i; k++) {
        rest -= r[k][i] * r[k][i];
      }
      double pivot = rest > INDEPENDENT * gram[i][i] ? Math.sqrt(rest) : 0;
      for (int j = i; j < d && pivot > 0; j++) {
        double sum = gram[i][j];
        for (int k = 0; k < i; k++) {
          sum -= r[k][i] * r[k][j];
        }
        r[i][j] = sum / pivot;
      }
    }
    return inverse(r, d);
  }

  private static double[][] inverse(double[][] r, int d) {
    double[][] inverse = new double[d][d];
    for (int j = 0; j < d; j++) {
      if (r[j][j] == 0) {
        continue;
      }
      inverse[j][j] = 1 / r[j][j];
      for (int i = j - 1; i >= 0; i--) {
        double sum = 0;
        for (int k = i + 1; k <= j; k++) {
          sum += r[i][k] * inverse[k][j];
        }
        inverse[i][j] = r[i][i] == 0 ? 0 : -sum / r[i][i];
      }
    }
    return inverse;
  }

  /**
   * Projects an article.
   *
   * @param terms its terms, of which those from {@code start} to before {@code end} count
   * @param values their weights
   * @return its coordinates; their length is the part of the article that lies in the space, up to
   *     1 for one of unit length, and they are all zero if next to nothing of it does
   */
  float[] project(int[] terms, float[] values, int start, int end) {
    float[] out = sum(terms, values, start, end, byTerm, dimensions);
    if (length(out) <= SHORTEST) {
      Arrays.fill(out, 0);
    }
    return out;
  }

  static double length(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  /** A vector scaled to unit length; zero if it is next to nothing. */
  static float[] unit(float[] vector) {
    double length = length(vector);
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = length > SHORTEST ? (float) (vector[i] / length) : 0;
    }
    return unit;
  }
}
