package org.broadsheet.topics.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Orthonormalises the columns of tall matrices by Cholesky QR: a matrix A is divided by the
 * Cholesky factor R of its Gram matrix, {@code A'A = R'R}. Sums run in a fixed order, so that the
 * result is the same on any number of threads.
 */
final class CholeskyQr {

  /**
   * A column depends on those before it, up to rounding, if not more than this of its squared
   * length is left without them.
   */
  private static final double INDEPENDENT = 1e-11;

  /** The rows that one thread adds up. */
  private static final int BLOCK = 512;

  private CholeskyQr() {}

  /**
   * Makes the columns of a matrix orthogonal and of unit length. A column that depends on those
   * before it becomes zero.
   *
   * @param matrix the matrix, which is changed
   * @param d the number of its columns
   */
  static void orthonormalise(float[][] matrix, int d) {
    double[][] inverse = inverse(factor(gram(matrix, d), d), d);
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

  /** The products over the rows of one block, four rows at a time. */
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

  /**
   * The Cholesky factor of a Gram matrix: upper triangular, with zero rows for dependent columns.
   */
  private static double[][] factor(double[][] gram, int d) {
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
    return r;
  }

  /** The inverse of an upper triangular matrix; zero rows stay zero. */
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
}
