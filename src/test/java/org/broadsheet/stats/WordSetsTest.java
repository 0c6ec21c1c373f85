package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordSetsTest {

  @Test
  void jaccardByHand() {
    assertEquals(1.0 / 3, WordSets.jaccard(new int[] {1, 2}, new int[] {2, 3}), 1e-12);
    assertEquals(0, WordSets.jaccard(new int[] {}, new int[] {}));
  }

  @Test
  void diversityIsTheShareOfDistinctWords() {
    assertEquals(0.75, WordSets.diversity(new int[][] {{0, 1}, {1, 2}}));
    assertEquals(1, WordSets.diversity(new int[][] {{}}));
  }
}
