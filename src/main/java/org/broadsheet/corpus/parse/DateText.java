package org.broadsheet.corpus.parse;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates that are not plain ISO: compact digits, numbers with slashes or full stops, and
 * names of months in many languages, with a time of day and a zone wherever they stand.
 *
 * @param moment what the text dates
 * @param strangers how many words and numbers of the text belong to no date: prose has many
 */
record DateText(Moment moment, int strangers) {
  private static final int LONGEST = 160;
  private static final int PIVOT = 70; // two digits from here on are of the twentieth century

  private static final Pattern EPOCH = Pattern.compile("(\\d{10})(?:(\\d{3})|\\.\\d{1,9})?");
  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{4})(\\d\\d)(\\d\\d)(?:T?(\\d\\d)(\\d\\d)(\\d\\d)?(Z|[+-]\\d\\d:?\\d\\d)?)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})[-/.年년]\\s?(\\d{1,2})[-/.月월]\\s?(\\d{1,2})(?!\\d)");
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?<![\\d.:])(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d\\d)(?![\\d:])");
  private static final Pattern MONTH_ONLY =
      Pattern.compile("(\\d{4})[-/](\\d{1,2})|(\\d{1,2})[-/.](\\d{4})");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d.,])(\\d{1,2})(?:[:.h](\\d\\d)(?:[:.](\\d\\d)(?:[.,](\\d{1,9}))?)?"
              + "(?:\\s?([ap])\\.?m\\b\\.?)?|\\s?([ap])\\.?m\\b\\.?|\\s?(?:h|uhr|ч)\\b)(?!\\d)",
          CASE_INSENSITIVE | UNICODE_CASE);
  private static final Pattern OFFSET =
      Pattern.compile(
          "^\\s?,?\\s?\\(?(?:(?:UTC|GMT)\\s?([+-])(\\d{1,2})(?::?(\\d\\d))?"
              + "|([+-])(\\d\\d):?(\\d\\d))(?![\\d:])");
  private static final Pattern TOKEN = Pattern.compile("\\d+|\\p{L}[\\p{L}\\p{M}]*");

  /** A second date in the line, as in "Published May 3, 2020; updated May 4, 2020". */
  private static final Pattern LATER =
      Pattern.compile(
          "(?:last )?(?:updated|modified)|aktualisiert|mis à jour|actualizado|обновлено",
          CASE_INSENSITIVE | UNICODE_CASE);

  private static final Set<String> KNOWN =
      Text.wordSet(
          """
          published publication updated update modified posted created revised last first date dated
          time on at of the st nd rd th a am pm p m o clock hrs hours h
          veröffentlicht aktualisiert erschienen stand datum am um den vom uhr
          publié publiée mis mise à jour le er modifié date
          publicado publicada actualizado actualizada atualizado el de del em às as a las la
          fecha data
          pubblicato aggiornato il alle ore
          gepubliceerd bijgewerkt geplaatst op om uur
          опубликовано обновлено дата от в г года год го е й ч
          опубліковано оновлено о об року рік р
          opublikowano aktualizacja dnia godz godzina r
          yayınlanma yayın güncelleme tarihi saat
          publicerad uppdaterad kl klockan
          年 月 日 일 년 월 t z
          """);

  /** The reader's state: the text, with what has been understood blanked out. */
  private static final class Rest {
    private final ZoneId given;
    private String text;
    private LocalTime time;
    private ZoneId zone;

    private Rest(String text, ZoneId given) {
      this.text = text;
      this.given = given;
    }

    private void drop(int start, int end) {
      text = text.substring(0, start) + " " + text.substring(end);
    }
  }

  /**
   * Reads the text.
   *
   * @param zone the outlet's zone, or null: tells the order of day and month, see {@link Published}
   * @return empty when no year with a month is found
   */
  static Optional<DateText> read(String text, ZoneId zone) {
    String line = Text.squeeze(Markdown.plain(Text.head(text, LONGEST)));
    if (line.isEmpty() || !Text.hasDigit(line)) {
      return Optional.empty();
    }
    Moment digits = digits(line, zone);
    if (digits != null) {
      return Optional.of(new DateText(digits, 0));
    }
    Rest rest = new Rest(firstDate(line), zone);
    LocalDate date = numbers(rest);
    time(rest);
    return date != null
        ? Optional.of(new DateText(new Moment(date, rest.time, zoneOf(rest)), strangers(rest)))
        : words(rest);
  }

  private static String firstDate(String line) {
    Matcher later = LATER.matcher(line);
    while (later.find()) {
      if (Text.hasDigit(line.substring(0, later.start()))) {
        return line.substring(0, later.start());
      }
    }
    return line;
  }

  /**
   * Dates of digits only: seconds or milliseconds since 1970, yyyyMMdd, yyyyMMddHHmmss, yyyy-MM.
   */
  private static Moment digits(String line, ZoneId zone) {
    Matcher epoch = EPOCH.matcher(line);
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

  private static LocalDate numbers(Rest rest) {
    Matcher first = YEAR_FIRST.matcher(rest.text);
    if (first.find()) {
      LocalDate date = Moment.day(group(first, 1), group(first, 2), group(first, 3));
      rest.drop(first.start(), first.end());
      return date;
    }
    Matcher last = YEAR_LAST.matcher(rest.text);
    if (!last.find()) {
      return null;
    }
    LocalDate date = yearLast(last, rest.given);
    if (date != null) {
      rest.drop(last.start(), last.end());
    }
    return date;
  }

  private static LocalDate yearLast(MatchResult m, ZoneId zone) {
    char separator = m.group(2).charAt(0);
    boolean monthFirst = separator == '-' || separator == '/' && Zones.isMonthFirst(zone);
    int year = year(m.group(4));
    int one = number(m.group(1));
    int two = number(m.group(3));
    LocalDate date = monthFirst ? Moment.day(year, one, two) : Moment.day(year, two, one);
    boolean mayTurn = date == null && (separator != '.' || m.group(4).length() == 4);
    return mayTurn ? monthFirst ? Moment.day(year, two, one) : Moment.day(year, one, two) : date;
  }

  private static void time(Rest rest) {
    Matcher m = TIME.matcher(rest.text);
    while (m.find()) {
      String half = m.group(5) == null ? m.group(6) : m.group(5);
      LocalTime time =
          Moment.time(hour(number(m.group(1)), half), group(m, 2), group(m, 3), nano(m.group(4)));
      if (time != null) {
        rest.time = time;
        int end = m.end() + zone(rest, rest.text.substring(m.end()));
        rest.drop(m.start(), end);
        return;
      }
    }
  }

  /** Reads the offset right after the time; returns how many chars it takes. */
  private static int zone(Rest rest, String after) {
    Matcher m = OFFSET.matcher(after);
    if (!m.find()) {
      return 0;
    }
    boolean named = m.group(1) != null;
    int hours = group(m, named ? 2 : 5);
    int minutes = group(m, named ? 3 : 6);
    rest.zone = Zones.offset("-".equals(m.group(named ? 1 : 4)), hours, minutes);
    return m.end();
  }

  /** The offset printed after the time, else a zone's abbreviation wherever it stands. */
  private static ZoneId zoneOf(Rest rest) {
    if (rest.zone == null && rest.time != null) {
      rest.zone =
          tokens(rest.text).stream()
              .map(DateText::zoneNamed)
              .filter(z -> z != null)
              .findFirst()
              .orElse(null);
    }
    return rest.zone;
  }

  private static ZoneId zoneNamed(String token) {
    return Text.hasLower(token) && !token.equals("мск") ? null : Zones.find(token);
  }

  private static Optional<DateText> words(Rest rest) {
    List<String> tokens = tokens(rest.text);
    int month = tokens.size() - 1;
    while (month >= 0 && MonthNames.find(tokens.get(month)) == 0) {
      month--; // the last one: "mar. 7 oct. 2020" begins with a Tuesday
    }
    if (month < 0) {
      return Optional.empty();
    }
    int number = MonthNames.find(tokens.get(month));
    int day = dayBefore(tokens, month);
    String year =
        tokens.stream().filter(t -> t.length() == 4 && isNumber(t)).findFirst().orElse("");
    String next = month + 1 < tokens.size() ? tokens.get(month + 1) : "";
    boolean shortNext = isNumber(next) && next.length() <= 2;
    if (day == 0 && shortNext) {
      day = number(next);
    } else if (day > 0 && year.isEmpty() && shortNext && next.length() == 2) {
      year = next;
    }
    return words(rest, year, number, day);
  }

  private static Optional<DateText> words(Rest rest, String printedYear, int month, int day) {
    if (printedYear.isEmpty() || !Moment.isMonth(year(printedYear), month)) {
      return Optional.empty();
    }
    if (day == 0) {
      return Optional.of(new DateText(Moment.SOME_MONTH, strangers(rest) - 1));
    }
    LocalDate date = Moment.day(year(printedYear), month, day);
    return Optional.ofNullable(date)
        .map(d -> new DateText(new Moment(d, rest.time, zoneOf(rest)), strangers(rest) - 2));
  }

  /** The day before the month, over one word between them: "7 de octubre", "7th October". */
  private static int dayBefore(List<String> tokens, int month) {
    for (int i = month - 1; i >= 0 && i >= month - 3; i--) {
      String token = tokens.get(i);
      if (isNumber(token)) {
        return token.length() <= 2 ? number(token) : 0;
      }
      if (!KNOWN.contains(Text.fold(token))) {
        return 0;
      }
    }
    return 0;
  }

  private static int strangers(Rest rest) {
    int strangers = 0;
    for (String token : tokens(rest.text)) {
      boolean known =
          KNOWN.contains(Text.fold(token))
              || MonthNames.find(token) > 0
              || MonthNames.isWeekday(token)
              || zoneNamed(token) != null;
      strangers += known ? 0 : 1;
    }
    return strangers;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      tokens.add(m.group());
    }
    return tokens;
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

  private static int year(String digits) {
    int year = number(digits);
    return digits.length() > 2 ? year : year < PIVOT ? 2000 + year : 1900 + year;
  }

  private static int group(MatchResult m, int group) {
    return number(m.group(group));
  }

  private static boolean isNumber(String token) {
    return !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The number of at most ten ASCII digits; 0 for null. */
  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
