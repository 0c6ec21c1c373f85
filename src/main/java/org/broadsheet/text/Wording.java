package org.broadsheet.text;

import org.broadsheet.collections.IntList;
import org.broadsheet.collections.LongIntMap;

/**
 * Follows the words of a text and tells how varied and how long they are. Words that differ in case
 * only, or in the kind of their apostrophe, are of one type. It is asked for every word there is,
 * so it knows a type by a hash of 63 bits: that two of a hundred thousand types share one has a
 * chance of one in a thousand million.
 *
 * <p>Not safe for use by several threads.
 */
final class Wording {

  /** With so many types, some megabytes, the dictionary starts over before the next text. */
  private static final int FULL = 1 << 17;

  private final int full;
  private final Mattr mattr = new Mattr();
  private LongIntMap types;
  private IntList typeSyllables;
  private long syllables;

  Wording() {
    this(FULL);
  }

  /** With another size at which the dictionary starts over. */
  Wording(int full) {
    this.full = full;
    forget();
  }

  private void forget() {
    types = new LongIntMap();
    typeSyllables = new IntList();
  }

  /** Starts a text. */
  void start() {
    if (typeSyllables.size() >= full) {
      forget();
    }
    mattr.start();
    syllables = 0;
  }

  /** Adds the next word: what stands between two offsets. */
  void add(String text, int start, int end) {
    long hash = hash(text, start, end);
    int type = types.get(hash);
    if (type < 0) {
      type = typeSyllables.size();
      types.put(hash, type);
      typeSyllables.add(Syllables.of(plain(text, start, end)));
    }
    mattr.add(type);
    syllables += typeSyllables.get(type);
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

  /** See {@link Mattr#windows}. */
  long mattrWindows() {
    return mattr.windows();
  }

  /** See {@link Mattr#types}. */
  long mattrTypes() {
    return mattr.types();
  }

  /** The syllables of the words, as if they were English. */
  long syllables() {
    return syllables;
  }
}
