package org.broadsheet.corpus.parse;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of months and weekdays, full and short, in the languages of the large news corpora. */
final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "tr", "sv", "da", "nb");
  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  /** Printed forms that the locale data lack. */
  private static final Map<String, Integer> OTHERS =
      Map.of(
          "sept",
          9,
          "sep",
          9,
          "maerz",
          3,
          "jänner",
          1,
          "feber",
          2,
          "juill",
          7,
          "сент",
          9,
          "нояб",
          11,
          "янв",
          1,
          "setiembre",
          9);

  private static final Map<String, Integer> MONTHS = months();
  private static final Set<String> WEEKDAYS = weekdays();

  private MonthNames() {}

  /** The number of the month of this name, with or without a full stop; 0 if it is none. */
  static int find(String word) {
    return MONTHS.getOrDefault(bare(word), 0);
  }

  /** Whether the word is a weekday's name; "mar" is Tuesday in French and March in English. */
  static boolean isWeekday(String word) {
    return WEEKDAYS.contains(bare(word));
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String language : LANGUAGES) {
      for (TextStyle style : STYLES) {
        for (Month month : Month.values()) {
          String name = bare(month.getDisplayName(style, Locale.forLanguageTag(language)));
          months.putIfAbsent(name, month.getValue());
        }
      }
    }
    OTHERS.forEach((name, number) -> months.putIfAbsent(bare(name), number));
    months.keySet().removeIf(name -> name.isEmpty() || Text.hasDigit(name));
    return months;
  }

  private static Set<String> weekdays() {
    Set<String> weekdays = new HashSet<>(Set.of("tues", "thur", "thurs", "weds"));
    for (String language : LANGUAGES) {
      for (TextStyle style : STYLES) {
        for (DayOfWeek day : DayOfWeek.values()) {
          weekdays.add(bare(day.getDisplayName(style, Locale.forLanguageTag(language))));
        }
      }
    }
    return weekdays;
  }

  private static String bare(String name) {
    String folded = Text.fold(name);
    return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
  }
}
