package org.broadsheet.extract.date;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates of digits only: seconds or milliseconds since 1970, yyyyMMdd, yyyyMMddHHmmss,
 * yyyy-MM.
 */
final class DigitDate {
  private static final Pattern EPOCH = Pattern.compile("(\\d{10})(?:(\\d{3})|\\.\\d{1,9})?");

  /** Seconds or milliseconds as a program prints a large number: 1.6020612E9. */
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d\\.\\d{1,16}[eE]\\+?(?:0?9|12)");

  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{4})(\\d\\d)(\\d\\d)(?:T?(\\d\\d)(\\d\\d)(\\d\\d)?(Z|[+-]\\d\\d:?\\d\\d)?)?");
  private static final Pattern MONTH_ONLY =
      Pattern.compile("(\\d{4})[-/](\\d{1,2})|(\\d{1,2})[-/.](\\d{4})");

  private DigitDate() {}

  /**
   * Reads the line.
   *
   * @param zone the zone in which a number of seconds is dated; UTC if it is null
   * @return the moment; null if the line has another form
   */
  static Moment read(String line, ZoneId zone) {
    boolean scientific = SCIENTIFIC.matcher(line).matches();
    Matcher epoch =
        EPOCH.matcher(scientific ? new BigDecimal(line).toBigInteger().toString() : line);
    if (epoch.matches()) {
      return ofEpoch(Long.parseLong(epoch.group(1)), epoch.group(2), zone);
    }
    Matcher compact = COMPACT.matcher(line);
    if (compact.matches()) {
      return ofCompact(compact);
    }
    Matcher month = MONTH_ONLY.matcher(line);
    if (!month.matches()) {
      return null;
    }
    boolean yearFirst = month.group(1) != null;
    int year = number(month.group(yearFirst ? 1 : 4));
    return Moment.isMonth(year, number(month.group(yearFirst ? 2 : 3))) ? Moment.SOME_MONTH : null;
  }

  private static Moment ofEpoch(long seconds, String millis, ZoneId zone) {
    Instant at = Instant.ofEpochSecond(seconds, millis == null ? 0 : number(millis) * 1_000_000L);
    ZonedDateTime local = at.atZone(zone == null ? ZoneOffset.UTC : zone);
    return new Moment(local.toLocalDate(), local.toLocalTime(), local.getOffset());
  }

  private static Moment ofCompact(MatchResult m) {
    LocalDate date = Moment.day(number(m.group(1)), number(m.group(2)), number(m.group(3)));
    if (date == null || m.group(4) == null) {
      return date == null ? null : new Moment(date, null, null);
    }
    LocalTime time = Moment.time(number(m.group(4)), number(m.group(5)), number(m.group(6)), 0);
    return new Moment(date, time, m.group(7) == null ? null : offset(m.group(7)));
  }

  private static ZoneId offset(String printed) {
    if (printed.equals("Z")) {
      return ZoneOffset.UTC;
    }
    int minutes = number(printed.substring(printed.length() - 2));
    return Zones.offset(printed.startsWith("-"), number(printed.substring(1, 3)), minutes);
  }

  /** The number of at most ten ASCII digits; 0 for null. */
  static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
