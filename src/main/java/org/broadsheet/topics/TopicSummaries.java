package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.ingest.Corpus;
import org.broadsheet.stats.FalseDiscoveryRate;
import org.broadsheet.stats.MannKendall;
import org.broadsheet.stats.Rates;

/** The table {@code topics}: what each topic is about, how good it is, and where it goes. */
public final class TopicSummaries {

  private static final double SIGNIFICANT = 0.05;

  private static final StructType SCHEMA =
      new StructType()
          .add("topic_id", DataTypes.IntegerType)
          .add("language", DataTypes.StringType)
          .add("label", DataTypes.StringType)
          .add("top_terms", DataTypes.createArrayType(DataTypes.StringType))
          .add("articles", DataTypes.LongType)
          .add("language_articles", DataTypes.LongType)
          .add("share", DataTypes.DoubleType)
          .add("copy_groups", DataTypes.LongType)
          .add("sources", DataTypes.LongType)
          .add("cohesion", DataTypes.DoubleType)
          .add("model_cohesion", DataTypes.DoubleType)
          .add("outlier_similarity", DataTypes.DoubleType)
          .add("npmi", DataTypes.DoubleType)
          .add("exclusivity", DataTypes.DoubleType)
          .add("stability", DataTypes.DoubleType)
          .add("is_degenerate", DataTypes.BooleanType)
          .add("first_date", DataTypes.DateType)
          .add("last_date", DataTypes.DateType)
          .add("trend", DataTypes.StringType)
          .add("trend_periods", DataTypes.IntegerType)
          .add("trend_tau", DataTypes.DoubleType)
          .add("trend_p", DataTypes.DoubleType)
          .add("trend_p_bh", DataTypes.DoubleType);

  private final Topics topics;
  private final TopicsOverTime overTime;
  private final Map<String, Long> languageArticles;
  private final Map<String, Integer> languageTopics = new HashMap<>();

  /** For each language, by how many the articles of a cluster are above its stories. */
  private final Map<String, Map<Integer, Long>> repeats = new HashMap<>();

  private TopicSummaries(Topics topics, TopicsOverTime overTime) {
    this.topics = topics;
    this.overTime = overTime;
    this.languageArticles = topics.numbered().articles();
    topics.numbered().topics().forEach(t -> languageTopics.merge(t.language(), 1, Integer::sum));
    languageTopics
        .keySet()
        .forEach(l -> repeats.put(l, topics.repeats(l, TopicTally.Copied::topic)));
  }

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @param overTime how much they were written about when
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(Topics topics, TopicsOverTime overTime) {
    return topics.spark().createDataFrame(new TopicSummaries(topics, overTime).rows(), SCHEMA);
  }

  private List<Row> rows() {
    List<NumberedTopics.Topic> all = topics.numbered().topics();
    List<double[]> shares = all.stream().map(overTime::shares).toList();
    List<MannKendall> trends = shares.stream().map(TopicsOverTime::trend).toList();
    double[] corrected =
        FalseDiscoveryRate.of(
            trends.stream().filter(Objects::nonNull).mapToDouble(MannKendall::p).toArray());
    List<Row> rows = new ArrayList<>();
    int tested = 0;
    for (int i = 0; i < all.size(); i++) {
      MannKendall trend = trends.get(i);
      Double p = trend == null ? null : (Double) corrected[tested++];
      rows.add(row(all.get(i), shares.get(i).length, trend, p));
    }
    return rows;
  }

  private Row row(NumberedTopics.Topic topic, int periods, MannKendall trend, Double corrected) {
    long all = languageArticles.get(topic.language());
    TopicQuality quality = topics.quality(topic.language());
    Double npmi = quality.npmi(topic);
    return RowFactory.create(
        topic.id(),
        topic.language(),
        topic.label(),
        topic.topTerms().stream().map(NumberedTopics.Term::surface).toArray(String[]::new),
        topic.articles(),
        all,
        Rates.share(topic.articles(), all),
        topic.articles() - repeats.get(topic.language()).getOrDefault(topic.cluster(), 0L),
        outlets(topic),
        topic.counts().cohesion(),
        topics.modelCohesion(topic),
        topics.outlierBound(topic),
        npmi,
        topic.exclusivity(),
        quality.stability(topic),
        TopicQuality.isDegenerate(topic, languageTopics.get(topic.language()), all, npmi),
        topic.counts().firstDate(),
        topic.counts().lastDate(),
        trend == null ? null : named(trend, corrected),
        periods,
        trend == null ? null : trend.tau(),
        trend == null ? null : trend.p(),
        corrected);
  }

  private static String named(MannKendall trend, double corrected) {
    if (corrected >= SIGNIFICANT) {
      return "none";
    }
    return trend.tau() > 0 ? "rising" : "falling";
  }

  private long outlets(NumberedTopics.Topic topic) {
    return topics.places(topic.language()).entrySet().stream()
        .filter(place -> place.getValue().containsKey(topic.cluster()))
        .map(Map.Entry::getKey)
        .map(GroupKey::source)
        .filter(source -> !source.equals(Corpus.UNKNOWN_SOURCE))
        .distinct()
        .count();
  }
}
