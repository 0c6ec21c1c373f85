package org.broadsheet.counting.block;

import java.io.Serializable;
import org.broadsheet.collections.Texts;

/**
 * The articles of a block as bags of words: article i has the entries {@code offsets[i]} to {@code
 * offsets[i + 1]}, one for each word that counts.
 *
 * @param words the dictionary of words
 * @param articles the articles
 * @param offsets where the entries of each article start, and where the last ones end
 * @param wordIds for each entry, the id of the word
 * @param tfs for each entry, how often the article has the word
 */
public record BagOfWordsBlock(
    Texts words, ArticleMetadata articles, int[] offsets, int[] wordIds, int[] tfs)
    implements Serializable {

  /**
   * Measures an article.
   *
   * @param article an article
   * @return its length in words that count
   */
  public long length(int article) {
    long length = 0;
    for (int i = offsets[article]; i < offsets[article + 1]; i++) {
      length += tfs[i];
    }
    return length;
  }
}
