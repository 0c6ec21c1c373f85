package org.broadsheet.copies;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.text.Normalizer;
import java.util.Arrays;
import org.broadsheet.stats.Hashes;
import org.broadsheet.text.TokenSpans;

/**
 * Reduces a text to the set of its shingles: runs of three words, stop words included, without case
 * or punctuation (Broder 1997). Sentences do not matter, and the title matters only where there is
 * little else.
 */
final class Shingler {

  /** Words in a shingle. */
  static final int WORDS = 3;

  /** A text of fewer words does not show what it is a copy of. */
  private static final int FEWEST_WORDS = 5;

  /**
   * A body of fewer words is taken with its title: other sources print the same notice as a body.
   */
  private static final int SHORT_BODY = 20;

  private static final char FIRST_COMBINING = '\u0300';

  /** Most characters of most texts, as {@link #folded} gives them. */
  private static final char[] ASCII = new char[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = folded(c);
    }
  }

  private final IntArrayList words = new IntArrayList();

  /**
   * A text as a set.
   *
   * @param hash of the words in their order
   * @param shingles the hashes of the shingles, in ascending order, each once; none of a text that
   *     is too short
   */
  record Shingled(long hash, int[] shingles) {}

  /**
   * Reduces a text.
   *
   * @param text title and body
   * @param spans its words, see {@link TokenSpans}
   * @param bodyStart offset at which the body begins
   * @return the set
   */
  Shingled shingles(String text, byte[] spans, int bodyStart) {
    words.clear();
    int titleWords = 0;
    TokenSpans.SpanCursor reader = new TokenSpans.SpanCursor(spans);
    while (reader.next()) {
      words.add(hash(text, reader.start(), reader.end()));
      titleWords += reader.start() < bodyStart ? 1 : 0;
    }
    int first = words.size() - titleWords < SHORT_BODY ? 0 : titleWords;
    return words.size() - first < FEWEST_WORDS
        ? new Shingled(0, new int[0])
        : new Shingled(hashFrom(first), shinglesFrom(first));
  }

  private long hashFrom(int first) {
    long hash = 0;
    for (int i = first; i < words.size(); i++) {
      hash = Hashes.added(hash, words.getInt(i));
    }
    return hash;
  }

  private int[] shinglesFrom(int first) {
    int[] shingles = new int[words.size() - first - WORDS + 1];
    for (int i = 0; i < shingles.length; i++) {
      int at = first + i;
      shingles[i] = Hashes.murmur3(words.getInt(at), words.getInt(at + 1), words.getInt(at + 2));
    }
    return distinct(shingles);
  }

  private static int[] distinct(int[] values) {
    Arrays.sort(values);
    int size = 0;
    for (int value : values) {
      if (size == 0 || values[size - 1] != value) {
        values[size++] = value;
      }
    }
    return Arrays.copyOf(values, size);
  }

  private static int hash(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= FIRST_COMBINING
          && !Normalizer.isNormalized(text.substring(start, end), Normalizer.Form.NFC)) {
        String composed = Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFC);
        return hash(composed, 0, composed.length());
      }
      char folded = c < ASCII.length ? ASCII[c] : folded(c);
      if (folded != 0) {
        hash = hash * 31 + folded;
      }
    }
    return hash;
  }

  /** A character as it is compared; 0 for one that does not matter. */
  private static char folded(char c) {
    boolean matters = Character.isLetterOrDigit(c) || c >= FIRST_COMBINING && c != '\u2019';
    return matters ? Character.toLowerCase(c) : 0;
  }
}
