package org.broadsheet.extract.date;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.lexicon.Lexicon;

/**
 * The time of day in a text, with the offset printed after it.
 *
 * @param time the time; null if there is none
 * @param offset the offset; null if there is none
 * @param rest the text without both
 */
record TimeOfDay(LocalTime time, ZoneId offset, String rest) {
  private static final Pattern TIME =
      Lexicon.pattern(
          "(?<![\\d.,])(\\d{1,2})(?:[:.h](\\d\\d)(?:[:.](\\d\\d)(?:[.,](\\d{1,9}))?)?"
              + "(?:\\s?([ap])\\.?m\\b\\.?)?|\\s?([ap])\\.?m\\b\\.?|\\s?{hour_marks}\\b)(?!\\d)");
  private static final Pattern OFFSET =
      Pattern.compile(
          "^\\s?,?\\s?\\(?(?:(?:UTC|GMT)\\s?([+-])(\\d{1,2})(?::?(\\d\\d))?"
              + "|([+-])(\\d\\d):?(\\d\\d))(?![\\d:])");

  /** Halves of the day that East Asian languages print before the time. */
  private static final Pattern HALF_BEFORE =
      Lexicon.pattern("(?:({morning_marks})|({afternoon_marks}))\\s?$");

  /** Finds the first time in the text that exists. */
  static TimeOfDay find(String text) {
    Matcher m = TIME.matcher(text);
    while (m.find()) {
      String half = m.group(5) == null ? m.group(6) : m.group(5);
      Matcher before = HALF_BEFORE.matcher(text.substring(0, m.start()));
      boolean halfBefore = half == null && before.find();
      half = halfBefore ? before.group(1) == null ? "p" : "a" : half;
      LocalTime time =
          Moment.time(
              hour(number(m.group(1)), half),
              number(m.group(2)),
              number(m.group(3)),
              nano(m.group(4)));
      if (time != null) {
        Matcher offset = OFFSET.matcher(text.substring(m.end()));
        boolean zoned = offset.find();
        String head = text.substring(0, halfBefore ? before.start() : m.start());
        String tail = text.substring(m.end() + (zoned ? offset.end() : 0));
        return new TimeOfDay(time, zoned ? offset(offset) : null, head + " " + tail);
      }
    }
    return new TimeOfDay(null, null, text);
  }

  private static ZoneId offset(Matcher m) {
    boolean named = m.group(1) != null;
    int hours = number(m.group(named ? 2 : 5));
    int minutes = number(m.group(named ? 3 : 6));
    return Zones.offset("-".equals(m.group(named ? 1 : 4)), hours, minutes);
  }

  private static int hour(int hour, String half) {
    if (half == null || hour > 12) {
      return hour;
    }
    return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
  }

  private static int nano(String fraction) {
    return fraction == null ? 0 : number((fraction + "00000000").substring(0, 9));
  }

  private static int number(String digits) {
    return DigitDate.number(digits);
  }
}
