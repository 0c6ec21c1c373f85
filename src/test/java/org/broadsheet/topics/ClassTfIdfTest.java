package org.broadsheet.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClassTfIdfTest {
  private static final double EXACT = 1e-12;

  @Test
  void weighsShareInTheTopicByRarityInAll() {
    double[][] weights = ClassTfIdf.weights(new long[][] {{2, 0, 2, 0}, {0, 3, 1, 0}});

    // Topics of 4 words, so A = 4; f = 2, 3, 3, 0
    double[] first = {Math.log(3) / 2, 0, Math.log(7.0 / 3) / 2, 0};
    double[] second = {0, Math.log(7.0 / 3) * 3 / 4, Math.log(7.0 / 3) / 4, 0};
    assertArrayEquals(first, weights[0], EXACT);
    assertArrayEquals(second, weights[1], EXACT);
  }

  @Test
  void topicWithoutWordsWeighsZero() {
    double[][] weights = ClassTfIdf.weights(new long[][] {{2, 2}, {0, 0}});

    // A = 2 and f = 2
    assertArrayEquals(new double[] {Math.log(2) / 2, Math.log(2) / 2}, weights[0], EXACT);
    assertArrayEquals(new double[] {0, 0}, weights[1]);
  }

  @Test
  void noTopicsOrNoTermsGiveNoWeights() {
    assertEquals(0, ClassTfIdf.weights(new long[0][]).length);
    assertEquals(0, ClassTfIdf.weights(new long[1][0])[0].length);
  }

  @Test
  void topKeepsTheOrderOfTermsAmongEquals() {
    double[] weights = {1, 3, 0, 2, 3, 1};

    assertArrayEquals(new int[] {1, 4, 3, 0, 5}, ClassTfIdf.top(weights, 10));
    assertArrayEquals(new int[] {1, 4, 3, 0}, ClassTfIdf.top(weights, 4));
    assertArrayEquals(new int[] {1}, ClassTfIdf.top(weights, 1));
    assertArrayEquals(new int[0], ClassTfIdf.top(weights, 0));
    assertArrayEquals(new int[0], ClassTfIdf.top(new double[3], 2));
  }
}
