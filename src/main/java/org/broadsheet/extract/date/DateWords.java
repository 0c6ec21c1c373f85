package org.broadsheet.extract.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.lexicon.Lexicon;

/** The words and numbers of a date's text, and which of them stand beside dates. */
final class DateWords {
  /** A number or a word; full stops within are part of Thai abbreviations. */
  private static final Pattern TOKEN =
      Pattern.compile("\\d+|[\\u0E01-\\u0E4E]+(?:\\.[\\u0E01-\\u0E4E]+)*|\\p{L}[\\p{L}\\p{M}]*");

  private static final Set<String> ENGLISH = PrintedText.folded(Lexicon.of("date_words", "en"));

  /** Words beside dates in other languages; a date between them has its day first. */
  private static final Set<String> FOREIGN =
      Lexicon.languages().stream()
          .filter(language -> !language.equals("en"))
          .flatMap(language -> Lexicon.of("date_words", language).stream())
          .map(PrintedText::fold)
          .collect(Collectors.toUnmodifiableSet());

  private DateWords() {}

  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      tokens.add(m.group());
    }
    return tokens;
  }

  static boolean isNumber(String token) {
    return !token.isEmpty() && !PrintedText.hasAny(token, c -> c < '0' || c > '9');
  }

  /** Whether the word stands beside dates in any language. */
  static boolean isKnown(String token) {
    String folded = PrintedText.fold(token);
    return ENGLISH.contains(folded) || FOREIGN.contains(folded);
  }

  /** Whether the word shows that the line is not English. */
  static boolean isForeign(String token) {
    return !isNumber(token)
        && !ENGLISH.contains(PrintedText.fold(token))
        && (token.chars().anyMatch(c -> c > 0x7F)
            || FOREIGN.contains(PrintedText.fold(token))
            || MonthNames.isWeekday(token) && !MonthNames.isEnglishWeekday(token));
  }
}
