package org.broadsheet.counting;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.counting.block.GroupKey;

/**
 * The denominators: counted n-grams and articles by language, source and period. They are few, so
 * they are gathered and summed on the driver, and given to every task.
 */
public final class CorpusTotals {

  /**
   * A denominator.
   *
   * @param tokens n-grams of one n, before the vocabulary is cut
   * @param articles articles
   * @param countedArticles articles with at least one counted word
   */
  public record Sum(long tokens, long articles, long countedArticles) implements Serializable {

    public static final Sum NONE = new Sum(0, 0, 0);

    public Sum plus(Sum other) {
      return new Sum(
          tokens + other.tokens,
          articles + other.articles,
          countedArticles + other.countedArticles);
    }

    public Sum minus(Sum other) {
      return new Sum(
          tokens - other.tokens,
          articles - other.articles,
          countedArticles - other.countedArticles);
    }
  }

  /**
   * What a denominator is of: a language and n, and perhaps an outlet or the first day of a period.
   */
  public record Of(String language, int n, Object part) implements Serializable {}

  private final SparkSession spark;
  private final List<BagOfWordsBlock.Group> groups;
  private final Map<String, Long> articlesByLanguage = new TreeMap<>();
  private final HashMap<Of, Sum> byLanguage;

  CorpusTotals(SparkSession spark, List<BagOfWordsBlock.Group> groups) {
    this.spark = spark;
    this.groups = groups;
    groups.forEach(g -> articlesByLanguage.merge(g.place().language(), g.articles(), Long::sum));
    this.byLanguage = new HashMap<>();
    add(place -> null, byLanguage);
  }

  /**
   * Articles by language.
   *
   * @return the number of articles, with or without a counted word, in the order of the codes
   */
  public Map<String, Long> articlesByLanguage() {
    return Collections.unmodifiableMap(articlesByLanguage);
  }

  /**
   * The main language.
   *
   * @return that of most articles, the first by its code among equals
   */
  public String mainLanguage() {
    return articlesByLanguage.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  /** All articles, of whatever language. */
  long articles() {
    return articlesByLanguage.values().stream().mapToLong(Long::longValue).sum();
  }

  /** All n-grams of all languages. */
  long tokens() {
    return byLanguage.values().stream().mapToLong(Sum::tokens).sum();
  }

  /**
   * Words of a language, before the vocabulary is cut.
   *
   * @param language the language
   * @return how many words count
   */
  public long words(String language) {
    return byLanguage.getOrDefault(new Of(language, 1, null), Sum.NONE).tokens;
  }

  /**
   * Articles of a language that have a word that counts.
   *
   * @param language the language
   * @return how many there are
   */
  public long countedArticles(String language) {
    return byLanguage.getOrDefault(new Of(language, 1, null), Sum.NONE).countedArticles;
  }

  /** The first days of all periods with an article. */
  public TreeSet<LocalDate> periods() {
    TreeSet<LocalDate> periods = new TreeSet<>();
    for (BagOfWordsBlock.Group group : groups) {
      if (group.place().period() != null) {
        periods.add(LocalDate.ofEpochDay(group.place().period()));
      }
    }
    return periods;
  }

  public HashMap<Of, Sum> byLanguage() {
    return byLanguage;
  }

  /** The sums of each part of the places; those of a part that is null are left out. */
  public HashMap<Of, Sum> by(Function<GroupKey, ?> part) {
    HashMap<Of, Sum> sums = new HashMap<>();
    add(part, sums);
    sums.keySet().removeIf(of -> of.part == null);
    return sums;
  }

  /** The sums of the articles that count where a story counts once, by language. */
  public HashMap<Of, Sum> once() {
    HashMap<Of, Sum> sums = new HashMap<>();
    by(place -> place.standing().counts() ? "" : null)
        .forEach((of, sum) -> sums.put(new Of(of.language, of.n, null), sum));
    return sums;
  }

  private void add(Function<GroupKey, ?> part, Map<Of, Sum> sums) {
    for (BagOfWordsBlock.Group group : groups) {
      for (int n = 1; n <= group.tokens().length; n++) {
        sums.merge(
            new Of(group.place().language(), n, part.apply(group.place())),
            new Sum(group.tokens()[n - 1], group.articles(), group.countedArticles()),
            Sum::plus);
      }
    }
  }
}
