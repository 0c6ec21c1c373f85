package org.broadsheet.topics.learning;

import java.util.List;

/**
 * What the topics of a language are learned from.
 *
 * @param vocabulary the words of the language
 * @param articles some of its articles, in order of their ids, each with a word of the vocabulary
 */
public record TopicSample(TopicVocabulary vocabulary, List<BagOfWords> articles) {

  /** {@return the code of the language} */
  public String language() {
    return vocabulary.language();
  }

  /** {@return the number of articles} */
  public int size() {
    return articles.size();
  }

  /** {@return whether there is nothing to learn from: no article has a word of the vocabulary} */
  public boolean isEmpty() {
    return articles.isEmpty();
  }
}
