package org.broadsheet.topics;

import java.io.Serializable;
import java.util.Map;
import org.broadsheet.counting.block.BagOfWordsBlock;

/**
 * The words of one article as numbers of a vocabulary.
 *
 * @param id article_id
 * @param terms the words, distinct
 * @param tfs how often each occurs
 * @param length the length of the article in words that count, also those outside the vocabulary
 */
record WordCounts(String id, int[] terms, int[] tfs, long length) implements Serializable {

  private static final int UNKNOWN = -1;

  /**
   * Translates the dictionary of a block.
   *
   * @return for each term of the block, its number in the vocabulary or -1
   */
  static int[] translation(BagOfWordsBlock block, Map<String, Integer> index) {
    int[] translation = new int[block.terms().size()];
    for (int term = 0; term < translation.length; term++) {
      String word = block.terms().words()[term];
      translation[term] = word == null ? UNKNOWN : index.getOrDefault(word, UNKNOWN);
    }
    return translation;
  }

  static WordCounts of(BagOfWordsBlock.Articles articles, int article, int[] translation) {
    int from = articles.offsets()[article];
    int to = articles.offsets()[article + 1];
    int[] terms = new int[to - from];
    int[] tfs = new int[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      int term = translation[articles.terms()[i]];
      if (term != UNKNOWN) {
        terms[size] = term;
        tfs[size++] = articles.tfs()[i];
      }
    }
    return new WordCounts(
        articles.ids()[article],
        java.util.Arrays.copyOf(terms, size),
        java.util.Arrays.copyOf(tfs, size),
        articles.length(article));
  }

  boolean isEmpty() {
    return terms.length == 0;
  }
}
