package org.broadsheet.topics.tables;

import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.topics.Topics;

/**
 * The table {@code topic_source_periods}: how many articles each source has about each topic in
 * each period.
 */
public final class TopicSourcePeriods {

  private static final RowEncoder<TopicSourcePeriod> ROWS =
      RowEncoder.<TopicSourcePeriod>of("topic_source_periods")
          .column("topic_id", INT, TopicSourcePeriod::topicId)
          .column("source", STRING, TopicSourcePeriod::source)
          .column("period", DATE, TopicSourcePeriod::period)
          .column("articles", LONG, TopicSourcePeriod::articles)
          .column("copy_groups", LONG, TopicSourcePeriod::copyGroups)
          .column("source_period_articles", LONG, TopicSourcePeriod::sourcePeriodArticles)
          .column("share", DOUBLE, row -> Rates.share(row.articles, row.sourcePeriodArticles))
          .column("topic_period_articles", LONG, TopicSourcePeriod::topicPeriodArticles)
          .column("topic_share", DOUBLE, row -> Rates.share(row.articles, row.topicPeriodArticles))
          .build();

  private TopicSourcePeriods() {}

  /**
   * A topic in a source and a period.
   *
   * @param articles the source's articles of the topic
   * @param copyGroups the same articles, each copy group counted once
   * @param sourcePeriodArticles all articles of the source in the topic's language
   * @param topicPeriodArticles all articles of the topic
   */
  private record TopicSourcePeriod(
      int topicId,
      String source,
      LocalDate period,
      long articles,
      long copyGroups,
      long sourcePeriodArticles,
      long topicPeriodArticles) {}

  /** A source in a period. */
  private record Key(String source, Integer period) {

    static Key of(GroupKey key) {
      return new Key(key.source(), key.period());
    }
  }

  /**
   * The articles of a source in a period and a language.
   *
   * @param duplicates for each topic, the number of articles beyond the first of each copy group
   */
  private record SourceArticles(
      String language,
      String source,
      int period,
      ArticlesByTopic articles,
      HashMap<Integer, Long> duplicates)
      implements Serializable {}

  /**
   * Computes the table.
   *
   * @param overTime the articles of each topic in each period
   * @return its rows
   */
  public static Dataset<Row> table(TopicsOverTime overTime) {
    Topics topics = overTime.topics();
    SparkSession spark = topics.spark();
    Broadcast<HashMap<String, int[]>> ids =
        topics.terms().broadcast(new HashMap<>(topics.numbered().ids()));
    Broadcast<HashMap<String, TreeMap<Integer, ArticlesByTopic>>> byPeriod = overTime.byPeriod();
    List<SourceArticles> sources = new ArrayList<>();
    topics
        .languages()
        .forEach(language -> sources.addAll(sourceArticles(topics, language.language())));
    // Tasks make the rows, since there may be many.
    JavaRDD<TopicSourcePeriod> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(sources)
            .flatMap(
                source ->
                    rows(
                        source,
                        ids.value().get(source.language),
                        byPeriod.value().get(source.language).get(source.period)));
    return ROWS.rows(spark, rows);
  }

  private static List<SourceArticles> sourceArticles(Topics topics, String language) {
    Map<Key, HashMap<Integer, Long>> duplicates = duplicates(topics, language);
    List<SourceArticles> sources = new ArrayList<>();
    TopicsOverTime.datedArticles(topics, language, Key::of)
        .forEach(
            (key, articles) ->
                sources.add(
                    new SourceArticles(
                        language,
                        key.source,
                        key.period,
                        articles,
                        duplicates.getOrDefault(key, new HashMap<>()))));
    return sources;
  }

  private static Map<Key, HashMap<Integer, Long>> duplicates(Topics topics, String language) {
    Map<Key, HashMap<Integer, Long>> duplicates = new HashMap<>();
    topics
        .tally()
        .of(language)
        .duplicates(article -> Map.entry(Key.of(article.key()), article.topic()))
        .forEach(
            (key, count) ->
                duplicates
                    .computeIfAbsent(key.getKey(), k -> new HashMap<>())
                    .put(key.getValue(), count));
    return duplicates;
  }

  private static Iterator<TopicSourcePeriod> rows(
      SourceArticles source, int[] ids, ArticlesByTopic ofAllSources) {
    return IntStream.range(0, ids.length)
        .filter(cluster -> ids[cluster] > 0)
        .mapToObj(cluster -> row(source, cluster, ids[cluster], ofAllSources.of(cluster)))
        .iterator();
  }

  private static TopicSourcePeriod row(
      SourceArticles source, int cluster, int id, long topicPeriodArticles) {
    long articles = source.articles.of(cluster);
    return new TopicSourcePeriod(
        id,
        source.source,
        LocalDate.ofEpochDay(source.period),
        articles,
        articles - source.duplicates.getOrDefault(cluster, 0L),
        source.articles.all(),
        topicPeriodArticles);
  }
}
