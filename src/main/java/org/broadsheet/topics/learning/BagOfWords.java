package org.broadsheet.topics.learning;

import java.io.Serializable;
import org.broadsheet.stats.Bm25;

/**
 * The words of one article, as numbers of a {@link TopicVocabulary}.
 *
 * @param id article_id
 * @param terms the words, distinct
 * @param tfs how often the article has each of them
 * @param length the number of counted words of the article, including those outside the vocabulary
 */
public record BagOfWords(String id, int[] terms, int[] tfs, long length) implements Serializable {

  /**
   * Weights the words.
   *
   * @param weighting the weighting
   * @return a weight for each word, in their order; together they are a vector of unit length
   */
  public float[] weights(Bm25 weighting) {
    return weighting.weights(terms, tfs, length);
  }

  /** {@return whether the vocabulary has no word of the article} */
  public boolean isEmpty() {
    return terms.length == 0;
  }
}
