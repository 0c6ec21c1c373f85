package org.broadsheet.topics;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The centres of clusters of sparse rows, laid out by term: the coordinates of all the centres for
 * one term are neighbours in memory. One pass over the cells of a row then adds to all its dot
 * products side by side, which the compiler turns into vector instructions.
 *
 * <p>Learning and applying a model share this one kernel, so that an article gets the same topic
 * from both. Immutable.
 */
final class Centres implements Serializable {
  private final int count;
  private final float[] byTerm;

  /** Takes coordinates as they are: of centre {@code c} for a term at {@code term * count + c}. */
  Centres(int count, float[] byTerm) {
    this.count = count;
    this.byTerm = byTerm;
  }

  /**
   * Lays out centres given one after another.
   *
   * @param centres centres by columns, all of one length
   * @throws IllegalArgumentException if there is none
   */
  static Centres of(float[][] centres) {
    if (centres.length == 0) {
      throw new IllegalArgumentException("No centres");
    }
    int count = centres.length;
    float[] byTerm = new float[count * centres[0].length];
    for (int centre = 0; centre < count; centre++) {
      for (int term = 0; term < centres[centre].length; term++) {
        byTerm[term * count + centre] = centres[centre][term];
      }
    }
    return new Centres(count, byTerm);
  }

  /** Takes some of the rows as centres. */
  static Centres at(int[] chosen, SparseRows rows) {
    int count = chosen.length;
    float[] byTerm = new float[count * rows.columns()];
    for (int centre = 0; centre < count; centre++) {
      for (int i = rows.start(chosen[centre]); i < rows.end(chosen[centre]); i++) {
        byTerm[rows.terms()[i] * count + centre] = rows.values()[i];
      }
    }
    return new Centres(count, byTerm);
  }

  /** The number of centres. */
  int count() {
    return count;
  }

  /** One centre as a row over all the columns: a copy. */
  float[] row(int centre) {
    float[] row = new float[byTerm.length / count];
    for (int term = 0; term < row.length; term++) {
      row[term] = byTerm[term * count + centre];
    }
    return row;
  }

  /**
   * The dot products of a sparse row with all the centres; for unit lengths, their cosines.
   *
   * @param terms columns of the row, of which those from {@code start} to before {@code end} count
   * @param values its values, beside the columns
   * @param dots takes one product per centre
   */
  void dot(int[] terms, float[] values, int start, int end, float[] dots) {
    Arrays.fill(dots, 0, count, 0);
    int i = start;
    for (; i + 4 <= end; i += 4) {
      addFour(terms, values, i, dots);
    }
    for (; i < end; i++) {
      addOne(values[i], terms[i] * count, dots);
    }
  }

  /** Four cells at once, so that the products are fetched and stored a quarter as often. */
  private void addFour(int[] terms, float[] values, int i, float[] dots) {
    int a = terms[i] * count;
    int b = terms[i + 1] * count;
    int c = terms[i + 2] * count;
    int d = terms[i + 3] * count;
    float va = values[i];
    float vb = values[i + 1];
    float vc = values[i + 2];
    float vd = values[i + 3];
    for (int centre = 0; centre < count; centre++) {
      dots[centre] +=
          va * byTerm[a + centre]
              + vb * byTerm[b + centre]
              + (vc * byTerm[c + centre] + vd * byTerm[d + centre]);
    }
  }

  private void addOne(float value, int first, float[] dots) {
    for (int centre = 0; centre < count; centre++) {
      dots[centre] += value * byTerm[first + centre];
    }
  }
}
