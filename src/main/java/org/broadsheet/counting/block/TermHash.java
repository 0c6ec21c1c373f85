package org.broadsheet.counting.block;

import java.util.List;

/**
 * Hashes of terms, 64 bits each: the same in every block, so that terms can be compared and looked
 * up without their text. The hash of an n-gram is made of the hash of all but its last word and the
 * hash of that word.
 */
public final class TermHash {

  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private TermHash() {}

  /**
   * Hashes a word.
   *
   * @param word a word
   * @return its hash
   */
  public static long ofWord(String word) {
    long hash = GOLDEN_RATIO;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * FNV_PRIME;
    }
    return hash ^ hash >>> 29;
  }

  /**
   * Hashes the words of a dictionary.
   *
   * @param words the words
   * @return for each word, its hash
   */
  public static long[] ofWords(List<String> words) {
    long[] hashes = new long[words.size()];
    for (int word = 0; word < hashes.length; word++) {
      hashes[word] = ofWord(words.get(word));
    }
    return hashes;
  }

  /**
   * Hashes an n-gram.
   *
   * @param head the hash of all but its last word
   * @param tail the hash of its last word
   * @return its hash
   */
  public static long ofNgram(long head, long tail) {
    long hash = (head * 31 + tail) * GOLDEN_RATIO;
    return hash ^ hash >>> 29;
  }

  /**
   * Hashes a term by its text.
   *
   * @param term words with a space between them
   * @return the hash of the word or n-gram
   */
  public static long ofTerm(String term) {
    int space = term.lastIndexOf(' ');
    return space < 0
        ? ofWord(term)
        : ofNgram(ofTerm(term.substring(0, space)), ofWord(term.substring(space + 1)));
  }

  /**
   * Tells the terms of several languages apart.
   *
   * @param language a language
   * @return what the hash of a term is combined with, by exclusive or, to hash language and term
   */
  public static long ofLanguage(String language) {
    return ofWord(language) * 31;
  }
}
