package org.broadsheet.counting.block;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.collections.Texts;

/**
 * What is known of the articles of a block, which are numbered from 0.
 *
 * @param ids for each article, its article_id
 * @param groups the groups of articles
 * @param sums for each group, what was counted in its articles
 * @param group for each article, the number of its group
 * @param days for each article, the day of the epoch on which it was published, or {@link #NO_DAY}
 */
public record ArticleMetadata(
    Texts ids, GroupKeys groups, GroupCounts sums, int[] group, int[] days)
    implements Serializable {

  /** The day of an article without a date. */
  public static final int NO_DAY = Integer.MIN_VALUE;

  /**
   * What was counted in the articles of groups; parallel arrays.
   *
   * @param tokens for each group, and for each n from 1, the n-grams that count
   * @param articles for each group, its articles
   * @param countedArticles for each group, its articles with a word that counts
   */
  record GroupCounts(long[][] tokens, long[] articles, long[] countedArticles)
      implements Serializable {}

  /**
   * Counts the articles.
   *
   * @return the number of articles
   */
  public int size() {
    return ids.size();
  }

  /**
   * Looks up what an article is counted by.
   *
   * @param article an article
   * @return the key of its group
   */
  public GroupKey key(int article) {
    return groups.get(group[article]);
  }

  /**
   * Gives what was counted in the articles of each group.
   *
   * @return a total for each of the groups
   */
  public List<GroupTotals> totals() {
    return IntStream.range(0, groups.size())
        .mapToObj(
            i ->
                new GroupTotals(
                    groups.get(i), sums.tokens[i], sums.articles[i], sums.countedArticles[i]))
        .toList();
  }

  /**
   * Orders the articles by source.
   *
   * @return their numbers, those of each source one after another
   */
  public int[] bySource() {
    return IntStream.range(0, size())
        .boxed()
        .sorted(Comparator.comparing(article -> key(article).source()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The numbers of the articles, those of each group one after another. */
  int[] byGroup() {
    int[] next = new int[groups.size() + 1];
    for (int ofArticle : group) {
      next[ofArticle + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] articles = new int[size()];
    for (int article = 0; article < articles.length; article++) {
      articles[next[group[article]]++] = article;
    }
    return articles;
  }
}
