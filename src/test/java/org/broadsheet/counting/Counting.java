package org.broadsheet.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.copies.ArticleNumbers;
import org.broadsheet.copies.ArticleValues;
import org.broadsheet.copies.DuplicateWeight;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.counting.block.BlockTermCounts;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.counting.block.TermCounter;
import org.broadsheet.counting.block.TokenIdBlock;
import org.broadsheet.counting.block.TokenIdBlockBuilder;
import org.broadsheet.stats.FrequencyThreshold;
import org.broadsheet.text.AnalysisSettings;
import org.broadsheet.text.TextScanner;

/** Small corpora for tests: as a block, as counts, and as Spark counts them. */
public final class Counting {

  private static final StructType TEXTS =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("language", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("period", DataTypes.DateType)
          .add("published_date", DataTypes.DateType)
          .add("analysed_text", DataTypes.StringType)
          .add("token_spans", DataTypes.BinaryType)
          .add("section", DataTypes.StringType);

  private Counting() {}

  /**
   * An article; its period is the month of its day.
   *
   * @param day when it was published, or null
   */
  public record Article(String id, String language, String source, String day, String text) {

    private LocalDate date() {
      return day == null ? null : LocalDate.parse(day);
    }

    private LocalDate period() {
      return day == null ? null : date().withDayOfMonth(1);
    }
  }

  /** Articles of one source, a0, a1 and so on, all in English and without a day. */
  public static List<Article> english(String... texts) {
    List<Article> articles = new ArrayList<>();
    for (String text : texts) {
      articles.add(new Article("a" + articles.size(), "en", "post", null, text));
    }
    return articles;
  }

  /** The articles with their counted words. */
  public static BagOfWordsBlock block(int ngrams, List<Article> articles) {
    return words(ngrams, articles).bagsOfWords();
  }

  /** The articles with their tokens in order. */
  static TokenIdBlock words(int ngrams, List<Article> articles) {
    TokenIdBlockBuilder block = new TokenIdBlockBuilder(ngrams, AnalysisSettings.DEFAULT);
    for (Article article : articles) {
      TextScanner.Scan scan = new TextScanner().scan("", article.text, null);
      block.add(
          article.id,
          new GroupKey(article.language, article.source, day(article.period()), List.of()),
          day(article.date()),
          scan.text(),
          scan.spans());
    }
    return block.build();
  }

  private static Integer day(LocalDate date) {
    return date == null ? null : (int) date.toEpochDay();
  }

  /** The counts of all terms of blocks, by language, n and text. */
  static Map<TermKey, TermStats> counts(int ngrams, TokenIdBlock... blocks) {
    List<BlockTermCounts> counted =
        Stream.of(blocks)
            .flatMap(block -> TermCounter.count(block, ngrams, (hash, n) -> true, 3).stream())
            .toList();
    Map<TermKey, TermStats> counts = new HashMap<>();
    PartitionTermCounts.sum(counted.iterator(), MinDf.of(List.of()))
        .forEachRemaining(
            block -> block.iterator().forEachRemaining(term -> counts.put(term.key(), term)));
    return counts;
  }

  /** Counting without stemming and without fields to compare. */
  public static CountSettings settings(int ngrams, int minDf) {
    return new CountSettings(ngrams, AnalysisSettings.DEFAULT, ofMinDf(minDf), List.of());
  }

  /** The articles counted by Spark; those of the source post are of the section harbour. */
  public static CountedTerms counted(
      SparkSession spark, List<Article> articles, CountSettings settings) {
    return counted(spark, articles, settings, Map.of(), Map.of());
  }

  /**
   * The same with copies among them.
   *
   * @param weights the weights of the articles that have a copy, by article_id
   * @param groups the copy group of each article that is in one
   */
  public static CountedTerms counted(
      SparkSession spark,
      List<Article> articles,
      CountSettings settings,
      Map<String, DuplicateWeight> weights,
      Map<String, Integer> groups) {
    List<Row> rows = new ArrayList<>();
    for (Article article : articles) {
      TextScanner.Scan scan = new TextScanner().scan("", article.text, null);
      rows.add(
          RowFactory.create(
              article.id,
              article.language,
              article.source,
              article.period(),
              article.date(),
              scan.text(),
              scan.spans(),
              article.source.equals("post") ? "harbour" : null));
    }
    Dataset<Row> texts = spark.createDataFrame(rows, TEXTS).repartition(2);
    ArticleValues.ArticleValuesBuilder<DuplicateWeight> ofArticles =
        new ArticleValues.ArticleValuesBuilder<>();
    weights.forEach(ofArticles::add);
    return CountedTerms.of(spark, texts, settings, ofArticles.build(), numbers(groups), () -> {});
  }

  /** Numbers of articles, by article_id. */
  public static ArticleNumbers numbers(Map<String, Integer> numbers) {
    ArticleNumbers.ArticleNumbersBuilder all = new ArticleNumbers.ArticleNumbersBuilder();
    numbers.forEach(all::add);
    return all.build();
  }

  /** A vocabulary without another bound than fewest articles. */
  public static Vocabulary ofMinDf(long df) {
    return new Vocabulary(FrequencyThreshold.of(df), null, FrequencyThreshold.of(1), null);
  }
}
