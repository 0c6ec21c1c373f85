package org.broadsheet.sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.ingest.CorpusProfile;
import org.broadsheet.stats.Diversity;
import org.broadsheet.stats.Quantiles;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The columns of {@code sources} that are not counted from rows of articles: how steady an outlet's
 * feed is, what it gives to others, and how its words and topics differ.
 */
final class OutletProfiles {

  private static final StructType SCHEMA =
      new StructType()
          .add("source", DataTypes.StringType)
          .add("rejected", DataTypes.LongType)
          .add(
              "language_articles",
              DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType))
          .add("expected_per_week", DataTypes.DoubleType)
          .add("gap_weeks", DataTypes.LongType)
          .add("level_shift_week", DataTypes.DateType)
          .add("level_shift_p", DataTypes.DoubleType)
          .add("per_week_before", DataTypes.DoubleType)
          .add("per_week_after", DataTypes.DoubleType)
          .add("copied_by_others", DataTypes.LongType)
          .add("latency_articles", DataTypes.LongType)
          .add("latency_hours_p50", DataTypes.DoubleType)
          .add("types", DataTypes.LongType)
          .add("term_divergence", DataTypes.DoubleType)
          .add("distinctive_terms", DataTypes.createArrayType(DataTypes.StringType))
          .add("topic_articles", DataTypes.LongType)
          .add("topic_entropy", DataTypes.DoubleType)
          .add("effective_topics", DataTypes.DoubleType)
          .add("topic_divergence", DataTypes.DoubleType);

  private OutletProfiles() {}

  /** A row for each outlet. */
  static Dataset<Row> rows(
      CorpusProfile corpus, Map<String, Long> rejected, OutletFindings findings) {
    HashMap<String, Feed> feeds = findings.feeds();
    TreeMap<Integer, Long> allTopics = findings.topics();
    List<Row> rows = new ArrayList<>();
    for (String source : corpus.sources().keySet()) {
      List<Object> values = new ArrayList<>();
      values.add(source);
      values.add(rejected.getOrDefault(source, 0L));
      values.add(CollectionConverters.asScala(corpus.sourceLanguages().get(source)));
      addFeed(values, feeds.get(source));
      addCopies(
          values, findings.copies().copiedByOthers(source), findings.copies().latencyHours(source));
      addWords(values, findings.words() == null ? null : findings.words().bySource().get(source));
      addTopics(values, findings.topics(source), allTopics);
      rows.add(RowFactory.create(values.toArray()));
    }
    return findings.articles().sparkSession().createDataFrame(rows, SCHEMA);
  }

  private static void addFeed(List<Object> values, Feed feed) {
    Feed.Shift shift = feed == null ? null : feed.levelShift();
    Double expected = feed == null ? null : feed.expectedPerWeek();
    values.add(expected);
    values.add(expected == null ? null : (Long) (long) feed.gapWeeks().size());
    values.add(shift == null ? null : shift.week());
    values.add(shift == null ? null : shift.level().p());
    values.add(shift == null ? null : shift.level().meanBefore());
    values.add(shift == null ? null : shift.level().meanAfter());
  }

  private static void addCopies(List<Object> values, long copiedByOthers, List<Double> latency) {
    values.add(copiedByOthers);
    values.add((long) latency.size());
    values.add(Quantiles.median(latency));
  }

  private static void addWords(List<Object> values, SourceWords.Words words) {
    values.add(words == null ? null : words.types());
    values.add(words == null ? null : words.divergence());
    values.add(words == null ? null : words.distinctive().toArray(String[]::new));
  }

  private static void addTopics(
      List<Object> values, TreeMap<Integer, Long> topics, TreeMap<Integer, Long> allTopics) {
    long[] articles = topics.values().stream().mapToLong(Long::longValue).toArray();
    long sum = Arrays.stream(articles).sum();
    double entropy = Diversity.entropy(articles);
    values.add(sum);
    values.add(sum == 0 ? null : (Double) entropy);
    values.add(sum == 0 ? null : (Double) Diversity.effectiveNumber(entropy));
    values.add(SourcePairs.topicDivergence(topics, allTopics));
  }
}
