package org.broadsheet.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PublicationRateTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  private static PublicationRate of(long... articles) {
    TreeMap<LocalDate, Long> weeks = new TreeMap<>();
    for (int week = 0; week < articles.length; week++) {
      if (articles[week] > 0) {
        weeks.put(MONDAY.plusWeeks(week), articles[week]);
      }
    }
    return PublicationRate.of(weeks);
  }

  @Test
  void theUsualWeekIsTheMedianOfThoseWithAnArticle() {
    assertEquals(8, of(2, 8, 0, 9, 8, 1, 10, 12).expectedPerWeek());
    assertEquals(8.5, of(8, 8, 9, 9, 0, 0, 8, 9).expectedPerWeek());
  }

  /** A quarter of 8 is 2: below it are the weeks with 0 and 1, but not the one with 2. */
  @Test
  void gapsAreBetweenTheFirstAndTheLastWeek() {
    PublicationRate feed = of(1, 8, 0, 9, 8, 1, 2, 10, 12, 8, 1);
    assertEquals(8, feed.expectedPerWeek());
    assertEquals(List.of(MONDAY.plusWeeks(2), MONDAY.plusWeeks(5)), feed.gapWeeks());
  }

  @Test
  void ofFewWeeksNothingIsSaid() {
    PublicationRate feed = of(8, 8, 0, 8, 8, 8, 8);
    assertNull(feed.expectedPerWeek());
    assertNull(feed.gapWeeks());
    assertNull(feed.levelShift());
  }

  /** One date that is ten years early is no change of the level that follows. */
  @Test
  void whereMostWeeksAreEmptyNothingIsSaid() {
    long[] weeks = new long[520];
    weeks[0] = 1;
    Arrays.fill(weeks, 440, weeks.length, 9);
    PublicationRate feed = of(weeks);
    assertNull(feed.expectedPerWeek());
    assertNull(feed.levelShift());
  }

  /** By hand: K = 64 of n = 16 without the ends, p = 2 exp(-6 64² / (16³ + 16²)) = .007. */
  @Test
  void aLevelThatFallsForGoodIsAShift() {
    PublicationRate.Shift shift =
        of(3, 9, 9, 9, 9, 9, 9, 9, 9, 4, 4, 4, 4, 4, 4, 4, 4, 1).levelShift();
    assertEquals(MONDAY.plusWeeks(9), shift.week());
    assertEquals(9, shift.level().meanBefore());
    assertEquals(4, shift.level().meanAfter());
    assertEquals(2 * Math.exp(-6 * 64 * 64 / 4352.0), shift.level().p(), 1e-12);
    assertNull(of(3, 9, 4, 9, 4, 9, 4, 9, 4, 9, 4, 9, 4, 9, 4, 9, 4, 1).levelShift());
  }
}
