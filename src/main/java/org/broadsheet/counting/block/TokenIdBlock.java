package org.broadsheet.counting.block;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.collections.IntList;

/**
 * The words of a batch of articles in the order of the text, as numbers of a dictionary: what
 * remains of the text once it has been read, and small enough to keep for any corpus. All counts
 * are made from it.
 *
 * @param terms what words count as
 * @param forms words as printed
 * @param formTerms for each form, its term; both are of one language
 * @param groups the articles of this block by what they are counted by
 * @param ids article_id of each article
 * @param group for each article, its group
 * @param days for each article, the day of the epoch it was published; {@link Integer#MIN_VALUE}
 *     without a date
 * @param offsets article i has the words {@code offsets[i]} to {@code offsets[i + 1]}
 * @param words forms in the order of the text; {@link #BREAK} after a run of neighbours: where a
 *     sentence ends or a word does not count
 */
public record TokenIdBlock(
    Words terms,
    Words forms,
    int[] formTerms,
    List<BagOfWordsBlock.Group> groups,
    String[] ids,
    int[] group,
    int[] days,
    int[] offsets,
    int[] words)
    implements Serializable {

  /** What stands for no word: no n-gram reaches over it. */
  public static final int BREAK = -1;

  /**
   * How many articles there are.
   *
   * @return the number
   */
  public int size() {
    return ids.length;
  }

  /**
   * What an article is counted by.
   *
   * @param article an article
   * @return the place of its group
   */
  public GroupKey place(int article) {
    return groups.get(group[article]).place();
  }

  /**
   * The articles, those of an outlet one after another.
   *
   * @return their numbers
   */
  public int[] bySource() {
    return IntStream.range(0, size())
        .boxed()
        .sorted(Comparator.comparing(article -> place(article).source()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The articles, those of a group one after another. */
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

  /**
   * The articles as bags of words.
   *
   * @return for each article its words once each, in the order in which they are met
   */
  public BagOfWordsBlock bags() {
    IntList entries = new IntList();
    IntList tfs = new IntList();
    int[] bagOffsets = new int[offsets.length];
    // Per term, its place among the entries plus one: one of an earlier article counts as none.
    int[] places = new int[terms.size()];
    for (int article = 0; article < size(); article++) {
      for (int i = offsets[article]; i < offsets[article + 1]; i++) {
        if (words[i] == BREAK) {
          continue;
        }
        int term = formTerms[words[i]];
        if (places[term] <= bagOffsets[article]) {
          entries.add(term);
          tfs.add(0);
          places[term] = entries.size();
        }
        tfs.increment(places[term] - 1);
      }
      bagOffsets[article + 1] = entries.size();
    }
    return new BagOfWordsBlock(
        terms,
        groups,
        new BagOfWordsBlock.Articles(
            ids, group, days, bagOffsets, entries.toArray(), tfs.toArray()));
  }
}
