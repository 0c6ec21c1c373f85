package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClassTfIdfTest {
  private static final double EXACT = 1e-12;

  @Test
  void weighsShareInTheTopicByRarityInAll() {
    // Two topics of 4 words, so A = 4; f = 2, 3, 3, 0
    ClassTfIdf weighting = ClassTfIdf.of(new long[] {2, 3, 3, 0}, 2);

    assertEquals(Math.log(3) / 2, weighting.weight(0, 2, 4), EXACT);
    assertEquals(Math.log(7.0 / 3) * 3 / 4, weighting.weight(1, 3, 4), EXACT);
    assertEquals(Math.log(7.0 / 3) / 4, weighting.weight(2, 1, 4), EXACT);
    assertEquals(0, weighting.weight(1, 0, 4));
    assertEquals(0, weighting.weight(3, 0, 4));
  }

  @Test
  void topicWithoutWordsCountsInTheMean() {
    // A = 2 and f = 2
    assertEquals(Math.log(2) / 2, ClassTfIdf.of(new long[] {2, 2}, 2).weight(0, 2, 4), EXACT);
  }

  @Test
  void topKeepsTheOrderOfEntriesAmongEquals() {
    double[] weights = {1, 3, 0, 2, 3, 1};

    assertArrayEquals(new int[] {1, 4, 3, 0, 5}, ClassTfIdf.top(weights, 10));
    assertArrayEquals(new int[] {1, 4, 3, 0}, ClassTfIdf.top(weights, 4));
    assertArrayEquals(new int[] {1}, ClassTfIdf.top(weights, 1));
    assertArrayEquals(new int[0], ClassTfIdf.top(weights, 0));
    assertArrayEquals(new int[0], ClassTfIdf.top(new double[3], 2));
  }
}
