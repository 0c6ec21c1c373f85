package org.broadsheet.copies;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.collections.Dictionary;

/**
 * A value for some articles, by article_id, where many articles have the same: each value is kept
 * once.
 *
 * @param <T> the values, which must be serializable
 */
public final class ArticleValues<T> implements Serializable {

  private final ArticleNumbers numbers;
  private final ArrayList<T> values;

  private ArticleValues(ArticleNumbers numbers, List<T> values) {
    this.numbers = numbers;
    this.values = new ArrayList<>(values);
  }

  /**
   * Gathers articles, each once, in any order.
   *
   * @param <T> the values
   */
  public static final class ArticleValuesBuilder<T> {
    private final ArticleNumbers.ArticleNumbersBuilder numbers =
        new ArticleNumbers.ArticleNumbersBuilder();
    private final Dictionary<T> values = new Dictionary<>();

    /**
     * Adds an article.
     *
     * @param articleId its article_id
     * @param value its value
     */
    public void add(String articleId, T value) {
      numbers.add(articleId, values.id(value));
    }

    void addAll(ArticleValues<T> others) {
      numbers.addAll(others.numbers, others.values.stream().mapToInt(values::id).toArray());
    }

    /**
     * Makes them ready to be looked up.
     *
     * @return the values
     */
    public ArticleValues<T> build() {
      return new ArticleValues<>(numbers.build(), values.values());
    }
  }

  /**
   * Looks up an article.
   *
   * @param articleId its article_id
   * @param otherwise what to return if it has no value
   * @return its value
   */
  public T getOrDefault(String articleId, T otherwise) {
    int number = numbers.get(articleId);
    return number == ArticleNumbers.NONE ? otherwise : values.get(number);
  }
}
