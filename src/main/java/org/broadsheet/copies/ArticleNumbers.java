package org.broadsheet.copies;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A number for some articles, by article_id: twelve bytes an article, for what the driver and every
 * task know.
 */
public final class ArticleNumbers implements Serializable {

  /** Stands for the number of an article that has none. */
  public static final int NONE = -1;

  /** In ascending order. */
  private final long[] ids;

  private final int[] numbers;

  private ArticleNumbers(long[] ids, int[] numbers) {
    this.ids = ids;
    this.numbers = numbers;
  }

  /** Gathers articles, each once, in any order. */
  public static final class ArticleNumbersBuilder {
    private final LongArrayList ids = new LongArrayList();
    private final IntArrayList numbers = new IntArrayList();

    /**
     * Adds an article.
     *
     * @param articleId its article_id
     * @param number its number, from 0
     * @return this
     */
    public ArticleNumbersBuilder add(String articleId, int number) {
      return add(ShingleBlocks.id(articleId), number);
    }

    ArticleNumbersBuilder add(long id, int number) {
      ids.add(id);
      numbers.add(number);
      return this;
    }

    /** Adds all articles of others, with other numbers. */
    void addAll(ArticleNumbers others, int[] newNumbers) {
      for (int i = 0; i < others.ids.length; i++) {
        add(others.ids[i], newNumbers[others.numbers[i]]);
      }
    }

    /**
     * Makes them ready to be looked up.
     *
     * @return the numbers
     */
    public ArticleNumbers build() {
      int[] order = IntStream.range(0, ids.size()).toArray();
      IntArrays.quickSort(
          order, (one, other) -> Long.compare(ids.getLong(one), ids.getLong(other)));
      return new ArticleNumbers(
          Arrays.stream(order).mapToLong(ids::getLong).toArray(),
          Arrays.stream(order).map(numbers::getInt).toArray());
    }
  }

  /**
   * Looks up an article.
   *
   * @param articleId its article_id; kept topics from elsewhere may have any text for one
   * @return its number; {@link #NONE} if it has none
   */
  public int get(String articleId) {
    if (isEmpty()) {
      return NONE;
    }
    try {
      return get(ShingleBlocks.id(articleId));
    } catch (NumberFormatException e) {
      return NONE;
    }
  }

  int get(long id) {
    int at = Arrays.binarySearch(ids, id);
    return at < 0 ? NONE : numbers[at];
  }

  /**
   * Tells whether no article has a number.
   *
   * @return true if so
   */
  public boolean isEmpty() {
    return ids.length == 0;
  }
}
