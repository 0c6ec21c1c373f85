package org.broadsheet.topics.learning;

/**
 * Computes weighted sums of rows, which is where learning topics spends its time.
 *
 * <p>The compiler turns the loops into vector instructions. It does so for whole arrays, not for
 * parts of them.
 */
final class WeightedSum {

  private WeightedSum() {}

  /**
   * Adds rows to a sum, four at a time.
   *
   * @param which the numbers of rows, of which those from {@code start} to before {@code end} count
   * @param weights the weight of each of these rows
   * @param start the first index
   * @param end the index after the last
   * @param rows rows with the length of the sum
   * @param sum the sum, which is added to
   */
  static void add(int[] which, float[] weights, int start, int end, float[][] rows, float[] sum) {
    int i = start;
    for (; i + 4 <= end; i += 4) {
      addFour(which, weights, i, rows, sum);
    }
    for (; i < end; i++) {
      addOne(rows[which[i]], weights[i], sum);
    }
  }

  private static void addFour(int[] which, float[] weights, int i, float[][] rows, float[] sum) {
    float[] a = rows[which[i]];
    float[] b = rows[which[i + 1]];
    float[] c = rows[which[i + 2]];
    float[] d = rows[which[i + 3]];
    float byA = weights[i];
    float byB = weights[i + 1];
    float byC = weights[i + 2];
    float byD = weights[i + 3];
    for (int j = 0; j < sum.length; j++) {
      sum[j] += byA * a[j] + byB * b[j] + (byC * c[j] + byD * d[j]);
    }
  }

  private static void addOne(float[] row, float weight, float[] sum) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += weight * row[j];
    }
  }
}
