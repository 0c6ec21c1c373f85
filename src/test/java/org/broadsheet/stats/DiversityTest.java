package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DiversityTest {

  private static long[] counts(long... counts) {
    return counts;
  }

  @Test
  void kindsWithAlikeManyHaveTheLogarithmOfTheirNumber() {
    assertEquals(1, Diversity.entropy(counts(7, 7)));
    assertEquals(2, Diversity.entropy(counts(3, 3, 3, 3)));
    assertEquals(4, Diversity.effectiveNumber(Diversity.entropy(counts(3, 3, 3, 3))), 1e-12);
  }

  @Test
  void unlikeKindsHaveLess() {
    // 1/2 x 1 + 1/4 x 2 + 2 x 1/8 x 3.
    assertEquals(1.75, Diversity.entropy(counts(4, 2, 1, 1)), 1e-12);
    // .9 x .152003 + .1 x 3.321928.
    assertEquals(0.4689955935893, Diversity.entropy(counts(9, 1)), 1e-9);
    assertEquals(1.3841454885, Diversity.effectiveNumber(0.4689955936), 1e-9);
  }

  @Test
  void oneKindOrNoneLeavesNothingOpen() {
    assertEquals(0.0, Diversity.entropy(counts()));
    assertEquals(0.0, Diversity.entropy(counts(0, 0)));
    assertEquals(0.0, Diversity.entropy(counts(0, 12, 0)));
    assertEquals(1.0, Diversity.effectiveNumber(0));
  }

  @Test
  void aKindWithoutItemsIsNone() {
    assertEquals(Diversity.entropy(counts(5, 2)), Diversity.entropy(counts(5, 0, 2, 0)));
  }

  @Test
  void theDivergenceOfTwoDistributions() {
    assertEquals(1, Diversity.jensenShannon(counts(3, 0), counts(0, 9)));
    assertEquals(0, Diversity.jensenShannon(counts(1, 2, 0), counts(10, 20, 0)));
    // Shares 1, 0 and 1/2, 1/2, mean 3/4, 1/4: (log2 4/3 + 1/2 log2 2/3 + 1/2 log2 2) / 2.
    assertEquals(0.3112781245, Diversity.jensenShannon(counts(5, 0), counts(1, 1)), 1e-9);
  }

  @Test
  void nothingHasNoDivergence() {
    assertNull(Diversity.jensenShannon(counts(0, 0), counts(1, 2)));
    assertNull(Diversity.jensenShannon(counts(1, 2), counts(0, 0)));
    assertNull(Diversity.jensenShannon(counts(), counts()));
    assertThrows(
        IllegalArgumentException.class, () -> Diversity.jensenShannon(counts(1), counts(1, 2)));
  }

  @Test
  void theDivergenceIsTheSameFromBothSidesAndInItsBounds() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      long[] one = random.longs(1 + random.nextInt(9), 0, 1 + random.nextInt(9)).toArray();
      long[] other = random.longs(one.length, 0, 1 + random.nextInt(9)).toArray();
      one[0]++;
      other[0]++;
      double divergence = Diversity.jensenShannon(one, other);
      assertEquals(divergence, Diversity.jensenShannon(other, one));
      assertEquals(Math.max(0, Math.min(1, divergence)), divergence);
      assertEquals(0.0, Diversity.jensenShannon(one, one));
    }
  }

  /** One less the divergence is what the kinds of both share. */
  @Test
  void overlapsAddUpToOneLessTheDivergence() {
    long[] counts = {1, 0, 3, 4};
    long[] others = {2, 5, 0, 3};
    double overlap = 0;
    for (int kind = 0; kind < counts.length; kind++) {
      overlap += Diversity.overlap(counts[kind] / 8.0, others[kind] / 10.0);
    }
    assertEquals(1 - Diversity.jensenShannon(counts, others), overlap, 1e-12);
    assertEquals(0, Diversity.overlap(0, 0.5), 1e-12);
    assertEquals(0.5, Diversity.overlap(0.5, 0.5), 1e-12);
  }
}
