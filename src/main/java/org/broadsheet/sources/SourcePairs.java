package org.broadsheet.sources;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.ingest.Corpus;
import org.broadsheet.stats.Diversity;
import org.broadsheet.table.RowEncoder;

/** The table {@code source_pairs}: how similar two sources are. */
public final class SourcePairs {

  /** Sources that are compared with one another: pairs grow with the square of their number. */
  private static final int COMPARED = 100;

  private static final RowEncoder<PairRow> ROWS =
      RowEncoder.<PairRow>of("source_pairs")
          .column("source", STRING, PairRow::source)
          .column("other_source", STRING, PairRow::other)
          .column("articles", LONG, PairRow::articles)
          .column("other_articles", LONG, PairRow::otherArticles)
          .column("shared_copy_groups", LONG, PairRow::sharedCopyGroups)
          .column("term_divergence", DOUBLE, PairRow::termDivergence)
          .column("topic_divergence", DOUBLE, PairRow::topicDivergence)
          .build();

  private SourcePairs() {}

  /** The sources of most articles, in the order of their names. */
  static List<String> compared(Map<String, Long> articles) {
    return articles.keySet().stream()
        .filter(source -> !source.equals(Corpus.UNKNOWN_SOURCE))
        .sorted(Comparator.<String>comparingLong(s -> -articles.get(s)).thenComparing(s -> s))
        .limit(COMPARED)
        .sorted()
        .toList();
  }

  /**
   * Computes the table.
   *
   * @param spark the session
   * @param articles the articles of each source
   * @param findings what is known about sources
   * @return its rows
   */
  public static Dataset<Row> table(
      SparkSession spark, Map<String, Long> articles, SourceFindings findings) {
    List<String> sources = findings.compared();
    List<PairRow> pairs = new ArrayList<>();
    for (int other = 1; other < sources.size(); other++) {
      for (int one = 0; one < other; one++) {
        pairs.add(pair(sources.get(one), sources.get(other), articles, findings));
      }
    }
    return ROWS.rows(spark, pairs);
  }

  /**
   * Two sources.
   *
   * @param termDivergence null without words
   * @param topicDivergence null where one has no article with a topic
   */
  private record PairRow(
      String source,
      String other,
      long articles,
      long otherArticles,
      long sharedCopyGroups,
      Double termDivergence,
      Double topicDivergence) {}

  private static PairRow pair(
      String source, String other, Map<String, Long> articles, SourceFindings findings) {
    SourceWords words = findings.words();
    return new PairRow(
        source,
        other,
        articles.get(source),
        articles.get(other),
        findings.copies().shared(source, other),
        words == null ? null : words.divergences().get(new SourceWords.PairKey(source, other)),
        topicDivergence(findings.topics(source), findings.topics(other)));
  }

  /** Jensen-Shannon; null where one has no article with a topic. */
  static Double topicDivergence(TreeMap<Integer, Long> topics, TreeMap<Integer, Long> others) {
    TreeSet<Integer> all = new TreeSet<>(topics.keySet());
    all.addAll(others.keySet());
    return Diversity.jensenShannon(
        all.stream().mapToLong(topic -> topics.getOrDefault(topic, 0L)).toArray(),
        all.stream().mapToLong(topic -> others.getOrDefault(topic, 0L)).toArray());
  }
}
