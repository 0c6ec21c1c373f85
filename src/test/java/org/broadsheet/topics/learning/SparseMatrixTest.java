package org.broadsheet.topics.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SparseMatrixTest {
  @Test
  void keepsRowsInTheirOrder() {
    SparseMatrix rows =
        new SparseMatrix.RowsBuilder(4)
            .add(new int[] {3, 0, 9}, new float[] {1, 2, 9}, 2)
            .add(new int[0], new float[0], 0)
            .add(new int[] {1}, new float[] {3}, 1)
            .build();

    assertEquals(3, rows.rows());
    assertEquals(4, rows.columns());
    assertArrayEquals(new int[] {3, 0, 1}, rows.indices());
    assertArrayEquals(new float[] {1, 2, 3}, rows.values());
    assertEquals(2, rows.end(0));
    assertEquals(rows.start(1), rows.end(1));
    assertEquals(3, rows.end(2));
  }

  @Test
  void growsWithTheRows() {
    SparseMatrix.RowsBuilder builder = new SparseMatrix.RowsBuilder(1000);
    for (int row = 0; row < 1000; row++) {
      builder.add(new int[] {row, 0}, new float[] {row, 1}, 2);
    }
    SparseMatrix rows = builder.build();

    assertEquals(1000, rows.rows());
    assertEquals(2000, rows.indices().length);
    assertEquals(999, rows.indices()[rows.start(999)]);
  }

  @Test
  void hasNoRowsAtFirst() {
    assertEquals(0, new SparseMatrix.RowsBuilder(5).build().rows());
  }

  @Test
  void refusesTermsOutsideItsColumns() {
    SparseMatrix.RowsBuilder builder = new SparseMatrix.RowsBuilder(2);

    assertThrows(
        IndexOutOfBoundsException.class, () -> builder.add(new int[] {2}, new float[] {1}, 1));
  }
}
