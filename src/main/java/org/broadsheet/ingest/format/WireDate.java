package org.broadsheet.ingest.format;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.date.MonthNames;

/** The date in the trailer of an agency's message, which is in no form that others print. */
final class WireDate {

  private static final int LONGEST = 200;
  private static final int MONTHS = 12;
  private static final int FIRST_YEAR = 1970;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  /** "AP-WF-05-03-24 1509GMT": month, day, year; the agency and the kind of wire before it. */
  private static final Pattern DATE_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d\\d)-(\\d\\d)-(\\d\\d)\\s{1,3}(\\d\\d):?(\\d\\d)\\s?(\\p{Alpha}{0,5})");

  /** "16:35ET 31-10-24", "EDT-16:35-31-10-24": day, month, year. */
  private static final Pattern TIME_FIRST =
      Pattern.compile(
          "(?:(\\p{Alpha}{2,5})-)?(?<!\\d)(\\d\\d):(\\d\\d)(\\p{Alpha}{0,5})[\\s-]{1,3}(\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)");

  /** "031137 GMT May 24": day, hour, minute. */
  private static final Pattern DAY_AND_TIME =
      Pattern.compile(
          "(?<!\\d)(\\d\\d)(\\d\\d)(\\d\\d)\\s{0,3}(\\p{Alpha}{0,5})\\s{1,3}(\\p{L}{3,12})\\.?\\s{1,3}(\\d{4}|\\d\\d)(?!\\d)");

  private WireDate() {}

  /**
   * Finds the date.
   *
   * @param trailer what stands below the text
   * @return the date in the form of ISO 8601 where its zone allows that; null without one
   */
  static String in(String trailer) {
    String text = PrintedText.head(PrintedText.strip(trailer), LONGEST);
    Matcher found = DATE_FIRST.matcher(text);
    if (found.find()) {
      return inAmericanOrder(found, 1, 2, 3, 4, found.group(6));
    }
    found = TIME_FIRST.matcher(text);
    if (found.find()) {
      return timeFirst(found, text);
    }
    found = DAY_AND_TIME.matcher(text);
    return found.find() ? dayAndTime(found) : null;
  }

  /** The date of a line that holds nothing else; null for any other line. */
  static String alone(String line) {
    Matcher found = DAY_AND_TIME.matcher(PrintedText.strip(PrintedText.head(line, LONGEST)));
    return found.matches() ? dayAndTime(found) : null;
  }

  private static String timeFirst(Matcher found, String text) {
    String zone = found.group(1) == null ? found.group(4) : found.group(1);
    // Reuters sends the month first; others that print the time first send the day first.
    boolean reuters = text.startsWith("Reut") || text.startsWith("REUT");
    return reuters
        ? inAmericanOrder(found, 5, 6, 7, 2, zone)
        : inAmericanOrder(found, 6, 5, 7, 2, zone);
  }

  /** A number that is too large for a month is a day. */
  private static String inAmericanOrder(
      Matcher found, int month, int day, int year, int hour, String zone) {
    boolean isDay = number(found, month) > MONTHS;
    return date(
        year(number(found, year)),
        number(found, isDay ? day : month),
        number(found, isDay ? month : day),
        number(found, hour),
        number(found, hour + 1),
        zone);
  }

  private static String dayAndTime(Matcher found) {
    return date(
        year(number(found, 6)),
        MonthNames.find(found.group(5)),
        number(found, 1),
        number(found, 2),
        number(found, 3),
        found.group(4));
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static int year(int printed) {
    int century = printed + 1900;
    return printed > 99 ? printed : century < FIRST_YEAR ? century + 100 : century;
  }

  private static String date(int year, int month, int day, int hour, int minute, String zone) {
    try {
      String local = LocalDateTime.of(year, month, day, hour, minute).format(MINUTE);
      boolean universal = zone.equals("GMT") || zone.equals("UTC") || zone.equals("Z");
      return universal
          ? local + "Z"
          : zone.isEmpty() ? local : local.replace('T', ' ') + " " + zone;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
