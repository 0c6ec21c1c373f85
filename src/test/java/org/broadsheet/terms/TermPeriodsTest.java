package org.broadsheet.terms;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TermPeriodsTest {

  @Test
  void theDaysOfTwentyYearsAreFilled() {
    assertTrue(TermPeriods.isFilled(2_000, 7_305));
    assertTrue(TermPeriods.isFilled(0, 7_305));
    assertTrue(TermPeriods.isFilled(2_000, 0));
  }

  @Test
  void theDaysSinceTheYearOneAreNot() {
    assertFalse(TermPeriods.isFilled(2_000, 740_000));
    assertFalse(TermPeriods.isFilled(Long.MAX_VALUE / 740_000, 740_000));
  }
}
