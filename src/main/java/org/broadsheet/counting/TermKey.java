package org.broadsheet.counting;

import java.io.Serializable;

/**
 * Identifies a term.
 *
 * @param language the language
 * @param n the number of words in the term
 * @param term its text: words with a space between them
 */
public record TermKey(String language, int n, String term) implements Serializable {

  /**
   * The class that the term belongs to.
   *
   * @return its language and n
   */
  public NgramClass ngrams() {
    return new NgramClass(language, n);
  }
}
