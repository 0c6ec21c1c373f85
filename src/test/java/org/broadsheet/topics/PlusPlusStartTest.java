package org.broadsheet.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlusPlusStartTest {
  /** At distances of 0.2 (first and second), 0.4 (second and third) and 1 (first and third). */
  private static final SparseRows THREE =
      new SparseRows.Builder(2)
          .add(new int[] {0}, new float[] {1}, 1)
          .add(new int[] {0, 1}, new float[] {0.8f, 0.6f}, 2)
          .add(new int[] {1}, new float[] {1}, 1)
          .build();

  @Test
  void choosesDistinctRows() {
    for (int seed = 0; seed < 50; seed++) {
      int[] chosen = PlusPlusStart.choose(THREE, 7, new SplittableRandom(seed));

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
      int[] chosen = PlusPlusStart.choose(THREE, 2, new SplittableRandom(seed));
      first += chosen[0] == 0 ? 1 : 0;
      farthest += chosen[0] == 0 && chosen[1] == 2 ? 1 : 0;
    }

    assertEquals(1.0 / 3, (double) first / starts, 0.03);
    assertEquals(1 / 1.2, (double) farthest / first, 0.03);
  }

  @Test
  void sameRowsCountAsOneDespiteRounding() {
    SparseRows.Builder builder = new SparseRows.Builder(3000);
    for (int row = 0; row < 12; row++) {
      int offset = row % 3;
      int[] terms = IntStream.range(0, 1000).map(i -> 3 * i + offset).toArray();
      builder.add(terms, equalWeights(1000), 1000);
    }

    assertEquals(3, PlusPlusStart.choose(builder.build(), 12, new SplittableRandom(4)).length);
  }

  private static float[] equalWeights(int length) {
    float[] weights = new float[length];
    Arrays.fill(weights, (float) (1 / Math.sqrt(length)));
    return weights;
  }
}
