package org.broadsheet.topics.learning;

import java.util.List;

/**
 * What the topics of a language are learned from.
 *
 * @param vocabulary the words of the language
 * @param articles some of its articles, in order of their ids, each with a word of the vocabulary
 */
public record TopicSample(TopicVocabulary vocabulary, List<BagOfWords> articles) {

  /**
   * Gives the language.
   *
   * @return its code
   */
  public String language() {
    return vocabulary.language();
  }

  /**
   * Counts the articles.
   *
   * @return their number
   */
  public int size() {
    return articles.size();
  }

  /**
   * Says whether there is nothing to learn from.
   *
   * @return true if no article has a word of the vocabulary
   */
  public boolean isEmpty() {
    return articles.isEmpty();
  }
}
