package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.broadsheet.stats.Dispersion.PartTotals;
import org.junit.jupiter.api.Test;

class DispersionTest {

  /** The example of Gries 2008: the letter a in five parts. */
  @Test
  void agreesWithThePublishedExample() {
    Dispersion letter =
        Dispersion.of(
            new long[] {1, 2, 3, 4, 5},
            new long[] {9, 10, 10, 10, 11},
            PartTotals.of(9, 10, 10, 10, 11));
    assertEquals(0.18, letter.dp(), 1e-12);
    assertEquals(0.18 / 0.82, letter.dpNorm(), 1e-12);
  }

  @Test
  void aTermInProportionToThePartsHasNone() {
    Dispersion even =
        Dispersion.of(new long[] {2, 4}, new long[] {100, 200}, PartTotals.of(100, 200));
    assertEquals(0, even.dp(), 1e-12);
    assertEquals(0, even.dpNorm(), 1e-12);
  }

  @Test
  void aTermInTheSmallestPartOnlyHasTheMost() {
    Dispersion lone = Dispersion.of(new long[] {7}, new long[] {10}, PartTotals.of(10, 0, 30, 60));
    assertEquals(0.9, lone.dp(), 1e-12);
    assertEquals(1, lone.dpNorm(), 1e-12);
  }

  @Test
  void inOnePartThereIsNothingToBeUneven() {
    Dispersion only = Dispersion.of(new long[] {7}, new long[] {10}, PartTotals.of(10));
    assertEquals(0, only.dp());
    assertNull(only.dpNorm());
  }
}
