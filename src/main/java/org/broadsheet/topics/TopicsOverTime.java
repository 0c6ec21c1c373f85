package org.broadsheet.topics;

import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.stats.MannKendall;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.terms.Calendar;
import org.broadsheet.text.Place;

/**
 * The tables {@code topic_periods} and {@code topic_source_periods}: how much topics were written
 * about when, and by whom; and whether they rise or fall.
 */
public final class TopicsOverTime {

  /** In a period with fewer articles, a share is one of chance. */
  private static final long FEWEST_ARTICLES = 5;

  /** With fewer periods, no order of their shares is significant after correction. */
  private static final int FEWEST_PERIODS = 8;

  private static final RowEncoder<TopicPeriod> PERIODS =
      RowEncoder.<TopicPeriod>of("topic_periods")
          .column("topic_id", INT, TopicPeriod::topicId)
          .column("period", DATE, TopicPeriod::period)
          .column("articles", LONG, TopicPeriod::articles)
          .column("period_articles", LONG, TopicPeriod::periodArticles)
          .column("share", DOUBLE, row -> Rates.share(row.articles, row.periodArticles))
          .build();

  private static final RowEncoder<TopicSourcePeriod> SOURCE_PERIODS =
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

  /**
   * A topic in a period.
   *
   * @param articles the articles of the topic
   * @param periodArticles all articles of its language
   */
  private record TopicPeriod(int topicId, LocalDate period, long articles, long periodArticles) {}

  /**
   * A topic in a source and a period.
   *
   * @param articles the source's articles of the topic
   * @param copyGroups the same, each copy group counted once
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

  private final Topics topics;
  private final int[] days;

  /** For each language, what was written about in each period. */
  private final Broadcast<HashMap<String, TreeMap<Integer, Coverage>>> periods;

  /** What was written about in a period, by all sources or by one. */
  private static final class Coverage implements Serializable {

    static final Coverage NONE = new Coverage();

    private final TreeMap<Integer, Long> byTopic = new TreeMap<>();
    private long all;

    void add(Map<Integer, Long> articles) {
      TopicTally.Counts.addAll(articles, byTopic);
      all += articles.values().stream().mapToLong(Long::longValue).sum();
    }

    long all() {
      return all;
    }

    long of(int topic) {
      return byTopic.getOrDefault(topic, 0L);
    }
  }

  /**
   * Prepares the tables.
   *
   * @param topics the topics
   * @param calendar the periods
   */
  public TopicsOverTime(Topics topics, Calendar calendar) {
    this.topics = topics;
    this.days = calendar.days();
    HashMap<String, TreeMap<Integer, Coverage>> byLanguage = new HashMap<>();
    for (LanguageTopics language : topics.languages()) {
      byLanguage.put(language.language(), new TreeMap<>(coverage(language, Place::period)));
    }
    this.periods = topics.shared(byLanguage);
  }

  /** What a language's articles with a date are about, by something of their places. */
  private <K> Map<K, Coverage> coverage(LanguageTopics language, Function<Place, K> part) {
    Map<K, Coverage> sums = new HashMap<>();
    topics
        .places(language.language())
        .forEach(
            (place, articles) -> {
              if (place.period() != null) {
                sums.computeIfAbsent(part.apply(place), k -> new Coverage()).add(articles);
              }
            });
    return sums;
  }

  /**
   * The share of a topic in each period in which its language has articles enough: what its trend
   * is seen from.
   */
  double[] shares(NumberedTopics.Topic topic) {
    return periods.value().get(topic.language()).values().stream()
        .filter(coverage -> coverage.all() >= FEWEST_ARTICLES)
        .mapToDouble(coverage -> (double) coverage.of(topic.cluster()) / coverage.all())
        .toArray();
  }

  /** Whether a topic rises or falls; null with too few periods. */
  static MannKendall trend(double[] shares) {
    return shares.length < FEWEST_PERIODS ? null : MannKendall.of(shares);
  }

  /** A topic without what does not go to tasks. */
  private record Cluster(int id, String language, int number) implements Serializable {}

