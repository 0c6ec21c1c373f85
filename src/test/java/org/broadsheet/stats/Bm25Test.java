package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class Bm25Test {
  private static final Bm25 BM25 = Bm25.of(new long[] {1, 5, 5, 10}, 10, 100);

  @Test
  void idfFallsWithTheArticlesThatHaveATerm() {
    // ln(1 + 9.5 / 1.5), ln(1 + 5.5 / 5.5) and ln(1 + 0.5 / 10.5)
    float[] expected = {1.992430f, 0.693147f, 0.693147f, 0.046520f};

    assertArrayEquals(expected, BM25.idf(), 1e-6f);
  }

  @Test
  void weighsAnArticleOfMeanLength() {
    float[] weights = weigh(new int[] {0, 1}, new int[] {1, 3}, 100);

    // 1.992430 * 2.2 / 2.2 = 1.992430 and 0.693147 * 6.6 / 4.2 = 1.089231, of length 2.270729
    assertArrayEquals(new float[] {0.877440f, 0.479683f}, weights, 1e-5f);
  }

  @Test
  void weighsALongArticleTermsLess() {
    float[] weights = weigh(new int[] {1, 2}, new int[] {1, 3}, 200);

    // k1 (1 - b + b * 2) = 2.1, so the weights are as 2.2 / 3.1 to 6.6 / 5.1
    assertEquals(3 * 3.1 / 5.1, weights[1] / weights[0], 1e-5);
    assertEquals(1, Math.hypot(weights[0], weights[1]), 1e-6);
  }

  @Test
  void zeroFrequenciesWeighZero() {
    assertArrayEquals(new float[] {0, 0}, weigh(new int[] {0, 1}, new int[] {0, 0}, 0));
  }

  @Test
  void refusesImpossibleCounts() {
    assertThrows(IllegalArgumentException.class, () -> Bm25.of(new long[] {3}, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> Bm25.of(new long[] {-1}, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> Bm25.of(new long[] {1}, 2, 0));
    assertThrows(IllegalArgumentException.class, () -> Bm25.of(new long[] {1}, 2, Double.NaN));
  }

  private static float[] weigh(int[] terms, int[] tfs, double articleLength) {
    return BM25.weights(terms, tfs, articleLength);
  }
}
