package org.broadsheet.sources;

import static org.broadsheet.table.ColumnType.COUNT_MAP;
import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;
import static org.broadsheet.table.ColumnType.STRINGS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.ingest.CorpusProfile;
import org.broadsheet.stats.Diversity;
import org.broadsheet.stats.Quantiles;
import org.broadsheet.table.RowEncoder;

/**
 * The columns of {@code sources} that are not counted from rows of articles: how steadily articles
 * of a source come, what others copy from it, and how its words and topics differ.
 */
final class SourceProfiles {

  private static final RowEncoder<PublicationRate.Shift> SHIFT =
      RowEncoder.<PublicationRate.Shift>unpublished()
          .column("level_shift_week", DATE, PublicationRate.Shift::week)
          .column("level_shift_p", DOUBLE, shift -> shift.level().p())
          .column("per_week_before", DOUBLE, shift -> shift.level().meanBefore())
          .column("per_week_after", DOUBLE, shift -> shift.level().meanAfter())
          .build();

  private static final RowEncoder<PublicationRate> RATE =
      RowEncoder.<PublicationRate>unpublished()
          .column("expected_per_week", DOUBLE, PublicationRate::expectedPerWeek)
          .column("gap_weeks", LONG, PublicationRate::gaps)
          .build();

  private static final RowEncoder<SourceWords.Words> WORDS =
      RowEncoder.<SourceWords.Words>unpublished()
          .column("types", LONG, SourceWords.Words::types)
          .column("term_divergence", DOUBLE, SourceWords.Words::divergence)
          .column("distinctive_terms", STRINGS, SourceWords.Words::distinctive)
          .build();

  private static final RowEncoder<TopicMix> TOPICS =
      RowEncoder.<TopicMix>unpublished()
          .column("topic_articles", LONG, TopicMix::articles)
          .column("topic_entropy", DOUBLE, TopicMix::entropy)
          .column("effective_topics", DOUBLE, TopicMix::effectiveNumber)
          .column("topic_divergence", DOUBLE, TopicMix::divergence)
          .build();

  private static final RowEncoder<Profile> ROWS =
      RowEncoder.<Profile>unpublished()
          .column("source", STRING, Profile::source)
          .column("rejected", LONG, Profile::rejected)
          .column("language_articles", COUNT_MAP, Profile::languages)
          .column("copied_by_others", LONG, Profile::copiedByOthers)
          .column("latency_articles", LONG, profile -> (long) profile.latencyHours.size())
          .column("latency_hours_p50", DOUBLE, profile -> Quantiles.median(profile.latencyHours))
          .columns(RATE, Profile::rate)
          .columns(SHIFT, Profile::shift)
          .columns(WORDS, Profile::words)
          .columns(TOPICS, Profile::topics)
          .build();

  private SourceProfiles() {}

  /**
   * A source.
   *
   * @param source its name
   * @param rejected rejected records that name it
   * @param languages its articles by language
   * @param copiedByOthers copies by others of what it printed first
   * @param latencyHours how long it took to print what others had printed first
   * @param rate its articles by week; null without a dated article
   * @param shift the change of their number, or null
   * @param words its words; null if none were counted
   * @param topics its topics
   */
  private record Profile(
      String source,
      long rejected,
      Map<String, Long> languages,
      long copiedByOthers,
      List<Double> latencyHours,
      PublicationRate rate,
      PublicationRate.Shift shift,
      SourceWords.Words words,
      TopicMix topics) {}

  /**
   * The topics of a source.
   *
   * @param articles its articles that have a topic
   * @param entropy null without such an article; so are the others
   */
  private record TopicMix(
      long articles, Double entropy, Double effectiveNumber, Double divergence) {

    static TopicMix of(TreeMap<Integer, Long> topics, TreeMap<Integer, Long> allTopics) {
      long[] articles = topics.values().stream().mapToLong(Long::longValue).toArray();
      long sum = Arrays.stream(articles).sum();
      Double entropy = sum == 0 ? null : (Double) Diversity.entropy(articles);
      return new TopicMix(
          sum,
          entropy,
          entropy == null ? null : (Double) Diversity.effectiveNumber(entropy),
          SourcePairs.topicDivergence(topics, allTopics));
    }
  }

  /** A row for each source. */
  static Dataset<Row> rows(
      CorpusProfile corpus, Map<String, Long> rejected, SourceFindings findings) {
    TreeMap<Integer, Long> allTopics = findings.topics();
    List<Profile> profiles =
        corpus.sources().keySet().stream()
            .map(source -> profile(source, corpus, rejected, findings, allTopics))
            .toList();
    return ROWS.rows(findings.articles().sparkSession(), profiles);
  }

  private static Profile profile(
      String source,
      CorpusProfile corpus,
      Map<String, Long> rejected,
      SourceFindings findings,
      TreeMap<Integer, Long> allTopics) {
    PublicationRate rate = findings.rates().get(source);
    return new Profile(
        source,
        rejected.getOrDefault(source, 0L),
        corpus.sourceLanguages().get(source),
        findings.copies().copiedByOthers(source),
        findings.copies().latencyHours(source),
        rate,
        rate == null ? null : rate.levelShift(),
        findings.words() == null ? null : findings.words().bySource().get(source),
        TopicMix.of(findings.topics(source), allTopics));
  }
}