  /**
   * Rows of the table {@code topic_periods}.
   *
   * @return the rows
   */
  public Dataset<Row> byPeriod() {
    Broadcast<HashMap<String, TreeMap<Integer, Coverage>>> coverage = periods;
    int[] all = days;
    JavaRDD<TopicPeriod> computed =
        distributed(
                topics.numbered().topics().stream()
                    .map(topic -> new Cluster(topic.id(), topic.language(), topic.cluster()))
                    .toList())
            .flatMap(topic -> periods(topic, all, coverage.value().get(topic.language)));
    return PERIODS.rows(topics.spark(), computed);
  }

  private static Iterator<TopicPeriod> periods(
      Cluster topic, int[] days, Map<Integer, Coverage> coverage) {
    return Arrays.stream(days)
        .mapToObj(
            day -> {
              Coverage period = coverage.getOrDefault(day, Coverage.NONE);
              return new TopicPeriod(
                  topic.id, LocalDate.ofEpochDay(day), period.of(topic.number), period.all());
            })
        .iterator();
  }

  /** A source in a period. */
  private record SourcePeriod(String source, Integer period) {

    static SourcePeriod of(Place place) {
      return new SourcePeriod(place.source(), place.period());
    }
  }

  /**
   * What a source wrote about in a period, in a language.
   *
   * @param repeats by how many its articles of a topic are above its stories
   */
  private record OfSource(
      String language, String source, int period, Coverage coverage, HashMap<Integer, Long> repeats)
      implements Serializable {}

  /**
   * Rows of the table {@code topic_source_periods}.
   *
   * @return the rows
   */
  public Dataset<Row> bySourceAndPeriod() {
    Broadcast<HashMap<String, int[]>> ids = topics.shared(new HashMap<>(topics.numbered().ids()));
    Broadcast<HashMap<String, TreeMap<Integer, Coverage>>> totals = periods;
    List<OfSource> sources = new ArrayList<>();
    for (LanguageTopics language : topics.languages()) {
      String code = language.language();
      Map<SourcePeriod, HashMap<Integer, Long>> repeats = repeats(code);
      coverage(language, SourcePeriod::of)
          .forEach(
              (key, sum) ->
                  sources.add(
                      new OfSource(
                          code,
                          key.source,
                          key.period,
                          sum,
                          repeats.getOrDefault(key, new HashMap<>()))));
    }
    JavaRDD<TopicSourcePeriod> computed =
        distributed(sources)
            .flatMap(
                source ->
                    topicsOf(
                        source,
                        ids.value().get(source.language),
                        totals.value().get(source.language).get(source.period)));
    return SOURCE_PERIODS.rows(topics.spark(), computed);
  }

  /** By how many a source's articles of a topic are above its stories, in each period. */
  private Map<SourcePeriod, HashMap<Integer, Long>> repeats(String language) {
    Map<SourcePeriod, HashMap<Integer, Long>> repeats = new HashMap<>();
    topics
        .repeats(language, article -> Map.entry(SourcePeriod.of(article.place()), article.topic()))
        .forEach(
            (key, more) ->
                repeats
                    .computeIfAbsent(key.getKey(), k -> new HashMap<>())
                    .put(key.getValue(), more));
    return repeats;
  }

  private static Iterator<TopicSourcePeriod> topicsOf(OfSource source, int[] ids, Coverage ofAll) {
    LocalDate period = LocalDate.ofEpochDay(source.period);
    return IntStream.range(0, ids.length)
        .filter(cluster -> ids[cluster] > 0)
        .mapToObj(
            cluster -> {
              long articles = source.coverage.of(cluster);
              return new TopicSourcePeriod(
                  ids[cluster],
                  source.source,
                  period,
                  articles,
                  articles - source.repeats.getOrDefault(cluster, 0L),
                  source.coverage.all(),
                  ofAll.of(cluster));
            })
        .iterator();
  }

  /** Sends parts to tasks, which make the rows: there may be very many. */
  private <T> JavaRDD<T> distributed(List<T> parts) {
    return JavaSparkContext.fromSparkContext(topics.spark().sparkContext()).parallelize(parts);
  }
}
