package org.broadsheet.topics.tables;

import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;

/** The table {@code topic_periods}: how many articles each topic has in each period. */
public final class TopicPeriods {

  private static final RowEncoder<TopicPeriod> ROWS =
      RowEncoder.<TopicPeriod>of("topic_periods")
          .column("topic_id", INT, TopicPeriod::topicId)
          .column("period", DATE, TopicPeriod::period)
          .column("articles", LONG, TopicPeriod::articles)
          .column("period_articles", LONG, TopicPeriod::periodArticles)
          .column("share", DOUBLE, row -> Rates.share(row.articles, row.periodArticles))
          .build();

  private TopicPeriods() {}

  /**
   * A topic in a period.
   *
   * @param articles the articles of the topic
   * @param periodArticles all articles of its language
   */
  private record TopicPeriod(int topicId, LocalDate period, long articles, long periodArticles) {}

  /** A topic without what tasks do not need. */
  private record TopicKey(int id, String language, int cluster) implements Serializable {}

  /**
   * Computes the table.
   *
   * @param overTime the articles of each topic in each period
   * @return its rows
   */
  public static Dataset<Row> table(TopicsOverTime overTime) {
    SparkSession spark = overTime.topics().spark();
    List<TopicKey> topics =
        overTime.topics().numbered().topics().stream()
            .map(topic -> new TopicKey(topic.id(), topic.language(), topic.cluster()))
            .toList();
    int[] days = overTime.days();
    Broadcast<HashMap<String, TreeMap<Integer, ArticlesByTopic>>> byPeriod = overTime.byPeriod();
    // Tasks make the rows, since there may be many.
    JavaRDD<TopicPeriod> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(topics)
            .flatMap(topic -> periods(topic, days, byPeriod.value().get(topic.language)));
    return ROWS.rows(spark, rows);
  }

  private static Iterator<TopicPeriod> periods(
      TopicKey topic, int[] days, Map<Integer, ArticlesByTopic> byPeriod) {
    return Arrays.stream(days)
        .mapToObj(
            day -> {
              ArticlesByTopic period = byPeriod.getOrDefault(day, ArticlesByTopic.NONE);
              return new TopicPeriod(
                  topic.id, LocalDate.ofEpochDay(day), period.of(topic.cluster), period.all());
            })
        .iterator();
  }
}
