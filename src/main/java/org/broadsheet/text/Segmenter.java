package org.broadsheet.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Divides text in scripts without spaces between words: by the dictionaries of ICU (Chinese,
 * Japanese, Thai, Lao, Khmer, Burmese), and by words of the user, which stay whole.
 *
 * <p>Not safe for use by several threads.
 */
final class Segmenter {

  /** The first character of these scripts: a quick test for nearly all text. */
  private static final char FIRST = '\u0e00';

  private static final Set<Character.UnicodeScript> UNSPACED =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.THAI,
          Character.UnicodeScript.LAO,
          Character.UnicodeScript.KHMER,
          Character.UnicodeScript.MYANMAR);

  private final Set<String> words;
  private final int longest;
  private BreakIterator breaks;

  /**
   * Prepares.
   *
   * @param words words that stay whole, in addition to those of the dictionaries
   */
  Segmenter(Collection<String> words) {
    this.words = new HashSet<>(words);
    this.longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Tells whether the word that begins at an offset is in a script without spaces. */
  static boolean isUnspaced(String text, int start) {
    return text.charAt(start) >= FIRST
        && UNSPACED.contains(Character.UnicodeScript.of(text.codePointAt(start)));
  }

  /**
   * Divides a stretch of text.
   *
   * @param text the text
   * @param start where the stretch begins
   * @param end where it ends
   * @param found takes the start and the end of each word
   */
  void divide(String text, int start, int end, BiConsumer<Integer, Integer> found) {
    int undivided = start;
    int at = start;
    while (at < end) {
      int length = wordAt(text, at, end);
      if (length > 0) {
        byDictionary(text, undivided, at, found);
        found.accept(at, at + length);
        undivided = at + length;
      }
      at += Math.max(1, length);
    }
    byDictionary(text, undivided, end, found);
  }

  /** The length of the longest word of the user that begins at an offset; 0 without one. */
  private int wordAt(String text, int at, int end) {
    for (int length = Math.min(longest, end - at); length > 0; length--) {
      if (words.contains(text.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }

  private void byDictionary(String text, int start, int end, BiConsumer<Integer, Integer> found) {
    if (start == end) {
      return;
    }
    breaks = breaks == null ? BreakIterator.getWordInstance(ULocale.ROOT) : breaks;
    breaks.setText(text.substring(start, end));
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
        found.accept(start + from, start + to);
      }
      from = to;
    }
  }
}
