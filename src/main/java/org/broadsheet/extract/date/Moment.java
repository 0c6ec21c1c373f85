package org.broadsheet.extract.date;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * What a date prints: a day, perhaps a time of day, perhaps a zone. Without a day it is a month.
 */
record Moment(LocalDate date, LocalTime time, ZoneId zone) {
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9999;

  static final Moment SOME_MONTH = new Moment(null, null, null);

  /** The day; null if these numbers give no day. */
  static LocalDate day(int year, int month, int day) {
    boolean exists = isMonth(year, month) && day >= 1;
    return exists && day <= YearMonth.of(year, month).lengthOfMonth()
        ? LocalDate.of(year, month, day)
        : null;
  }

  static boolean isMonth(int year, int month) {
    return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
  }

  /** The time of day; null if these numbers give none. A leap second is the second before. */
  static LocalTime time(int hour, int minute, int second, int nano) {
    boolean exists = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    return exists && second >= 0 && second <= 60
        ? LocalTime.of(hour, minute, Math.min(second, 59), nano)
        : null;
  }

  /** Whether a time is printed that somebody meant: a midnight without a zone is padding. */
  boolean hasTime() {
    return time != null && (zone != null || !time.equals(LocalTime.MIDNIGHT));
  }
}
