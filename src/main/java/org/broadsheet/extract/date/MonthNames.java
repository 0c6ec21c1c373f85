package org.broadsheet.extract.date;

import static java.util.Map.entry;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadsheet.extract.PrintedText;

/**
 * Names of months and weekdays, full and short: those of the languages of the large news corpora at
 * once, and those of all others only when a date asks for them, since locale data load slowly.
 */
public final class MonthNames {
  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
  private static final int LAST_ACCENTED = 0x06FF; // beyond, marks are vowels and no accents

  private static final MonthNames COMMON =
      new MonthNames(
          List.of(
              "en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "tr", "sv", "da", "nb"),
          Map.ofEntries(
              entry("sept", 9),
              entry("sep", 9),
              entry("maerz", 3),
              entry("jänner", 1),
              entry("feber", 2),
              entry("juill", 7),
              entry("сент", 9),
              entry("нояб", 11),
              entry("янв", 1),
              entry("setiembre", 9)),
          Set.of("tues", "thur", "thurs", "weds"));
  private static final Set<String> ENGLISH_WEEKDAYS =
      new MonthNames(List.of("en"), Map.of(), Set.of("tues", "thur", "thurs", "weds")).weekdays;

  /** The other languages; Arabic has three sets of names. */
  private static final class Rare {
    private static final MonthNames NAMES =
        new MonthNames(
            List.of(
                "ar", "ar-LB", "ar-DZ", "ar-MA", "az", "be", "bg", "bn", "ca", "ckb", "cs", "el",
                "et", "eu", "fa", "fi", "ga", "gl", "hi", "hu", "hy", "id", "ja", "ka", "kk", "ko",
                "ku", "lt", "lv", "mk", "ms", "ne", "ro", "sk", "sl", "sr", "sr-Latn", "ta", "te",
                "th", "ur", "vi", "zh"),
            Map.ofEntries(
                entry("अक्टूबर", 10), // Hindi spells some names in two ways
                entry("सितंबर", 9),
                entry("सितम्बर", 9),
                entry("नवम्बर", 11),
                entry("दिसम्बर", 12),
                entry("janvārī", 1), // Latvian dates are in the locative
                entry("februārī", 2),
                entry("martā", 3),
                entry("aprīlī", 4),
                entry("maijā", 5),
                entry("jūnijā", 6),
                entry("jūlijā", 7),
                entry("augustā", 8),
                entry("septembrī", 9),
                entry("oktobrī", 10),
                entry("novembrī", 11),
                entry("decembrī", 12),
                entry("јануара", 1), // Serbian ones in the genitive
                entry("фебруара", 2),
                entry("марта", 3),
                entry("априла", 4),
                entry("маја", 5),
                entry("јуна", 6),
                entry("јула", 7),
                entry("августа", 8),
                entry("септембра", 9),
                entry("октобра", 10),
                entry("новембра", 11),
                entry("децембра", 12),
                entry("januara", 1),
                entry("februara", 2),
                entry("marta", 3),
                entry("aprila", 4),
                entry("maja", 5),
                entry("juna", 6),
                entry("jula", 7),
                entry("avgusta", 8),
                entry("septembra", 9),
                entry("novembra", 11),
                entry("decembra", 12)),
            Set.of());
  }

  private final Map<String, Integer> months = new HashMap<>();
  private final Set<String> weekdays = new HashSet<>();

  private MonthNames(List<String> languages, Map<String, Integer> others, Set<String> otherDays) {
    for (String language : languages) {
      Locale locale = Locale.forLanguageTag(language);
      for (TextStyle style : STYLES) {
        for (Month month : Month.values()) {
          months.putIfAbsent(bare(month.getDisplayName(style, locale)), month.getValue());
        }
        for (DayOfWeek day : DayOfWeek.values()) {
          weekdays.add(bare(day.getDisplayName(style, locale)));
        }
      }
    }
    others.forEach((name, number) -> months.putIfAbsent(bare(name), number));
    months.keySet().removeIf(name -> name.isEmpty() || PrintedText.hasDigit(name));
    weekdays.addAll(otherDays);
  }

  /**
   * The number of the month of this name in one of the common languages, with or without a full
   * stop; 0 if it is none.
   */
  public static int find(String word) {
    return COMMON.months.getOrDefault(bare(word), 0);
  }

  /** The number of the month of this name in any language; 0 if it is none. */
  static int findInAny(String word) {
    int common = find(word);
    return common > 0 ? common : Rare.NAMES.months.getOrDefault(bare(word), 0);
  }

  /** Whether the word is a weekday's name; "mar" is Tuesday in French and March in English. */
  public static boolean isWeekday(String word) {
    return COMMON.weekdays.contains(bare(word));
  }

  static boolean isWeekdayInAny(String word) {
    return isWeekday(word) || Rare.NAMES.weekdays.contains(bare(word));
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
