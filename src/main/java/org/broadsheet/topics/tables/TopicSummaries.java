package org.broadsheet.topics.tables;

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
import org.broadsheet.stats.MannKendall;
import org.broadsheet.stats.Rates;
import org.broadsheet.stats.keyness.TestFamily;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.topics.Topics;
import org.broadsheet.topics.describing.LanguageTally;
import org.broadsheet.topics.describing.Topic;
import org.broadsheet.topics.describing.TopicTerm;
import org.broadsheet.topics.quality.TopicQuality;

/** The table {@code topics}: what each topic is about, how good it is, and its trend. */
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
          .column("cohesion", DOUBLE, summary -> summary.topic.stats().cohesion())
          .column("model_cohesion", DOUBLE, summary -> summary.topic.modelCohesion())
          .column("outlier_similarity", DOUBLE, summary -> summary.topic.outlierBound())
          .column("npmi", DOUBLE, TopicSummary::npmi)
          .column("exclusivity", DOUBLE, summary -> summary.topic.exclusivity())
          .column("stability", DOUBLE, TopicSummary::stability)
          .column("is_degenerate", BOOLEAN, TopicSummary::isDegenerate)
          .column("first_date", DATE, summary -> summary.topic.stats().firstDate())
          .column("last_date", DATE, summary -> summary.topic.stats().lastDate())
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

  /** For each language and cluster, the number of articles beyond the first of each copy group. */
  private final Map<String, Map<Integer, Long>> duplicates = new HashMap<>();

  /**
   * A topic and how it is measured.
   *
   * @param languageArticles the articles of its language that have a topic
   * @param copyGroups its articles, each copy group counted once
   * @param sources the number of its sources, without the unknown one
   * @param npmi its coherence; null if it is not known, as is the stability
   */
  private record TopicSummary(
      Topic topic,
      long languageArticles,
      long copyGroups,
      long sources,
      Double npmi,
      Double stability,
      boolean isDegenerate,
      Trend trend) {

    List<String> topTerms() {
      return topic.topTerms().stream().map(TopicTerm::surface).toList();
    }

    Double share() {
      return Rates.share(topic.articles(), languageArticles);
    }
  }

  /**
   * Whether the share of a topic rises or falls.
   *
   * @param periods the number of periods with enough articles
   * @param test the test of the trend; null with too few periods
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

  private TopicSummaries(TopicsOverTime overTime) {
    this.topics = overTime.topics();
    this.overTime = overTime;
    this.languageArticles = topics.numbered().articles();
    for (Topic topic : topics.numbered().topics()) {
      String language = topic.language();
      languageTopics.merge(language, 1, Integer::sum);
      duplicates.computeIfAbsent(
          language, l -> topics.tally().of(l).duplicates(LanguageTally.CopiedArticle::topic));
    }
  }

  /**
   * Computes the table.
   *
   * @param overTime the articles of each topic in each period
   * @return its rows
   */
  public static Dataset<Row> table(TopicsOverTime overTime) {
    return ROWS.rows(overTime.topics().spark(), new TopicSummaries(overTime).summaries());
  }

  private List<TopicSummary> summaries() {
    List<Topic> all = topics.numbered().topics();
    List<Trend> trends = trends(all);
    return IntStream.range(0, all.size())
        .mapToObj(i -> summary(all.get(i), trends.get(i)))
        .toList();
  }

  private List<Trend> trends(List<Topic> all) {
    List<double[]> shares = all.stream().map(overTime::shares).toList();
    List<MannKendall> tests = shares.stream().map(TopicsOverTime::trend).toList();
    TestFamily family =
        TestFamily.of(
            tests.stream().filter(Objects::nonNull).mapToDouble(MannKendall::p).toArray());
    List<Trend> trends = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      MannKendall test = tests.get(i);
      Double p = test == null ? null : (Double) family.falseDiscoveryRate(test.p());
      trends.add(new Trend(shares.get(i).length, test, p));
    }
    return trends;
  }

  private TopicSummary summary(Topic topic, Trend trend) {
    String language = topic.language();
    long articles = languageArticles.get(language);
    TopicQuality quality = topics.quality().get(language);
    Double npmi = quality == null ? null : quality.npmi(topic);
    return new TopicSummary(
        topic,
        articles,
        topic.articles() - duplicates.get(language).getOrDefault(topic.cluster(), 0L),
        sources(topic),
        npmi,
        quality == null ? null : quality.stability(topic),
        TopicQuality.isDegenerate(topic, languageTopics.get(language), articles, npmi),
        trend);
  }

  private long sources(Topic topic) {
    return topics.tally().of(topic.language()).byGroup().entrySet().stream()
        .filter(articles -> articles.getValue().containsKey(topic.cluster()))
        .map(articles -> articles.getKey().source())
        .filter(source -> !source.equals(Corpus.UNKNOWN_SOURCE))
        .distinct()
        .count();
  }
}
