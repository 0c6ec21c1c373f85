package org.broadsheet.sources;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourcePeriodsTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  @Test
  void aPeriodIsAGapIfHalfOfItsDaysAre() {
    Set<LocalDate> gaps = Set.of(MONDAY.plusWeeks(1), MONDAY.plusWeeks(2));
    LocalDate january = LocalDate.of(2026, 1, 1);
    assertTrue(SourcePeriods.isGap(gaps, MONDAY.plusWeeks(1), MONDAY.plusWeeks(2)));
    assertTrue(SourcePeriods.isGap(gaps, MONDAY.plusDays(13), MONDAY.plusDays(14)));
    assertFalse(SourcePeriods.isGap(gaps, MONDAY, MONDAY.plusWeeks(1)));
    // 14 of 31 days.
    assertFalse(SourcePeriods.isGap(gaps, january, january.plusMonths(1)));
  }
}
