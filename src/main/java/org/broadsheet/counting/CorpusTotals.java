package org.broadsheet.counting;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.counting.block.GroupTotals;
import org.broadsheet.counting.block.TokenIdBlock;

/**
 * The denominators of all rates: the n-grams and articles that count, by language, n and parts of
 * the corpus, before the vocabulary is cut. They are few, so the driver holds them.
 */
public final class CorpusTotals {

  /**
   * A denominator.
   *
   * @param tokens n-grams of one n
   * @param articles articles
   * @param countedArticles articles with at least one word that counts
   */
  public record Total(long tokens, long articles, long countedArticles) implements Serializable {

    /** The total of no articles. */
    public static final Total NONE = new Total(0, 0, 0);

    /**
     * Adds another total.
     *
     * @param other the other total
     * @return the sum
     */
    public Total plus(Total other) {
      return new Total(
          tokens + other.tokens,
          articles + other.articles,
          countedArticles + other.countedArticles);
    }

    /**
     * Subtracts another total.
     *
     * @param other the other total
     * @return the difference
     */
    public Total minus(Total other) {
      return new Total(
          tokens - other.tokens,
          articles - other.articles,
          countedArticles - other.countedArticles);
    }
  }

  /** The totals of groups over blocks. */
  private static final class GroupSums implements MergeableSum<TokenIdBlock, GroupSums> {
    private final HashMap<GroupKey, GroupTotals> groups = new HashMap<>();

    @Override
    public GroupSums add(TokenIdBlock block) {
      block.articles().totals().forEach(this::add);
      return this;
    }

    @Override
    public GroupSums merge(GroupSums other) {
      other.groups.values().forEach(this::add);
      return this;
    }

    private void add(GroupTotals more) {
      groups.merge(more.key(), more, GroupTotals::plus);
    }
  }

  private final Collection<GroupTotals> groups;
  private final Map<String, Long> articlesByLanguage = new TreeMap<>();
  private final HashMap<NgramClass, Total> byClass = new HashMap<>();

  CorpusTotals(Collection<GroupTotals> groups) {
    this.groups = groups;
    groups.forEach(g -> articlesByLanguage.merge(g.key().language(), g.articles(), Long::sum));
    by(key -> "").forEach((slice, total) -> byClass.put(slice.ngrams(), total));
  }

  /** Sums the totals of all blocks. */
  static CorpusTotals of(JavaRDD<TokenIdBlock> blocks) {
    return new CorpusTotals(MergeableSum.over(blocks, new GroupSums()).groups.values());
  }

  /**
   * Counts articles by language.
   *
   * @return the articles, with or without a word that counts, in the order of the language codes
   */
  public Map<String, Long> articlesByLanguage() {
    return Collections.unmodifiableMap(articlesByLanguage);
  }

  /**
   * Finds the main language.
   *
   * @return the language of most articles; the first by its code if several are equal
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
    return byClass.values().stream().mapToLong(Total::tokens).sum();
  }

  /**
   * Counts the words of a language.
   *
   * @param language the language
   * @return the words that count
   */
  public long words(String language) {
    return byClass.getOrDefault(new NgramClass(language, 1), Total.NONE).tokens;
  }

  /**
   * Counts the articles of a language that have a word that counts.
   *
   * @param language the language
   * @return the number of articles
   */
  public long countedArticles(String language) {
    return byClass.getOrDefault(new NgramClass(language, 1), Total.NONE).countedArticles;
  }

  /**
   * Finds the periods that have an article.
   *
   * @return their first days
   */
  public TreeSet<LocalDate> periods() {
    TreeSet<LocalDate> periods = new TreeSet<>();
    for (GroupTotals group : groups) {
      if (group.key().period() != null) {
        periods.add(LocalDate.ofEpochDay(group.key().period()));
      }
    }
    return periods;
  }

  /**
   * Gives the totals of the whole corpus.
   *
   * @return the totals by language and n
   */
  public HashMap<NgramClass, Total> byClass() {
    return byClass;
  }

  /**
   * Gives the totals of the whole corpus with each story counted once.
   *
   * @return the totals by language and n
   */
  public HashMap<NgramClass, Total> deduplicated() {
    HashMap<NgramClass, Total> totals = new HashMap<>();
    by(key -> key.weight().inCorpus() ? "" : null)
        .forEach((slice, total) -> totals.put(slice.ngrams(), total));
    return totals;
  }

  /**
   * Gives the totals of parts of the corpus.
   *
   * @param part the part that the articles of a group belong to; null leaves them out
   * @param <K> the parts
   * @return the totals by language, n and part
   */
  public <K> HashMap<CorpusSlice<K>, Total> by(Function<GroupKey, K> part) {
    HashMap<CorpusSlice<K>, Total> totals = new HashMap<>();
    for (GroupTotals group : groups) {
      K ofGroup = part.apply(group.key());
      for (int n = 1; ofGroup != null && n <= group.tokens().length; n++) {
        totals.merge(
            new CorpusSlice<>(new NgramClass(group.key().language(), n), ofGroup),
            new Total(group.tokens()[n - 1], group.articles(), group.countedArticles()),
            Total::plus);
      }
    }
    return totals;
  }
}
