package org.broadsheet.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "DAY, 2026-03-15, 2026-03-15",
    "WEEK, 2026-03-15, 2026-03-09",
    "WEEK, 2026-03-16, 2026-03-16",
    "MONTH, 2026-03-15, 2026-03-01",
    "YEAR, 2026-03-15, 2026-01-01",
    "WEEK, 1600-01-01, 1599-12-27",
    "MONTH, 2099-12-31, 2099-12-01",
  })
  void aPeriodIsNamedByItsFirstDay(Period length, LocalDate day, LocalDate start) {
    assertEquals(start, length.of(day));
  }

  @ParameterizedTest
  @CsvSource({"1599-12-31", "2100-01-01", "9999-12-31", "1000-01-01", ","})
  void aDayWithoutNewspapersIsInNoPeriod(LocalDate day) {
    for (Period length : Period.values()) {
      assertNull(length.of(day));
    }
  }
}
