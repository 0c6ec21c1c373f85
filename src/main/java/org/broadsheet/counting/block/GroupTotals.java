package org.broadsheet.counting.block;

import java.io.Serializable;

/**
 * How much was counted in the articles of a group.
 *
 * @param key what the articles are counted by
 * @param tokens for each n from 1, the n-grams that count
 * @param articles the articles
 * @param countedArticles the articles with a word that counts
 */
public record GroupTotals(GroupKey key, long[] tokens, long articles, long countedArticles)
    implements Serializable {

  /**
   * Adds the totals of other articles.
   *
   * @param other totals of the same key, and with the same longest n-grams
   * @return the sums
   */
  public GroupTotals plus(GroupTotals other) {
    long[] sums = tokens.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.tokens[i];
    }
    return new GroupTotals(
        key, sums, articles + other.articles, countedArticles + other.countedArticles);
  }
}
