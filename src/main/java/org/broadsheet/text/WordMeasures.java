package org.broadsheet.text;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import org.broadsheet.stats.LexicalDiversity;

/**
 * Measures the words of a text: their diversity and their syllables. Words that differ only in case
 * or in the kind of their apostrophe are of one type. Every word of a corpus passes here, so types
 * are identified by hashes of 63 bits: the probability that any two of a hundred thousand types
 * share a hash is about one in a billion.
 *
 * <p>Not safe for use by several threads.
 */
final class WordMeasures {

  /** The number of types, some megabytes, at which the dictionary is emptied before a text. */
  private static final int FULL = 1 << 17;

  private static final int NEW = -1;

  private final int full;
  private final LexicalDiversity diversity = new LexicalDiversity();
  private Long2IntOpenHashMap types;
  private IntArrayList typeSyllables;
  private long syllables;

  WordMeasures() {
    this(FULL);
  }

  /** Sets another size at which the dictionary is emptied. */
  WordMeasures(int full) {
    this.full = full;
    forget();
  }

  private void forget() {
    types = new Long2IntOpenHashMap();
    typeSyllables = new IntArrayList();
  }

  /** Starts a text. */
  void start() {
    if (typeSyllables.size() >= full) {
      forget();
    }
    diversity.start();
    syllables = 0;
  }

  /** Adds the next word, which stands between two offsets. */
  void add(String text, int start, int end) {
    long hash = hash(text, start, end);
    int type = types.getOrDefault(hash, NEW);
    if (type == NEW) {
      type = typeSyllables.size();
      types.put(hash, type);
      typeSyllables.add(Syllables.of(plain(text, start, end)));
    }
    diversity.add(type);
    syllables += typeSyllables.getInt(type);
  }

  private static long hash(String text, int start, int end) {
    long hash = 0;
    for (int i = start; i < end; i++) {
      hash = (hash ^ plain(text.charAt(i))) * 0x9e3779b97f4a7c15L;
    }
    return hash >>> 1;
  }

  private static String plain(String text, int start, int end) {
    char[] plain = new char[end - start];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = plain(text.charAt(start + i));
    }
    return new String(plain);
  }

  private static char plain(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return c == '’' ? '\'' : Character.toLowerCase(c);
  }

  /** See {@link LexicalDiversity#windows}. */
  long mattrWindows() {
    return diversity.windows();
  }

  /** See {@link LexicalDiversity#types}. */
  long mattrTypes() {
    return diversity.types();
  }

  /** The number of syllables, as if all words were English. */
  long syllables() {
    return syllables;
  }
}
