package org.broadsheet.counting.block;

import java.io.Serializable;

/**
 * A dictionary of words and n-grams. A word has its text; an n-gram is the n-gram before its last
 * word, and that word: most n-grams are rare, and never need a string of their own.
 *
 * @param words the text of each entry that is a word, null for n-grams
 * @param heads for each n-gram, the entry of all but its last word
 * @param tails for each n-gram, the entry of its last word
 */
public record Ngrams(String[] words, int[] heads, int[] tails) implements Serializable {

  /**
   * How many entries there are.
   *
   * @return the number of words and n-grams
   */
  public int size() {
    return words.length;
  }

  /**
   * How many words an entry has.
   *
   * @param entry an entry
   * @return n, from 1
   */
  public int n(int entry) {
    return words[entry] != null ? 1 : n(heads[entry]) + 1;
  }

  /**
   * The text of an entry.
   *
   * @param entry an entry
   * @return its words, with a space between
   */
  public String text(int entry) {
    String word = words[entry];
    return word != null ? word : text(heads[entry]) + ' ' + words[tails[entry]];
  }

  /**
   * A hash of the text that is the same in every block.
   *
   * @param entry an entry
   * @return a hash of 64 bits
   */
  public long hash(int entry) {
    String word = words[entry];
    return word != null ? hash(word) : hash(hash(heads[entry]), hash(words[tails[entry]]));
  }

  /**
   * The hash of a word, as of an entry with this text.
   *
   * @param word a word
   * @return a hash of 64 bits
   */
  public static long hash(String word) {
    long hash = 0x9e3779b97f4a7c15L;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
    }
    return hash ^ hash >>> 29;
  }

  /**
   * The hash of an n-gram.
   *
   * @param head the hash of all but its last word
   * @param tail the hash of its last word
   * @return a hash of 64 bits
   */
  /**
   * The hash of a term by its text.
   *
   * @param term words with a space between
   * @return what {@link #hash} gives for it
   */
  public static long hashOf(String term) {
    int space = term.lastIndexOf(' ');
    return space < 0
        ? hash(term)
        : hash(hashOf(term.substring(0, space)), hash(term.substring(space + 1)));
  }

  static long hash(long head, long tail) {
    long hash = (head * 31 + tail) * 0x9e3779b97f4a7c15L;
    return hash ^ hash >>> 29;
  }
}
