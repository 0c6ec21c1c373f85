package org.broadsheet.extract.date;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.math.BigDecimal;
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
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.Markdown;
import org.broadsheet.extract.PrintedText;

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

  private static final int MOST_WORDS_IN_RARE_DATE = 3; // a month and a weekday of two words
  private static final int BUDDHIST_YEARS = 543; // ahead of the common ones
  private static final int FIRST_BUDDHIST_YEAR = 2400;

  private static final Pattern EPOCH = Pattern.compile("(\\d{10})(?:(\\d{3})|\\.\\d{1,9})?");

  /** Seconds or milliseconds as a program prints a large number: 1.6020612E9. */
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d\\.\\d{1,16}[eE]\\+?(?:0?9|12)");

  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{4})(\\d\\d)(\\d\\d)(?:T?(\\d\\d)(\\d\\d)(\\d\\d)?(Z|[+-]\\d\\d:?\\d\\d)?)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})[-/.年년]\\s?(\\d{1,2})[-/.月월]\\s?(\\d{1,2})(?!\\d)");
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?<![\\d.:])(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d\\d)(?![\\d:])");
  private static final Pattern VIETNAMESE =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s*[,/]?\\s*(?:năm\\s+)?(\\d{4})(?!\\d)",
          CASE_INSENSITIVE | UNICODE_CASE);
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

  /** A number or a word; full stops within are part of Thai abbreviations. */
  private static final Pattern TOKEN =
      Pattern.compile("\\d+|[\\u0E01-\\u0E4E]+(?:\\.[\\u0E01-\\u0E4E]+)*|\\p{L}[\\p{L}\\p{M}]*");

  private static final Pattern THAI = Pattern.compile("[\\u0E01-\\u0E4E]");

  /** Halves of the day that East Asian languages print before the time. */
  private static final Pattern HALF_BEFORE =
      Pattern.compile("(?:(오전|上午|午前|凌晨|早上)|(오후|下午|午後|晚上))\\s?$");

  /** A second date in the line, as in "Published May 3, 2020; updated May 4, 2020". */
  private static final Pattern LATER =
      Pattern.compile(
          "(?:last )?(?:updated|modified)|aktualisiert|mis à jour|a[ck]tuali[sz]ad[oa]|обновлено"
              + "|оновлено|aggiornato|bijgewerkt|uppdaterad|opdateret|oppdatert|aktualizacja",
          CASE_INSENSITIVE | UNICODE_CASE);

  private static final Set<String> ENGLISH =
      PrintedText.wordSet(
          """
          published publication updated update modified posted created revised last first date dated
          time on at of the st nd rd th a am pm p m o clock hrs hours h t z
          """);

  /** Words beside dates in other languages; a date between them is day first. */
  private static final Set<String> FOREIGN =
      PrintedText.wordSet(
          """
          veröffentlicht aktualisiert erschienen stand datum am um den vom uhr
          publié publiée mis mise à jour le er modifié date
          publicado publicada actualizado actualizada atualizado el de del d em às as a las la º ª
          fecha data publicación
          pubblicato aggiornato il alle ore
          gepubliceerd bijgewerkt geplaatst op om uur
          опубликовано обновлено дата от в г года год го е й ч публикации
          опубліковано оновлено о об року рік р
          opublikowano aktualizacja dnia godz godzina r
          yayınlanma yayın güncelleme tarihi saat
          publicerad uppdaterad kl klockan publisert oppdatert offentliggjort opdateret
          publikováno vydáno aktualizováno v hodin publicat actualizat ora la
          publikálva megjelent frissítve közzétéve frissítés
          julkaistu päivitetty klo kello avaldatud uuendatud kell
          δημοσιεύτηκε δημοσίευση ενημερώθηκε ώρα στις
          публикувано публикувана обновена објављено u sati
          paskelbta atnaujinta m d val publicēts gada plkst թ ժ
          diterbitkan dipublikasikan diperbarui pukul jam tanggal
          ngày tháng năm giờ phút lúc đăng cập nhật thứ hai ba tư sáu bảy chủ
          เผยแพร่ อัปเดต วันที่ เวลา น พ.ศ ค.ศ
          نشر نشرت تم تحديث آخر تاريخ في الساعة يوم م ص
          تاریخ انتشار منتشر شده ساعت در به روز
          प्रकाशित अपडेटेड को बजे প্রকাশ প্রকাশিত আপডেট
          年 月 日 일 년 월 发布时间 发布 发表 发表于 更新 更新时间 时间 公開 時間 입력 수정 등록 승인
          오전 오후 上午 下午 午前 午後
          """);

  /** The reader's state: the text, with what has been understood blanked out. */
  private static final class Rest {
    private final ZoneId given;
    private final DateHints hints;
    private final boolean thai;
    private final boolean foreign;
    private String text;
    private LocalTime time;
    private ZoneId zone;

    private Rest(String text, ZoneId given, DateHints hints) {
      this.text = text;
      this.given = given;
      this.hints = hints;
      this.thai = hints.isThai() || THAI.matcher(text).find();
      this.foreign = tokens(text).stream().anyMatch(DateText::isForeign);
    }

    /** Thai texts count the years from the death of Buddha. */
    private int common(int year) {
      return thai && year >= FIRST_BUDDHIST_YEAR ? year - BUDDHIST_YEARS : year;
    }

    private void drop(int start, int end) {
      text = text.substring(0, start) + " " + text.substring(end);
    }
  }

  /**
   * Reads the text.
   *
   * @param zone the source's zone, or null: tells the order of day and month, see {@link Published}
   * @param hints what else tells their order
   * @return empty when no year with a month is found
   */
  static Optional<DateText> read(String text, ZoneId zone, DateHints hints) {
    String line =
        PrintedText.withAsciiDigits(
            PrintedText.squeeze(Markdown.plain(PrintedText.head(text, LONGEST))));
    if (line.isEmpty() || !PrintedText.hasDigit(line)) {
      return Optional.empty();
    }
    Moment digits = digits(line, zone);
    if (digits != null) {
      return Optional.of(new DateText(digits, 0));
    }
    Rest rest = new Rest(firstDate(line), zone, hints);
    LocalDate date = numbers(rest);
    time(rest);
    return date != null
        ? Optional.of(new DateText(new Moment(date, rest.time, zoneOf(rest)), strangers(rest)))
        : words(rest);
  }

  private static String firstDate(String line) {
    Matcher later = LATER.matcher(line);
    while (later.find()) {
      if (PrintedText.hasDigit(line.substring(0, later.start()))) {
        return line.substring(0, later.start());
      }
    }
    return line;
  }

  /**
   * Dates of digits only: seconds or milliseconds since 1970, yyyyMMdd, yyyyMMddHHmmss, yyyy-MM.
   */
  private static Moment digits(String line, ZoneId zone) {
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

  private static LocalDate numbers(Rest rest) {
    Matcher first = YEAR_FIRST.matcher(rest.text);
    if (first.find()) {
      LocalDate date = Moment.day(rest.common(group(first, 1)), group(first, 2), group(first, 3));
      rest.drop(first.start(), first.end());
      return date;
    }
    Matcher named = VIETNAMESE.matcher(rest.text);
    Matcher last = YEAR_LAST.matcher(rest.text);
    Matcher found = named.find() ? named : last.find() ? last : null;
    if (found == null) {
      return null;
    }
    LocalDate date =
        found == named
            ? Moment.day(group(named, 3), group(named, 2), group(named, 1))
            : yearLast(last, rest);
    if (date != null) {
      rest.drop(found.start(), found.end());
    }
    return date;
  }

  private static LocalDate yearLast(MatchResult m, Rest rest) {
    int year = rest.common(year(m.group(4)));
    int one = number(m.group(1));
    int two = number(m.group(3));
    LocalDate dayFirst = Moment.day(year, two, one);
    LocalDate monthFirst = Moment.day(year, one, two);
    boolean point = m.group(2).equals(".");
    if (dayFirst == null || monthFirst == null) {
      boolean mayTurn = !point || m.group(4).length() == 4;
      return dayFirst != null || !mayTurn ? dayFirst : monthFirst;
    }
    if (rest.hints.corroborates(dayFirst) != rest.hints.corroborates(monthFirst)) {
      return rest.hints.corroborates(dayFirst) ? dayFirst : monthFirst;
    }
    return !point && isMonthFirst(m.group(2), rest) ? monthFirst : dayFirst;
  }

  /** Programs that print 10-07-2020 put the month first wherever they run. */
  private static boolean isMonthFirst(String separator, Rest rest) {
    ZoneId zone = separator.equals("-") ? null : rest.given;
    return !rest.foreign && rest.hints.isMonthFirst(zone);
  }

  /** Whether the word shows that the line is not English. */
  private static boolean isForeign(String token) {
    return !isNumber(token)
        && !ENGLISH.contains(PrintedText.fold(token))
        && (token.chars().anyMatch(c -> c > 0x7F)
            || FOREIGN.contains(PrintedText.fold(token))
            || MonthNames.isWeekday(token) && !MonthNames.isEnglishWeekday(token));
  }

  private static void time(Rest rest) {
    Matcher m = TIME.matcher(rest.text);
    while (m.find()) {
      String half = m.group(5) == null ? m.group(6) : m.group(5);
      Matcher before = HALF_BEFORE.matcher(rest.text.substring(0, m.start()));
      boolean halfBefore = half == null && before.find();
      half = halfBefore ? before.group(1) == null ? "p" : "a" : half;
      LocalTime time =
          Moment.time(hour(number(m.group(1)), half), group(m, 2), group(m, 3), nano(m.group(4)));
      if (time != null) {
        rest.time = time;
        int end = m.end() + zone(rest, rest.text.substring(m.end()));
        rest.drop(halfBefore ? before.start() : m.start(), end);
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
    return PrintedText.hasLower(token) && !token.equals("мск") ? null : Zones.find(token);
  }

  private static Optional<DateText> words(Rest rest) {
    List<String> tokens = tokens(rest.text);
    String year =
        tokens.stream().filter(t -> t.length() == 4 && isNumber(t)).findFirst().orElse("");
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
    boolean shortNext = isNumber(next) && next.length() <= 2;
    if (day == 0 && shortNext) {
      day = number(next);
    } else if (day > 0 && year.isEmpty() && shortNext && next.length() == 2) {
      year = next;
    }
    return words(rest, year, number, day);
  }

  /** The last month: "mar. 7 oct. 2020" begins with a Tuesday. */
  private static int lastMonth(List<String> tokens, ToIntFunction<String> month) {
    int last = tokens.size() - 1;
    while (last >= 0 && month.applyAsInt(tokens.get(last)) == 0) {
      last--;
    }
    return last;
  }

  private static Optional<DateText> words(Rest rest, String printedYear, int month, int day) {
    int year = printedYear.isEmpty() ? 0 : rest.common(year(printedYear));
    if (!Moment.isMonth(year, month)) {
      return Optional.empty();
    }
    if (day == 0) {
      return Optional.of(new DateText(Moment.SOME_MONTH, strangers(rest) - 1));
    }
    LocalDate date = Moment.day(year, month, day);
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
      if (!isKnown(token)) {
        return 0;
      }
    }
    return 0;
  }

  private static int strangers(Rest rest) {
    List<String> strange =
        tokens(rest.text).stream()
            .filter(token -> !isKnown(token) && MonthNames.find(token) == 0)
            .filter(token -> !MonthNames.isWeekday(token) && zoneNamed(token) == null)
            .toList();
    List<String> words = strange.stream().filter(token -> !isNumber(token)).toList();
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

  private static boolean isKnown(String token) {
    String folded = PrintedText.fold(token);
    return ENGLISH.contains(folded) || FOREIGN.contains(folded);
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
