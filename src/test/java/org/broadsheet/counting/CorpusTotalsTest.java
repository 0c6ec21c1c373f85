package org.broadsheet.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.counting.block.GroupTotals;
import org.junit.jupiter.api.Test;

class CorpusTotalsTest {

  private static final CorpusTotals TOTALS =
      new CorpusTotals(
          List.of(
              new GroupTotals(new GroupKey("en", "post", 31, List.of()), new long[] {10, 7}, 3, 2),
              new GroupTotals(new GroupKey("en", "news", 31, List.of()), new long[] {5, 4}, 1, 1),
              new GroupTotals(new GroupKey("en", "post", null, List.of()), new long[] {2, 1}, 1, 1),
              new GroupTotals(new GroupKey("de", "post", 59, List.of()), new long[] {4, 2}, 2, 2),
              // The same group from another block.
              new GroupTotals(new GroupKey("en", "post", 31, List.of()), new long[] {1, 0}, 1, 1)));

  @Test
  void denominatorsAddUp() {
    assertEquals(Map.of("en", 6L, "de", 2L), TOTALS.articlesByLanguage());
    assertEquals(18, TOTALS.words("en"));
    assertEquals(5, TOTALS.countedArticles("en"));
    assertEquals(0, TOTALS.words("fr"));
    assertEquals(new CorpusTotals.Total(12, 6, 5), TOTALS.byClass().get(new NgramClass("en", 2)));
    assertEquals(
        new CorpusTotals.Total(13, 5, 4),
        TOTALS.by(GroupKey::source).get(new CorpusSlice<>(new NgramClass("en", 1), "post")));
    assertEquals(
        new CorpusTotals.Total(11, 5, 4),
        TOTALS.by(GroupKey::period).get(new CorpusSlice<>(new NgramClass("en", 2), 31)));
    assertEquals(4, TOTALS.by(GroupKey::period).size(), "articles without a date are left out");
  }

  @Test
  void periodsAreThoseOfDatedArticles() {
    assertEquals(Set.of(LocalDate.of(1970, 2, 1), LocalDate.of(1970, 3, 1)), TOTALS.periods());
  }
}
