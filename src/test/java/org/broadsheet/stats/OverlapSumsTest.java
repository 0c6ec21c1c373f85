package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OverlapSumsTest {

  private static final long[] COUNTS = new Random(7).longs(200, 0, 50).toArray();
  private static final long[] OTHERS = new Random(8).longs(200, 0, 50).toArray();

  private static OverlapSums sums(int from, int to) {
    double all = sum(COUNTS);
    double otherAll = sum(OTHERS);
    OverlapSums sums = new OverlapSums(2);
    for (int kind = from; kind < to; kind++) {
      sums.add(0, COUNTS[kind] / all, OTHERS[kind] / otherAll);
      sums.add(1, COUNTS[kind] / all, COUNTS[kind] / all);
    }
    return sums;
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  @Test
  void theyGiveTheJensenShannonDivergence() {
    OverlapSums sums = sums(0, 200);
    assertEquals(Diversity.jensenShannon(COUNTS, OTHERS), sums.divergence(0), 1e-12);
    assertEquals(0, sums.divergence(1), "equal distributions, whatever was rounded");
    assertEquals(1, new OverlapSums(1).divergence(0), "no kind in common");
  }

  @Test
  void theOrderOfAddingDoesNotMatter() {
    OverlapSums sums = sums(150, 200);
    sums.add(sums(0, 70));
    sums.add(sums(70, 150));
    assertEquals(sums(0, 200).divergence(0), sums.divergence(0));
  }
}
