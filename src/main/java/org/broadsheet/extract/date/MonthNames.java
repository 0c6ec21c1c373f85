package org.broadsheet.extract.date;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.lexicon.Lexicon;

/**
 * Names of months and weekdays, full and short: those of the languages of the large news corpora at
 * once, and those of all others only when a date asks for them, since locale data load slowly.
 *
 * <p>The names are those of the JDK's CLDR data and, from the lexicon, those that one of the
 * supported JDKs lacks. So each of them reads the same dates, except for a runtime image without
 * the module {@code jdk.localedata} and a JVM started with {@code java.locale.providers}.
 */
public final class MonthNames {
  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
  private static final int LAST_ACCENTED = 0x06FF; // beyond, marks are vowels and no accents

  private static final MonthNames MAIN = new MonthNames(Lexicon.mainLanguages());
  private static final Set<String> ENGLISH_WEEKDAYS = new MonthNames(List.of("en")).weekdays;

  /** All languages, loaded when first asked for. */
  private static final class Any {
    private static final MonthNames NAMES = new MonthNames(Lexicon.languages());
  }

  private final Map<String, Integer> months = new HashMap<>();
  private final Set<String> weekdays = new HashSet<>();

  private MonthNames(Collection<String> languages) {
    languages.forEach(language -> addNamesOfJdk(Lexicon.of("date_locales", language)));
    languages.forEach(language -> addNamesOfLexicon(language));
    months.keySet().removeIf(name -> name.isEmpty() || PrintedText.hasDigit(name));
  }

  /** The names in the form in which they are compared: those of months, with their numbers. */
  static Map<String, Integer> months(boolean any) {
    return Map.copyOf((any ? Any.NAMES : MAIN).months);
  }

  /** The names of weekdays in the form in which they are compared. */
  static Set<String> weekdays(boolean any) {
    return Set.copyOf((any ? Any.NAMES : MAIN).weekdays);
  }

  private void addNamesOfJdk(List<String> locales) {
    for (String tag : locales) {
      Locale locale = Locale.forLanguageTag(tag);
      for (TextStyle style : STYLES) {
        for (Month month : Month.values()) {
          months.putIfAbsent(bare(month.getDisplayName(style, locale)), month.getValue());
        }
        for (DayOfWeek day : DayOfWeek.values()) {
          weekdays.add(bare(day.getDisplayName(style, locale)));
        }
      }
    }
  }

  private void addNamesOfLexicon(String language) {
    for (String entry : Lexicon.of("month_names", language)) {
      String[] nameAndNumber = entry.split("=");
      months.putIfAbsent(bare(nameAndNumber[0]), Integer.valueOf(nameAndNumber[1]));
    }
    Lexicon.of("weekday_names", language).forEach(name -> weekdays.add(bare(name)));
  }

  /**
   * The number of the month of this name in one of the main languages, with or without a full stop;
   * 0 if it is no month.
   */
  public static int find(String word) {
    return MAIN.months.getOrDefault(bare(word), 0);
  }

  /** The number of the month of this name in any language; 0 if it is no month. */
  static int findInAny(String word) {
    int main = find(word);
    return main > 0 ? main : Any.NAMES.months.getOrDefault(bare(word), 0);
  }

  /** Whether the word is a weekday's name; "mar" is Tuesday in French and March in English. */
  public static boolean isWeekday(String word) {
    return MAIN.weekdays.contains(bare(word));
  }

  static boolean isWeekdayInAny(String word) {
    return isWeekday(word) || Any.NAMES.weekdays.contains(bare(word));
  }

  static boolean isEnglishWeekday(String word) {
    return ENGLISH_WEEKDAYS.contains(bare(word));
  }

  /** The words with the two of a month's or weekday's name as one: "Deireadh Fómhair". */
  static List<String> joined(List<String> words) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String pair = i + 1 < words.size() ? words.get(i) + " " + words.get(i + 1) : "";
      boolean name = !pair.isEmpty() && (findInAny(pair) > 0 || isWeekdayInAny(pair));
      joined.add(name ? pair : words.get(i));
      i += name ? 1 : 0;
    }
    return joined;
  }

  private static String bare(String name) {
    boolean accented = !name.isEmpty() && name.codePointAt(0) <= LAST_ACCENTED;
    String folded = accented ? PrintedText.fold(name) : name;
    boolean stop = folded.endsWith(".") || folded.endsWith("॰");
    return stop ? folded.substring(0, folded.length() - 1) : folded;
  }
}
