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
    int[] translation = new int[block.words().length];
    for (int term = 0; term < translation.length; term++) {
      translation[term] = index.getOrDefault(block.words()[term], UNKNOWN);
    }
    return translation;
  }

  static WordCounts of(BagOfWordsBlock block, int article, int[] translation) {
    int from = block.offsets()[article];
    int to = block.offsets()[article + 1];
    int[] terms = new int[to - from];
    int[] tfs = new int[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      int term = translation[block.wordIds()[i]];
      if (term != UNKNOWN) {
        terms[size] = term;
        tfs[size++] = block.tfs()[i];
      }
    }
    return new WordCounts(
        block.articles().ids()[article],
        java.util.Arrays.copyOf(terms, size),
        java.util.Arrays.copyOf(tfs, size),
        block.length(article));
  }

  boolean isEmpty() {
    return terms.length == 0;
  }
}
