package org.broadsheet.ingest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The length of a period; a period is named by its first day. */
public enum Period {
  /** A calendar day. */
  DAY,
  /** An ISO week, from Monday. */
  WEEK,
  /** A calendar month. */
  MONTH,
  /** A calendar year. */
  YEAR;

  /**
   * The first day that periods count, before the first newspaper. A year such as 9999 would
   * otherwise add thousands of empty periods to every table that fills them.
   */
  static final LocalDate FIRST_DAY = LocalDate.of(1600, 1, 1);

  /** The last day that periods count. */
  static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

  /**
   * The period in which an article was published.
   *
   * @param day the day that is printed; null if none is
   * @return the first day of its period; null without a day, or if no period counts it
   */
  LocalDate of(LocalDate day) {
    return day == null || day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY) ? null : start(day);
  }

  /**
   * The period of a day.
   *
   * @param day a day
   * @return the first day of its period
   */
  public LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /**
   * The period that follows.
   *
   * @param start the first day of a period
   * @return the first day of the next one
   */
  public LocalDate next(LocalDate start) {
    return switch (this) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case YEAR -> start.plusYears(1);
    };
  }

  /**
   * The name in job files.
   *
   * @return the name in lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
