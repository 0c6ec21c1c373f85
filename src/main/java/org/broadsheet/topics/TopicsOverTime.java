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
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.measure.MannKendall;
import org.broadsheet.measure.Rates;
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
          .add("source_period_articles", DataTypes.LongType)
          .add("share", DataTypes.DoubleType)
          .add("topic_period_articles", DataTypes.LongType)
          .add("topic_share", DataTypes.DoubleType);

  /** For each language and period, the articles of each topic of the model, and those without. */
  private final Map<String, TreeMap<Integer, long[]>> periods = new HashMap<>();

  private final Topics topics;
  private final Calendar calendar;

  /**
   * Prepares the tables.
   *
   * @param topics the topics
   * @param calendar the periods
   */
  public TopicsOverTime(Topics topics, Calendar calendar) {
    this.topics = topics;
    this.calendar = calendar;
    for (LanguageTopics language : topics.languages()) {
      TreeMap<Integer, long[]> sums = new TreeMap<>();
      topics
          .places(language.language())
          .forEach(
              (place, articles) -> {
                if (place.period() != null) {
                  sums.merge(place.period(), articles, TopicTally.Counts::sum);
                }
              });
      periods.put(language.language(), sums);
    }
  }

  /** Of the topics that have articles, whether each rises or falls; null with too few periods. */
  MannKendall trend(NumberedTopics.Topic topic) {
    double[] shares = shares(topic);
    return shares.length < FEWEST_PERIODS ? null : MannKendall.of(shares);
  }

  /** In how many periods its language has articles enough. */
  int trendPeriods(NumberedTopics.Topic topic) {
    return shares(topic).length;
  }

  private double[] shares(NumberedTopics.Topic topic) {
    return periods.get(topic.language()).values().stream()
        .filter(articles -> Arrays.stream(articles).sum() >= FEWEST_ARTICLES)
        .mapToDouble(articles -> (double) articles[topic.cluster()] / Arrays.stream(articles).sum())
        .toArray();
  }

  /**
   * Rows of the table {@code topic_periods}.
   *
   * @return the rows, not conformed
   */
  public Dataset<Row> byPeriod() {
    List<Row> rows = new ArrayList<>();
    for (NumberedTopics.Topic topic : topics.numbered().topics()) {
      Map<Integer, long[]> own = periods.get(topic.language());
      for (int day : calendar.days()) {
        long[] articles = own.getOrDefault(day, new long[topic.cluster() + 1]);
        long all = Arrays.stream(articles).sum();
        rows.add(
            RowFactory.create(
                topic.id(),
                LocalDate.ofEpochDay(day),
                articles[topic.cluster()],
                all,
                Rates.share(articles[topic.cluster()], all)));
      }
    }
    return topics.spark().createDataFrame(rows, PERIODS);
  }

  /** What an outlet wrote about in a period, by topic of the model, and last without a topic. */
  private record Coverage(String language, String source, int period, long[] articles)
      implements Serializable {}

  /**
   * Rows of the table {@code topic_source_periods}.
   *
   * @return the rows, not conformed
   */
  public Dataset<Row> bySourceAndPeriod() {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(topics.spark().sparkContext());
    Broadcast<Map<String, int[]>> ids = context.broadcast(topics.numbered().ids());
    Broadcast<Map<String, TreeMap<Integer, long[]>>> totals = context.broadcast(periods);
    return topics
        .spark()
        .createDataFrame(
            context
                .parallelize(coverages())
                .flatMap(
                    coverage ->
                        rows(
                            coverage,
                            ids.value().get(coverage.language),
                            totals.value().get(coverage.language).get(coverage.period))),
            SOURCE_PERIODS);
  }

  private List<Coverage> coverages() {
    List<Coverage> coverages = new ArrayList<>();
    for (LanguageTopics language : topics.languages()) {
      Map<List<Object>, long[]> sums = new HashMap<>();
      topics
          .places(language.language())
          .forEach(
              (place, articles) -> {
                if (place.period() != null) {
                  sums.merge(
                      List.of(place.source(), place.period()), articles, TopicTally.Counts::sum);
                }
              });
      sums.forEach(
          (key, articles) ->
              coverages.add(
                  new Coverage(
                      language.language(), (String) key.get(0), (Integer) key.get(1), articles)));
    }
    return coverages;
  }

  private static Iterator<Row> rows(Coverage coverage, int[] ids, long[] ofAllOutlets) {
    LocalDate period = LocalDate.ofEpochDay(coverage.period);
    long all = Arrays.stream(coverage.articles).sum();
    return IntStream.range(0, ids.length)
        .filter(cluster -> ids[cluster] > 0)
        .mapToObj(
            cluster ->
                RowFactory.create(
                    ids[cluster],
                    coverage.source,
                    period,
                    coverage.articles[cluster],
                    all,
                    Rates.share(coverage.articles[cluster], all),
                    ofAllOutlets[cluster],
                    Rates.share(coverage.articles[cluster], ofAllOutlets[cluster])))
        .iterator();
  }
}
