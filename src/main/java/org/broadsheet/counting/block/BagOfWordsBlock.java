package org.broadsheet.counting.block;

import java.io.Serializable;
import java.util.List;

/**
 * The words of a batch of articles, counted for each.
 *
 * @param terms the words
 * @param groups the articles of this block by what they are counted by
 * @param articles the articles with their words
 */
public record BagOfWordsBlock(Words terms, List<Group> groups, Articles articles)
    implements Serializable {

  /**
   * The articles of a place.
   *
   * @param place what they are counted by
   * @param tokens for each n from 1, how many n-grams counted
   * @param articles how many articles
   * @param countedArticles how many articles have a word that counts
   */
  public record Group(GroupKey place, long[] tokens, long articles, long countedArticles)
      implements Serializable {}

  /**
   * The articles of a block with the words (n = 1) that count; row i has the entries {@code
   * offsets[i]} to {@code offsets[i + 1]}.
   *
   * @param ids article_id
   * @param group for each article, its group
   * @param days for each article, the day of the epoch it was published; {@link Integer#MIN_VALUE}
   *     without a date
   * @param offsets where each row starts
   * @param terms for each entry, the term
   * @param tfs for each entry, how often it occurs
   */
  public record Articles(
      String[] ids, int[] group, int[] days, int[] offsets, int[] terms, int[] tfs)
      implements Serializable {

    /**
     * How many articles there are.
     *
     * @return the number
     */
    public int size() {
      return ids.length;
    }

    /**
     * The length of an article in words that count.
     *
     * @param article an article
     * @return the sum of its tfs
     */
    public long length(int article) {
      long length = 0;
      for (int i = offsets[article]; i < offsets[article + 1]; i++) {
        length += tfs[i];
      }
      return length;
    }
  }
}
