package org.broadsheet.topics.learning;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.broadsheet.stats.Bm25;

/**
 * A sparse matrix in compressed rows: articles by terms of a vocabulary, or terms by articles.
 *
 * <p>The cells of row {@code r} are in the columns {@code indices[i]} and have the values {@code
 * values[i]} for {@code start(r) <= i < end(r)}. The arrays are shared, not copied, because the
 * inner loops of learning read them: treat them as read-only.
 */
public final class SparseMatrix implements Serializable {
  private final int[] offsets;
  private final int[] indices;
  private final float[] values;
  private final int columns;

  private SparseMatrix(int[] offsets, int[] indices, float[] values, int columns) {
    this.offsets = offsets;
    this.indices = indices;
    this.values = values;
    this.columns = columns;
  }

  /**
   * Makes a matrix of articles by terms.
   *
   * @param articles the articles, one for each row
   * @param weighting the weighting of their terms, which makes each row of unit length
   * @param columns the size of the vocabulary
   * @return the matrix
   */
  static SparseMatrix of(List<BagOfWords> articles, Bm25 weighting, int columns) {
    RowsBuilder rows = new RowsBuilder(columns);
    for (BagOfWords article : articles) {
      rows.add(article.terms(), article.weights(weighting), article.terms().length);
    }
    return rows.build();
  }

  /** {@return the number of rows} */
  public int rows() {
    return offsets.length - 1;
  }

  /** The number of columns. */
  int columns() {
    return columns;
  }

  /**
   * Finds the first cell of a row.
   *
   * @param row the row
   * @return the index of the cell
   */
  public int start(int row) {
    return offsets[row];
  }

  /**
   * Finds the end of a row.
   *
   * @param row the row
   * @return the index after its last cell
   */
  public int end(int row) {
    return offsets[row + 1];
  }

  /** {@return the column of each cell, row after row} */
  public int[] indices() {
    return indices;
  }

  /** {@return the value of each cell, row after row} */
  public float[] values() {
    return values;
  }

  /** The first rows; all if there are not more. */
  SparseMatrix first(int count) {
    if (count >= rows()) {
      return this;
    }
    int cells = offsets[count];
    return new SparseMatrix(
        Arrays.copyOf(offsets, count + 1),
        Arrays.copyOf(indices, cells),
        Arrays.copyOf(values, cells),
        columns);
  }

  /** The same matrix by columns, the cells of each column in order of the rows. */
  SparseMatrix transposed() {
    int[] starts = new int[columns + 1];
    for (int column : indices) {
      starts[column + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] rowIndices = new int[indices.length];
    float[] byColumn = new float[values.length];
    for (int row = 0; row < rows(); row++) {
      for (int i = start(row); i < end(row); i++) {
        int at = next[indices[i]]++;
        rowIndices[at] = row;
        byColumn[at] = values[i];
      }
    }
    return new SparseMatrix(starts, rowIndices, byColumn, rows());
  }

  /** Builds a matrix from its cells, in order of rows, then of columns. */
  public static final class CellsBuilder {
    private final int[] rows;
    private final int[] indices;
    private final float[] values;
    private final int[] offsets;
    private final int columns;

    /**
     * Begins a matrix.
     *
     * @param rows the number of rows
     * @param columns the number of columns
     * @param cells the number of cells
     */
    public CellsBuilder(int rows, int columns, int cells) {
      this.rows = new int[cells];
      this.indices = new int[cells];
      this.values = new float[cells];
      this.offsets = new int[rows + 1];
      this.columns = columns;
    }

    /**
     * Adds cells.
     *
     * @param from the number of cells that were added before
     * @param rows the row of each cell
     * @param indices the column of each cell
     * @param values the value of each cell
     * @throws IllegalArgumentException if cells are out of order, or a cell is given twice
     * @throws IndexOutOfBoundsException if a cell is outside the matrix
     */
    public void add(int from, int[] rows, int[] indices, float[] values) {
      for (int i = 0; i < rows.length; i++) {
        int at = from + i;
        this.rows[at] = Objects.checkIndex(rows[i], offsets.length - 1);
        this.indices[at] = Objects.checkIndex(indices[i], columns);
        this.values[at] = values[i];
        offsets[rows[i] + 1]++;
        if (at > 0 && !isBefore(at - 1, at)) {
          throw new IllegalArgumentException("cells out of order");
        }
      }
    }

    private boolean isBefore(int cell, int other) {
      return rows[cell] < rows[other]
          || rows[cell] == rows[other] && indices[cell] < indices[other];
    }

    /** {@return the matrix, after all cells were added} */
    public SparseMatrix build() {
      Arrays.parallelPrefix(offsets, Integer::sum);
      return new SparseMatrix(offsets, indices, values, columns);
    }
  }

  /** Builds a matrix from its rows, in their order. */
  static final class RowsBuilder {
    private final int columns;
    private int rows;
    private int[] offsets = new int[16];
    private int[] indices = new int[256];
    private float[] values = new float[256];

    /** Begins a matrix without rows. */
    RowsBuilder(int columns) {
      this.columns = columns;
    }

    /**
     * Adds a row: the first {@code length} entries of both arrays, which are copied.
     *
     * @param indices distinct columns, in any order
     * @param values the value in each of them
     * @param length the number of cells
     * @return this
     * @throws IndexOutOfBoundsException if the matrix has no such column
     */
    RowsBuilder add(int[] indices, float[] values, int length) {
      int start = offsets[rows];
      int end = Math.addExact(start, length);
      reserve(end);
      for (int i = 0; i < length; i++) {
        this.indices[start + i] = Objects.checkIndex(indices[i], columns);
        this.values[start + i] = values[i];
      }
      offsets[++rows] = end;
      return this;
    }

    /** Returns the matrix of the rows added so far. */
    SparseMatrix build() {
      int cells = offsets[rows];
      return new SparseMatrix(
          Arrays.copyOf(offsets, rows + 1),
          Arrays.copyOf(indices, cells),
          Arrays.copyOf(values, cells),
          columns);
    }

    private void reserve(int cells) {
      if (rows + 2 > offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * offsets.length);
      }
      if (cells > indices.length) {
        int capacity = Math.max(cells, indices.length + indices.length / 2);
        indices = Arrays.copyOf(indices, capacity);
        values = Arrays.copyOf(values, capacity);
      }
    }
  }
}
