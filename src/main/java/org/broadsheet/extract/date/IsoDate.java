package org.broadsheet.extract.date;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Reads {@code 2020-10-07} and {@code 2020-10-07T15:01:02.5+03:00} in their common shapes, without
 * regular expressions: nearly every record of a large corpus is dated so.
 */
final class IsoDate {
  private final String text;
  private int at;

  private IsoDate(String text) {
    this.text = text;
  }

  /** The moment, or null when the whole text is not of this form. */
  static Moment read(String text) {
    boolean dashes = text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    return dashes && text.length() <= 40 ? new IsoDate(text).moment() : null;
  }

  private Moment moment() {
    int year = number(4);
    at++;
    int month = number(2);
    at++;
    LocalDate date = Moment.day(year, month, number(2));
    if (date == null || atEnd()) {
      return date == null ? null : new Moment(date, null, null);
    }
    if (!skip('T') && !skip(' ') && !skip('t')) {
      return null;
    }
    LocalTime time = time();
    if (time == null || atEnd()) {
      return time == null ? null : new Moment(date, time, null);
    }
    skip(' ');
    ZoneOffset zone = zone();
    return zone != null && atEnd() ? new Moment(date, time, zone) : null;
  }

  private LocalTime time() {
    int hour = number(2);
    if (!skip(':')) {
      return null;
    }
    int minute = number(2);
    int second = skip(':') ? number(2) : 0;
    int nano = skip('.') || skip(',') ? fraction() : 0;
    return Moment.time(hour, minute, second, nano);
  }

  private ZoneOffset zone() {
    if (skip('Z') || skip('z')) {
      return ZoneOffset.UTC;
    }
    boolean west = at < text.length() && text.charAt(at) == '-';
    if (!skip('+') && !skip('-')) {
      return null;
    }
    int hours = number(2);
    skip(':');
    int minutes = atEnd() ? 0 : number(2);
    return Zones.offset(west, hours, minutes);
  }

  /** The next digits as a number; -1 if one of them is no digit. */
  private int number(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = digit();
      if (digit < 0) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** The digits after the point as nanoseconds; those beyond the ninth are ignored. */
  private int fraction() {
    int nano = 0;
    int scale = 100_000_000;
    for (int digit = digit(); digit >= 0; digit = digit()) {
      nano += digit * scale;
      scale /= 10;
    }
    return nano;
  }

  private int digit() {
    int digit = atEnd() ? -1 : text.charAt(at) - '0';
    if (digit < 0 || digit > 9) {
      return -1;
    }
    at++;
    return digit;
  }

  private boolean skip(char c) {
    boolean there = !atEnd() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private boolean atEnd() {
    return at >= text.length();
  }
}
