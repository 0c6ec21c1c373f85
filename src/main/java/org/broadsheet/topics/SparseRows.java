package org.broadsheet.topics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.broadsheet.stats.Bm25;

/**
 * A sparse matrix by rows (compressed sparse row): an article is a row, a term of the vocabulary a
 * column.
 *
 * <p>The cells of row {@code r} are {@code terms[i]} and {@code values[i]} for {@code start(r) <= i
 * < end(r)}. The arrays are shared, not copied, because the inner loops of learning read them:
 * treat them as read-only.
 */
final class SparseRows implements Serializable {
  private final int[] offsets;
  private final int[] terms;
  private final float[] values;
  private final int columns;

  private SparseRows(int[] offsets, int[] terms, float[] values, int columns) {
    this.offsets = offsets;
    this.terms = terms;
    this.values = values;
    this.columns = columns;
  }

  /**
   * The matrix of articles and terms.
   *
   * @param articles the articles, a row for each
   * @param weighting weights the terms; each row is of unit length
   * @param columns the size of the vocabulary
   */
  static SparseRows of(List<WordCounts> articles, Bm25 weighting, int columns) {
    Builder rows = new Builder(columns);
    for (WordCounts article : articles) {
      rows.add(article.terms(), article.weights(weighting), article.terms().length);
    }
    return rows.build();
  }

  /** The number of rows. */
  int rows() {
    return offsets.length - 1;
  }

  /** The number of columns: the size of the vocabulary. */
  int columns() {
    return columns;
  }

  /** The index of the first cell of a row. */
  int start(int row) {
    return offsets[row];
  }

  /** The index after the last cell of a row. */
  int end(int row) {
    return offsets[row + 1];
  }

  /** The column of each cell, row after row. */
  int[] terms() {
    return terms;
  }

  /** The value of each cell, row after row. */
  float[] values() {
    return values;
  }

  /** The first rows, all if there are no more. */
  SparseRows first(int count) {
    if (count >= rows()) {
      return this;
    }
    int cells = offsets[count];
    return new SparseRows(
        Arrays.copyOf(offsets, count + 1),
        Arrays.copyOf(terms, cells),
        Arrays.copyOf(values, cells),
        columns);
  }

  /** The same matrix by columns: for each term, the articles that have it, in their order. */
  SparseRows transposed() {
    int[] starts = new int[columns + 1];
    for (int term : terms) {
      starts[term + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] articles = new int[terms.length];
    float[] byTerm = new float[values.length];
    for (int row = 0; row < rows(); row++) {
      for (int i = start(row); i < end(row); i++) {
        int at = next[terms[i]]++;
        articles[at] = row;
        byTerm[at] = values[i];
      }
    }
    return new SparseRows(starts, articles, byTerm, rows());
  }

  /**
   * Takes the cells of a matrix by their numbers: row by row, those of a row in order of columns.
   */
  static final class Cells {
    private final int[] rows;
    private final int[] terms;
    private final float[] values;
    private final int[] offsets;
    private final int columns;

    /** A matrix of so many rows, columns and cells. */
    Cells(int rows, int columns, int cells) {
      this.rows = new int[cells];
      this.terms = new int[cells];
      this.values = new float[cells];
      this.offsets = new int[rows + 1];
      this.columns = columns;
    }

    /**
     * Puts the next cells.
     *
     * @param from the number of the first, which is how many were put before
     * @throws IllegalArgumentException if a cell is before the one that was put before it, or the
     *     same
     * @throws IndexOutOfBoundsException if a cell is outside the matrix
     */
    void put(int from, int[] rows, int[] terms, float[] values) {
      for (int i = 0; i < rows.length; i++) {
        int at = from + i;
        this.rows[at] = Objects.checkIndex(rows[i], offsets.length - 1);
        this.terms[at] = Objects.checkIndex(terms[i], columns);
        this.values[at] = values[i];
        offsets[rows[i] + 1]++;
        if (at > 0 && !isBefore(at - 1, at)) {
          throw new IllegalArgumentException("cells out of order");
        }
      }
    }

    private boolean isBefore(int cell, int other) {
      return rows[cell] < rows[other] || rows[cell] == rows[other] && terms[cell] < terms[other];
    }

    /** The matrix, when all cells have been put. */
    SparseRows build() {
      Arrays.parallelPrefix(offsets, Integer::sum);
      return new SparseRows(offsets, terms, values, columns);
    }
  }

  /** Collects rows in the order in which they are added. */
  static final class Builder {
    private final int columns;
    private int rows;
    private int[] offsets = new int[16];
    private int[] terms = new int[256];
    private float[] values = new float[256];

    /** A matrix without rows, of so many columns. */
    Builder(int columns) {
      this.columns = columns;
    }

    /**
     * Appends a row: the first {@code length} entries of both arrays, which are copied.
     *
     * @param terms distinct columns, in any order
     * @throws IndexOutOfBoundsException if a term is not a column
     */
    Builder add(int[] terms, float[] values, int length) {
      int start = offsets[rows];
      int end = Math.addExact(start, length);
      reserve(end);
      for (int i = 0; i < length; i++) {
        this.terms[start + i] = Objects.checkIndex(terms[i], columns);
        this.values[start + i] = values[i];
      }
      offsets[++rows] = end;
      return this;
    }

    /** The matrix of the rows added so far. */
    SparseRows build() {
      int cells = offsets[rows];
      return new SparseRows(
          Arrays.copyOf(offsets, rows + 1),
          Arrays.copyOf(terms, cells),
          Arrays.copyOf(values, cells),
          columns);
    }

    private void reserve(int cells) {
      if (rows + 2 > offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * offsets.length);
      }
      if (cells > terms.length) {
        int capacity = Math.max(cells, terms.length + terms.length / 2);
        terms = Arrays.copyOf(terms, capacity);
        values = Arrays.copyOf(values, capacity);
      }
    }
  }
}
