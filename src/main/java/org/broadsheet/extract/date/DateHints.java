package org.broadsheet.extract.date;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.web.WebAddress;

/**
 * What is known about an article whose date can be read in two ways: 07/10/2020.
 *
 * @param language the code of the article's language, or null
 * @param url the article's address, or null
 */
public record DateHints(String language, String url) {
  /** Nothing is known. */
  public static final DateHints NONE = new DateHints(null, null);

  private static final int LONGEST = 2_000;

  /** {@code /2020/10/07/}, {@code 2020-10-07}, {@code 20201007}, {@code /2020/oct/07/}. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)"
              + "(?:([-/_.])(\\d{1,2}|\\p{L}{3,9})\\2(\\d{1,2})|(\\d\\d)(\\d\\d))(?!\\d)");

  private static final Set<String> MONTH_FIRST_LANGUAGES = Set.of("fil", "tl");

  /** The United States and those that took their dates from there. */
  private static final Set<String> MONTH_FIRST_COUNTRIES =
      Set.of("us", "ph", "pr", "gu", "vi", "mp", "pw", "mh", "ca");

  /** Endings of countries that sources of any country use. */
  private static final Set<String> ANYWHERE =
      Set.of("ai", "am", "cc", "co", "fm", "gg", "io", "ly", "me", "to", "tv", "ws");

  /** Whether the address says that this is the day. */
  boolean corroborates(LocalDate day) {
    if (url == null || day == null) {
      return false;
    }
    Matcher date = DATE.matcher(PrintedText.head(url, LONGEST));
    while (date.find()) {
      if (day.equals(read(date))) {
        return true;
      }
    }
    return false;
  }

  private static LocalDate read(Matcher date) {
    boolean divided = date.group(2) != null;
    String month = date.group(divided ? 3 : 5);
    int number = PrintedText.hasDigit(month) ? Integer.parseInt(month) : MonthNames.find(month);
    return Moment.day(
        Integer.parseInt(date.group(1)), number, Integer.parseInt(date.group(divided ? 4 : 6)));
  }

  /**
   * Whether the article's writers put the month first. All languages but English and Filipino put
   * the day first; in English it depends on the country: that of the zone, else of the address.
   */
  boolean isMonthFirst(ZoneId zone) {
    String code = language == null ? "en" : language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    if (MONTH_FIRST_LANGUAGES.contains(code)) {
      return true;
    }
    if (!code.equals("en")) {
      return false;
    }
    String country = country();
    boolean elsewhere = country.length() == 2 && !ANYWHERE.contains(country);
    return zone == null
        ? !elsewhere || MONTH_FIRST_COUNTRIES.contains(country)
        : Zones.isMonthFirst(zone);
  }

  boolean isThai() {
    return language != null && language.startsWith("th");
  }

  /** The last label of the address's host; empty if there is none. */
  private String country() {
    String domain = url == null ? "" : WebAddress.domainOf(url).orElse("");
    return domain.substring(domain.lastIndexOf('.') + 1);
  }
}
