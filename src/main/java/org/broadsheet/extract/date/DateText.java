package org.broadsheet.extract.date;

import static org.broadsheet.extract.date.DigitDate.number;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.Markdown;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.lexicon.Lexicon;
import org.broadsheet.lexicon.RarePattern;

/**
 * Reads the dates that are not plain ISO: compact digits, numbers with slashes or full stops, and
 * names of months in many languages, with a time of day and a zone wherever they stand. What has
 * been read is taken out of the text before the next part is looked for.
 */
final class DateText {
  private static final int LONGEST = 160;
  private static final int PIVOT = 70; // two digits from here on are of the twentieth century
  private static final int MOST_WORDS_IN_RARE_DATE = 3; // a month and a weekday of two words
  private static final int BUDDHIST_YEARS = 543; // ahead of the common ones
  private static final int FIRST_BUDDHIST_YEAR = 2400;

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{4})(?:[-/.년]|\\s?年)\\s?(\\d{1,2})(?:[-/.월]|\\s?月)\\s?(\\d{1,2})(?!\\d)");
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?<![\\d.:])(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d\\d)(?![\\d:])");

  /** 7 tháng 10, 2020. */
  private static final Pattern NUMBERED_MONTH =
      Lexicon.pattern(
          "(?<!\\d)(\\d{1,2})\\s+{month_marks}\\s+(\\d{1,2})\\s*[,/]?\\s*"
              + "(?:{year_marks}\\s+)?(\\d{4})(?!\\d)");

  private static final Pattern THAI = Pattern.compile("[\\u0E01-\\u0E4E]");

  /** A second date in the line, as in "Published May 3, 2020; updated May 4, 2020". */
  private static final RarePattern LATER = RarePattern.of(Lexicon.pattern("{later_dates}"));

  /**
   * What was read.
   *
   * @param moment what the text dates
   * @param strangers counts the words and numbers of the text that belong to no date: prose has
   *     many
   */
  record DateReading(Moment moment, IntSupplier strangers) {}

  private final ZoneId given;
  private final DateHints hints;
  private final String text;
  private String rest;
  private LocalTime time;
  private ZoneId zone;

  private DateText(String text, ZoneId given, DateHints hints) {
    this.text = text;
    this.rest = text;
    this.given = given;
    this.hints = hints;
  }

  /**
   * Reads the text.
   *
   * @param zone the source's zone, or null; it decides the order of day and month, see {@link
   *     Published}
   * @param hints what else decides their order
   * @return empty when no year with a month is found
   */
  static Optional<DateReading> read(String text, ZoneId zone, DateHints hints) {
    String printed = Markdown.plain(PrintedText.head(text, LONGEST));
    String line = PrintedText.withAsciiDigits(PrintedText.squeeze(printed));
    if (line.isEmpty() || !PrintedText.hasDigit(line)) {
      return Optional.empty();
    }
    Moment digits = DigitDate.read(line, zone);
    return digits != null
        ? Optional.of(new DateReading(digits, () -> 0))
        : new DateText(firstDate(line), zone, hints).read();
  }

  private static String firstDate(String line) {
    for (Matcher later = LATER.find(line, 0);
        later != null;
        later = LATER.find(line, later.end())) {
      if (PrintedText.hasDigit(line.substring(0, later.start()))) {
        return line.substring(0, later.start());
      }
    }
    return line;
  }

  private Optional<DateReading> read() {
    LocalDate date = numbers();
    TimeOfDay found = TimeOfDay.find(rest);
    rest = found.rest();
    time = found.time();
    zone = found.offset() == null && time != null ? namedZone() : found.offset();
    return date != null
        ? Optional.of(new DateReading(new Moment(date, time, zone), this::strangers))
        : words();
  }

  private LocalDate numbers() {
    Matcher first = YEAR_FIRST.matcher(rest);
    if (first.find()) {
      LocalDate date = Moment.day(common(group(first, 1)), group(first, 2), group(first, 3));
      drop(first);
      return date;
    }
    Matcher named = NUMBERED_MONTH.matcher(rest);
    Matcher last = YEAR_LAST.matcher(rest);
    Matcher found = named.find() ? named : last.find() ? last : null;
    if (found == null) {
      return null;
    }
    LocalDate date =
        found == named
            ? Moment.day(group(named, 3), group(named, 2), group(named, 1))
            : yearLast(last);
    if (date != null) {
      drop(found);
    }
    return date;
  }

  private void drop(Matcher found) {
    rest = rest.substring(0, found.start()) + " " + rest.substring(found.end());
  }

  private LocalDate yearLast(MatchResult m) {
    int year = common(year(m.group(4)));
    int one = number(m.group(1));
    int two = number(m.group(3));
    LocalDate dayFirst = Moment.day(year, two, one);
    LocalDate monthFirst = Moment.day(year, one, two);
    boolean point = m.group(2).equals(".");
    if (dayFirst == null || monthFirst == null) {
      boolean mayTurn = !point || m.group(4).length() == 4;
      return dayFirst != null || !mayTurn ? dayFirst : monthFirst;
    }
    if (hints.corroborates(dayFirst) != hints.corroborates(monthFirst)) {
      return hints.corroborates(dayFirst) ? dayFirst : monthFirst;
    }
    return !point && isMonthFirst(m.group(2)) ? monthFirst : dayFirst;
  }

  /** Programs that print 10-07-2020 put the month first wherever they run. */
  private boolean isMonthFirst(String separator) {
    ZoneId zoneOfSource = separator.equals("-") ? null : given;
    return hints.isMonthFirst(zoneOfSource) && !isForeign();
  }

  private boolean isForeign() {
    return DateWords.tokens(text).stream().anyMatch(DateWords::isForeign);
  }

  /** Thai texts count the years from the death of Buddha. */
  private int common(int year) {
    return year >= FIRST_BUDDHIST_YEAR && isThai() ? year - BUDDHIST_YEARS : year;
  }

  private boolean isThai() {
    return hints.isThai() || THAI.matcher(text).find();
  }

  /** The zone whose abbreviation stands anywhere in the text; null if there is none. */
  private ZoneId namedZone() {
    return DateWords.tokens(rest).stream()
        .map(DateText::zoneNamed)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static ZoneId zoneNamed(String token) {
    return PrintedText.hasLower(token) && !token.equals("мск") ? null : Zones.find(token);
  }

  private Optional<DateReading> words() {
    List<String> tokens = DateWords.tokens(rest);
    String year =
        tokens.stream()
            .filter(token -> token.length() == 4 && DateWords.isNumber(token))
            .findFirst()
            .orElse("");
    int month = lastMonth(tokens, MonthNames::find);
    if (month < 0 && !year.isEmpty()) {
      tokens = MonthNames.joined(tokens);
      month = lastMonth(tokens, MonthNames::findInAny);
    }
    if (month < 0) {
      return Optional.empty();
    }
    int number = MonthNames.findInAny(tokens.get(month));
    int day = dayBefore(tokens, month);
    String next = month + 1 < tokens.size() ? tokens.get(month + 1) : "";
    boolean shortNext = DateWords.isNumber(next) && next.length() <= 2;
    if (day == 0 && shortNext) {
      day = number(next);
    } else if (day > 0 && year.isEmpty() && shortNext && next.length() == 2) {
      year = next;
    }
    return named(year, number, day);
  }

  /** The last month: "mar. 7 oct. 2020" begins with a Tuesday. */
  private static int lastMonth(List<String> tokens, ToIntFunction<String> month) {
    int last = tokens.size() - 1;
    while (last >= 0 && month.applyAsInt(tokens.get(last)) == 0) {
      last--;
    }
    return last;
  }

  private Optional<DateReading> named(String printedYear, int month, int day) {
    int year = printedYear.isEmpty() ? 0 : common(year(printedYear));
    if (!Moment.isMonth(year, month)) {
      return Optional.empty();
    }
    if (day == 0) {
      return Optional.of(new DateReading(Moment.SOME_MONTH, () -> strangers() - 1));
    }
    return Optional.ofNullable(Moment.day(year, month, day))
        .map(date -> new DateReading(new Moment(date, time, zone), () -> strangers() - 2));
  }

  /** The day before the month, over one word between them: "7 de octubre", "7th October". */
  private static int dayBefore(List<String> tokens, int month) {
    for (int i = month - 1; i >= 0 && i >= month - 3; i--) {
      String token = tokens.get(i);
      if (DateWords.isNumber(token)) {
        return token.length() <= 2 ? number(token) : 0;
      }
      if (!DateWords.isKnown(token)) {
        return 0;
      }
    }
    return 0;
  }

  private int strangers() {
    List<String> strange =
        DateWords.tokens(rest).stream()
            .filter(token -> !DateWords.isKnown(token) && MonthNames.find(token) == 0)
            .filter(token -> !MonthNames.isWeekday(token) && zoneNamed(token) == null)
            .toList();
    List<String> words = strange.stream().filter(token -> !DateWords.isNumber(token)).toList();
    int numbers = strange.size() - words.size();
    if (words.isEmpty() || words.size() > MOST_WORDS_IN_RARE_DATE) {
      return strange.size();
    }
    long strangeInAny =
        MonthNames.joined(words).stream()
            .filter(t -> MonthNames.findInAny(t) == 0 && !MonthNames.isWeekdayInAny(t))
            .count();
    return numbers + (int) strangeInAny;
  }

  private static int year(String digits) {
    int year = number(digits);
    return digits.length() > 2 ? year : year < PIVOT ? 2000 + year : 1900 + year;
  }

  private static int group(MatchResult m, int group) {
    return number(m.group(group));
  }
}
