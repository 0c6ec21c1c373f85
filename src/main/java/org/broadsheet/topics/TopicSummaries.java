package org.broadsheet.topics;

import static org.broadsheet.table.ColumnType.BOOLEAN;
import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;
import static org.broadsheet.table.ColumnType.STRINGS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.ingest.Corpus;
import org.broadsheet.stats.FalseDiscoveryRate;
import org.broadsheet.stats.MannKendall;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.text.Place;

/** The table {@code topics}: what each topic is about, how good it is, and where it goes. */
public final class TopicSummaries {

  private static final double SIGNIFICANT = 0.05;

  private static final RowEncoder<TopicSummary> ROWS =
      RowEncoder.<TopicSummary>of("topics")
          .column("topic_id", INT, summary -> summary.topic.id())
          .column("language", STRING, summary -> summary.topic.language())
          .column("label", STRING, summary -> summary.topic.label())
          .column("top_terms", STRINGS, TopicSummary::topTerms)
          .column("articles", LONG, summary -> summary.topic.articles())
          .column("language_articles", LONG, TopicSummary::languageArticles)
          .column("share", DOUBLE, TopicSummary::share)
          .column("copy_groups", LONG, TopicSummary::copyGroups)
          .column("sources", LONG, TopicSummary::sources)
          .column("cohesion", DOUBLE, summary -> summary.topic.counts().cohesion())
          .column("model_cohesion", DOUBLE, TopicSummary::modelCohesion)
          .column("outlier_similarity", DOUBLE, TopicSummary::outlierBound)
          .column("npmi", DOUBLE, TopicSummary::npmi)
          .column("exclusivity", DOUBLE, summary -> summary.topic.exclusivity())
          .column("stability", DOUBLE, TopicSummary::stability)
          .column("is_degenerate", BOOLEAN, TopicSummary::isDegenerate)
          .column("first_date", DATE, summary -> summary.topic.counts().firstDate())
          .column("last_date", DATE, summary -> summary.topic.counts().lastDate())
          .column("trend", STRING, summary -> summary.trend.name())
          .column("trend_periods", INT, summary -> summary.trend.periods())
          .column("trend_tau", DOUBLE, summary -> summary.trend.tau())
          .column("trend_p", DOUBLE, summary -> summary.trend.p())
          .column("trend_p_bh", DOUBLE, summary -> summary.trend.correctedP())
          .build();

  private final Topics topics;
  private final TopicsOverTime overTime;
  private final Map<String, Long> languageArticles;
  private final Map<String, Integer> languageTopics = new HashMap<>();

  /** For each language, by how many the articles of a cluster are above its stories. */
  private final Map<String, Map<Integer, Long>> repeats = new HashMap<>();

  /**
   * A topic with all that is known about it.
   *
   * @param languageArticles the articles of its language that have a topic
   * @param copyGroups its articles, each copy group counted once
   * @param sources its sources, without the unknown one
   */
  private record TopicSummary(
      NumberedTopics.Topic topic,
      long languageArticles,
      long copyGroups,
      long sources,
      Double modelCohesion,
      double outlierBound,
      Double npmi,
      Double stability,
      boolean isDegenerate,
      Trend trend) {

    List<String> topTerms() {
      return topic.topTerms().stream().map(NumberedTopics.Term::surface).toList();
    }

    Double share() {
      return Rates.share(topic.articles(), languageArticles);
    }
  }

  /**
   * Where the share of a topic goes.
   *
   * @param periods how many periods it is seen from
   * @param test the test of its direction; null with too few periods
   * @param correctedP its p, corrected for the number of topics; null without a test
   */
  private record Trend(int periods, MannKendall test, Double correctedP) {

    String name() {
      if (test == null) {
        return null;
      } else if (correctedP >= SIGNIFICANT) {
        return "none";
      }
      return test.tau() > 0 ? "rising" : "falling";
    }

    Double tau() {
      return test == null ? null : (Double) test.tau();
    }

    Double p() {
      return test == null ? null : (Double) test.p();
    }
  }

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
   * @return its rows
   */
  public static Dataset<Row> table(Topics topics, TopicsOverTime overTime) {
    return ROWS.rows(topics.spark(), new TopicSummaries(topics, overTime).summaries());
  }

  private List<TopicSummary> summaries() {
    List<NumberedTopics.Topic> all = topics.numbered().topics();
    List<Trend> trends = trends(all);
    return IntStream.range(0, all.size())
        .mapToObj(i -> summary(all.get(i), trends.get(i)))
        .toList();
  }

  private List<Trend> trends(List<NumberedTopics.Topic> all) {
    List<double[]> shares = all.stream().map(overTime::shares).toList();
    List<MannKendall> tests = shares.stream().map(TopicsOverTime::trend).toList();
    double[] corrected =
        FalseDiscoveryRate.of(
            tests.stream().filter(Objects::nonNull).mapToDouble(MannKendall::p).toArray());
    List<Trend> trends = new ArrayList<>();
    int tested = 0;
    for (int i = 0; i < all.size(); i++) {
      MannKendall test = tests.get(i);
      Double p = test == null ? null : (Double) corrected[tested++];
      trends.add(new Trend(shares.get(i).length, test, p));
    }
    return trends;
  }

  private TopicSummary summary(NumberedTopics.Topic topic, Trend trend) {
    String language = topic.language();
    TopicQuality quality = topics.quality(language);
    Double npmi = quality.npmi(topic);
    return new TopicSummary(
        topic,
        languageArticles.get(language),
        topic.articles() - repeats.get(language).getOrDefault(topic.cluster(), 0L),
        sources(topic),
        topics.modelCohesion(topic),
        topics.outlierBound(topic),
        npmi,
        quality.stability(topic),
        TopicQuality.isDegenerate(
            topic, languageTopics.get(language), languageArticles.get(language), npmi),
        trend);
  }

  private long sources(NumberedTopics.Topic topic) {
    return topics.places(topic.language()).entrySet().stream()
        .filter(place -> place.getValue().containsKey(topic.cluster()))
        .map(Map.Entry::getKey)
        .map(Place::source)
        .filter(source -> !source.equals(Corpus.UNKNOWN_SOURCE))
        .distinct()
        .count();
  }
}
