package org.broadsheet.topics.describing;

import java.util.HashSet;
import java.util.Set;
import org.broadsheet.lexicon.Lexicon;

/**
 * The most frequent number words, which say nothing about a subject. Digits are not counted as
 * words.
 */
final class NumberWords {

  private NumberWords() {}

  /** The number words of a language in lower case, and the large ones used in many languages. */
  static Set<String> of(String language) {
    Set<String> words = new HashSet<>(Lexicon.of("number_words", Lexicon.COMMON));
    words.addAll(Lexicon.of("number_words", language));
    return words;
  }
}
