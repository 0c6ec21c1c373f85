package org.broadsheet.topics.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KMeansPlusPlusTest {
  /** At distances of 0.2 (first and second), 0.4 (second and third) and 1 (first and third). */
  private static final DocumentVectors THREE =
      DocumentVectors.of(new float[][] {{1, 0}, {0.8f, 0.6f}, {0, 1}});

  @Test
  void choosesDistinctRows() {
    for (int seed = 0; seed < 50; seed++) {
      int[] chosen = KMeansPlusPlus.choose(THREE, 7, new SplittableRandom(seed));

      Arrays.sort(chosen);
      assertArrayEquals(new int[] {0, 1, 2}, chosen);
    }
  }

  @Test
  void firstRowIsAnyAndFarRowsAreMoreProbable() {
    int starts = 6000;
    int first = 0;
    int farthest = 0;
    for (int seed = 0; seed < starts; seed++) {
      int[] chosen = KMeansPlusPlus.choose(THREE, 2, new SplittableRandom(seed));
      first += chosen[0] == 0 ? 1 : 0;
      farthest += chosen[0] == 0 && chosen[1] == 2 ? 1 : 0;
    }

    assertEquals(1.0 / 3, (double) first / starts, 0.03);
    assertEquals(1 / 1.2, (double) farthest / first, 0.03);
  }

  @Test
  void sameRowsCountAsOneDespiteRounding() {
    float[][] rows = new float[12][3000];
    for (int row = 0; row < 12; row++) {
      for (int i = 0; i < 1000; i++) {
        rows[row][3 * i + row % 3] = (float) (1 / Math.sqrt(1000));
      }
    }

    assertEquals(
        3, KMeansPlusPlus.choose(DocumentVectors.of(rows), 12, new SplittableRandom(4)).length);
  }
}
