package org.broadsheet.terms;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PeriodsTest {

  @Test
  void theDaysOfTwentyYearsAreFilled() {
    assertTrue(Periods.isFilled(2_000, 7_305));
    assertTrue(Periods.isFilled(0, 7_305));
    assertTrue(Periods.isFilled(2_000, 0));
  }

  @Test
  void theDaysSinceTheYearOneAreNot() {
    assertFalse(Periods.isFilled(2_000, 740_000));
    assertFalse(Periods.isFilled(Long.MAX_VALUE / 740_000, 740_000));
  }
}
