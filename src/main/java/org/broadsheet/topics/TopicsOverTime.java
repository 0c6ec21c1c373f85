package org.broadsheet.topics;

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
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.stats.MannKendall;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.ComputedRows;
import org.broadsheet.terms.Calendar;

/**
 * The tables {@code topic_periods} and {@code topic_source_periods}: how much topics were written
 * about when, and by whom; and whether they rise or fall.
 */
public final class TopicsOverTime {

  /** In a period with fewer articles, a share is one of chance. */
  private static final long FEWEST_ARTICLES = 5;

  /** With fewer periods, no order of their shares is significant after correction. */
  private static final int FEWEST_PERIODS = 8;

  private static final StructType PERIODS =
      new StructType()
          .add("topic_id", DataTypes.IntegerType)
          .add("period", DataTypes.DateType)
          .add("articles", DataTypes.LongType)
          .add("period_articles", DataTypes.LongType)
          .add("share", DataTypes.DoubleType);

  private static final StructType SOURCE_PERIODS =
      new StructType()
          .add("topic_id", DataTypes.IntegerType)
          .add("source", DataTypes.StringType)
          .add("period", DataTypes.DateType)
          .add("articles", DataTypes.LongType)
          .add("copy_groups", DataTypes.LongType)
          .add("source_period_articles", DataTypes.LongType)
          .add("share", DataTypes.DoubleType)
          .add("topic_period_articles", DataTypes.LongType)
          .add("topic_share", DataTypes.DoubleType);

  private final Topics topics;
  private final int[] days;

  /** For each language, what was written about in each period. */
  private final Broadcast<HashMap<String, TreeMap<Integer, Coverage>>> periods;

  /** What was written about in a period, by all outlets or by one. */
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
      byLanguage.put(language.language(), new TreeMap<>(coverage(language, GroupKey::period)));
    }
    this.periods = topics.shared(byLanguage);
  }

  /** What a language's articles with a date are about, by something of their places. */
  private <K> Map<K, Coverage> coverage(LanguageTopics language, Function<GroupKey, K> part) {
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
   * @return the rows, not conformed
   */
  public Dataset<Row> byPeriod() {
    Broadcast<HashMap<String, TreeMap<Integer, Coverage>>> coverage = periods;
    int[] all = days;
    return computed(
        topics.numbered().topics().stream()
            .map(topic -> new Cluster(topic.id(), topic.language(), topic.cluster()))
            .toList(),
        topic ->
            Arrays.stream(all)
                .mapToObj(
                    day -> {
                      Coverage period =
                          coverage.value().get(topic.language).getOrDefault(day, Coverage.NONE);
                      long articles = period.of(topic.number);
                      return RowFactory.create(
                          topic.id,
                          LocalDate.ofEpochDay(day),
                          articles,
                          period.all(),
                          Rates.share(articles, period.all()));
                    })
                .iterator(),
        PERIODS);
  }

  /** An outlet in a period. */
  private record OutletPeriod(String source, Integer period) {

    static OutletPeriod of(GroupKey place) {
      return new OutletPeriod(place.source(), place.period());
    }
  }

  /**
   * What an outlet wrote about in a period, in a language.
   *
   * @param repeats by how many its articles of a topic are above its stories
   */
  private record OfOutlet(
      String language, String source, int period, Coverage coverage, HashMap<Integer, Long> repeats)
      implements Serializable {}

  /**
   * Rows of the table {@code topic_source_periods}.
   *
   * @return the rows, not conformed
   */
  public Dataset<Row> bySourceAndPeriod() {
    Broadcast<HashMap<String, int[]>> ids = topics.shared(new HashMap<>(topics.numbered().ids()));
    Broadcast<HashMap<String, TreeMap<Integer, Coverage>>> totals = periods;
    List<OfOutlet> outlets = new ArrayList<>();
    for (LanguageTopics language : topics.languages()) {
      String code = language.language();
      Map<OutletPeriod, HashMap<Integer, Long>> repeats = repeats(code);
      coverage(language, OutletPeriod::of)
          .forEach(
              (key, sum) ->
                  outlets.add(
                      new OfOutlet(
                          code,
                          key.source,
                          key.period,
                          sum,
                          repeats.getOrDefault(key, new HashMap<>()))));
    }
    return computed(
        outlets,
        outlet ->
            rows(
                outlet,
                ids.value().get(outlet.language),
                totals.value().get(outlet.language).get(outlet.period)),
        SOURCE_PERIODS);
  }

  /** By how many an outlet's articles of a topic are above its stories, in each period. */
  private Map<OutletPeriod, HashMap<Integer, Long>> repeats(String language) {
    Map<OutletPeriod, HashMap<Integer, Long>> repeats = new HashMap<>();
    topics
        .repeats(language, article -> Map.entry(OutletPeriod.of(article.place()), article.topic()))
        .forEach(
            (key, more) ->
                repeats
                    .computeIfAbsent(key.getKey(), k -> new HashMap<>())
                    .put(key.getValue(), more));
    return repeats;
  }

  private static Iterator<Row> rows(OfOutlet outlet, int[] ids, Coverage ofAll) {
    LocalDate period = LocalDate.ofEpochDay(outlet.period);
    return IntStream.range(0, ids.length)
        .filter(cluster -> ids[cluster] > 0)
        .mapToObj(
            cluster -> {
              long articles = outlet.coverage.of(cluster);
              return RowFactory.create(
                  ids[cluster],
                  outlet.source,
                  period,
                  articles,
                  articles - outlet.repeats.getOrDefault(cluster, 0L),
                  outlet.coverage.all(),
                  Rates.share(articles, outlet.coverage.all()),
                  ofAll.of(cluster),
                  Rates.share(articles, ofAll.of(cluster)));
            })
        .iterator();
  }

  /** Rows that tasks compute: there may be very many. */
  private <T> Dataset<Row> computed(
      List<T> parts, FlatMapFunction<T, Row> rows, StructType schema) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(topics.spark().sparkContext());
    return ComputedRows.of(topics.spark(), context.parallelize(parts).flatMap(rows), schema);
  }
}
