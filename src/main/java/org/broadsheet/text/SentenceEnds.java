package org.broadsheet.text;

import java.util.Locale;
import java.util.Set;
import org.broadsheet.lexicon.Lexicon;

/**
 * Decides whether a sentence ends between two words, by the marks between them, the word before (an
 * abbreviation or an initial ends none) and the letter after. The rule errs towards keeping a
 * sentence whole. Of the language it needs to know only how ordinals are written.
 */
final class SentenceEnds {

  private static final String HARD = "!?…。！？؟।";

  /** Abbreviations that a capital letter or a number often follows. */
  private static final Set<String> ABBREVIATIONS = Set.copyOf(Lexicon.all("abbreviations"));

  private static final SentenceEnds PLAIN = new SentenceEnds(false);
  private static final SentenceEnds WITH_ORDINALS = new SentenceEnds(true);

  private final boolean dottedOrdinals;

  private SentenceEnds(boolean dottedOrdinals) {
    this.dottedOrdinals = dottedOrdinals;
  }

  /**
   * The rule for a language.
   *
   * @param language its code; null where it is not known
   * @return the rule
   */
  static SentenceEnds of(String language) {
    boolean dotted = language != null && Lexicon.of("ordinal_marks", language).contains(".");
    return dotted ? WITH_ORDINALS : PLAIN;
  }

  /**
   * Whether a sentence ends after the first of two neighbouring words of a paragraph.
   *
   * @param text the text
   * @param wordStart start of the first word
   * @param wordEnd its end
   * @param nextStart start of the second word
   * @return true if the second word opens a sentence
   */
  boolean between(String text, int wordStart, int wordEnd, int nextStart) {
    boolean spaced = false;
    boolean stop = false;
    for (int i = wordEnd; i < nextStart; i++) {
      char c = text.charAt(i);
      if (HARD.indexOf(c) >= 0) {
        return opens(text, nextStart) || c > '\u2fff';
      }
      stop |= c == '.';
      spaced |= stop && Character.isWhitespace(c);
    }
    return stop
        && spaced
        && opens(text, nextStart)
        && !isAbbreviation(text, wordStart, wordEnd)
        && !(dottedOrdinals && isShortNumber(text, wordStart, wordEnd));
  }

  /**
   * Whether the marks after the last word of a paragraph close a sentence.
   *
   * @param text the text
   * @param wordEnd end of the last word
   * @param end end of the paragraph
   * @return true if one of the marks ends a sentence
   */
  static boolean closes(String text, int wordEnd, int end) {
    for (int i = wordEnd; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == ':' || HARD.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean opens(String text, int start) {
    int first = text.codePointAt(start);
    return !Character.isLowerCase(first);
  }

  private static boolean isShortNumber(String text, int start, int end) {
    return end - start <= 2 && text.substring(start, end).chars().allMatch(Character::isDigit);
  }

  private static boolean isAbbreviation(String text, int start, int end) {
    int length = end - start;
    if (length == 1) {
      return Character.isUpperCase(text.charAt(start));
    }
    return length <= 6
        && ABBREVIATIONS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }
}
