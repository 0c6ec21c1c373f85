package org.broadsheet.topics.describing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.broadsheet.topics.learning.TopicFixtures;
import org.junit.jupiter.api.Test;

class TopicStatsTest {

  private static final int NO_DAY = Integer.MIN_VALUE;

  private static TopicStats of(double... similarities) {
    TopicStats counts = new TopicStats();
    for (double similarity : similarities) {
      counts.add(similarity, NO_DAY);
    }
    return counts;
  }

  @Test
  void noMoreThanTheShareIsBelowTheBound() {
    double[] similarities = IntStream.range(0, 100).mapToDouble(i -> i / 100.0 + 0.0055).toArray();
    // 0.0055, 0.0155, ...: five are below 0.055, and 0.0555 is the sixth.
    assertEquals(0.055, of(similarities).outlierBound(0.05), 1e-12);
    assertEquals(0.005, of(similarities).outlierBound(0), 1e-12);
    assertEquals(0.055, of(similarities).outlierBound(0.0599), 1e-12);
    assertEquals(0.065, of(similarities).outlierBound(0.06), 1e-12);
  }

  @Test
  void ofEqualArticlesNoneIsAnOutlier() {
    assertEquals(0.5, of(0.5, 0.5, 0.5, 0.5).outlierBound(0.3), 1e-12);
    assertEquals(0.999, of(1, 1).outlierBound(0), 1e-12);
  }

  @Test
  void daysAndSimilaritiesAddUp() {
    TopicStats one = of(0.2);
    one.add(0.4, 10);
    TopicStats other = new TopicStats();
    other.add(0.9, 3);
    assertNull(of(0.2).firstDate());
    assertNull(of(0.2).lastDate());
    one.addWords(TopicFixtures.article("a", 0, 1));
    other.addWords(TopicFixtures.article("b", 1));
    one.merge(other);
    assertEquals(3, one.articles());
    assertEquals(0.5, one.cohesion(), 1e-9);
    assertEquals(LocalDate.ofEpochDay(3), one.firstDate());
    assertEquals(LocalDate.ofEpochDay(10), one.lastDate());
    assertEquals(3, one.words().tokens());
  }
}
