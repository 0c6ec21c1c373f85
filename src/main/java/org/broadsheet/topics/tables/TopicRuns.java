package org.broadsheet.topics.tables;

import static org.broadsheet.table.ColumnType.BOOLEAN;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.stats.ContingencyTable;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.topics.Topics;
import org.broadsheet.topics.learning.LearnedTopics;
import org.broadsheet.topics.learning.TopicRun;
import org.broadsheet.topics.learning.TopicSettings;
import org.broadsheet.topics.quality.TopicQuality;

/**
 * The table {@code topic_runs}: every start of the learner, and how it compares with the others and
 * with known classes.
 */
public final class TopicRuns {

  private static final RowEncoder<RunRow> ROWS =
      RowEncoder.<RunRow>of("topic_runs")
          .column("language", STRING, row -> row.learned.language())
          .column("k", INT, row -> row.run.k())
          .column("seed", LONG, row -> row.run.seed())
          .column("algorithm", STRING, row -> row.settings.algorithm().label())
          .column("sample_articles", LONG, RunRow::articles)
          .column("cost", DOUBLE, row -> row.run.cost())
          .column("cohesion", DOUBLE, row -> row.run.cohesion())
          .column("silhouette", DOUBLE, row -> row.run.silhouette())
          .column("npmi", DOUBLE, row -> row.quality.npmi(row.run))
          .column("diversity", DOUBLE, row -> row.quality.diversity(row.run))
          .column("exclusivity", DOUBLE, row -> row.quality.exclusivity(row.run))
          .column("largest_articles", LONG, row -> row.run.largestArticles())
          .column("largest_share", DOUBLE, RunRow::largestShare)
          .column("agreement", DOUBLE, row -> row.run.agreement())
          .column("is_degenerate", BOOLEAN, RunRow::isDegenerate)
          .column("is_chosen", BOOLEAN, RunRow::isChosen)
          .column("why", STRING, row -> row.isChosen() ? row.learned.why() : null)
          .column("labelled_articles", LONG, RunRow::labelledArticles)
          .column("nmi", DOUBLE, row -> row.byClass == null ? null : row.byClass.nmi())
          .column("ari", DOUBLE, row -> row.byClass == null ? null : row.byClass.ari())
          .column("purity", DOUBLE, row -> row.byClass == null ? null : row.byClass.purity())
          .build();

  private TopicRuns() {}

  /**
   * A start of the learner.
   *
   * @param classes the known class of each article that it assigned; negative without one
   * @param byClass its topics against these classes; null if no article has a class
   */
  private record RunRow(
      LearnedTopics learned,
      TopicRun run,
      int[] classes,
      ContingencyTable byClass,
      TopicQuality quality,
      TopicSettings settings) {

    long articles() {
      return run.assignment().length;
    }

    double largestShare() {
      return (double) run.largestArticles() / articles();
    }

    boolean isDegenerate() {
      return TopicQuality.isDegenerate(run.model().topics(), run.largestArticles(), articles());
    }

    boolean isChosen() {
      return run == learned.chosen();
    }

    Long labelledArticles() {
      return settings.labelField() == null
          ? null
          : (Long) Arrays.stream(classes).filter(c -> c >= 0).count();
    }
  }

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @param articles accepted articles, for the label field
   * @return its rows; none if the topics are those of an earlier run
   */
  public static Dataset<Row> table(Topics topics, Dataset<Row> articles) {
    Map<String, Integer> labels =
        LabelField.classes(topics.settings().labelField(), articles, topics.learned());
    List<RunRow> rows = new ArrayList<>();
    for (LearnedTopics learned : topics.learned()) {
      int[] classes =
          learned.sample().articles().stream()
              .mapToInt(article -> labels.getOrDefault(article.id(), -1))
              .toArray();
      Stream.concat(learned.tried().stream(), learned.runs().stream())
          .map(run -> row(topics, learned, run, classes))
          .forEach(rows::add);
    }
    return ROWS.rows(topics.spark(), rows);
  }

  private static RunRow row(
      Topics topics, LearnedTopics learned, TopicRun run, int[] sampleClasses) {
    int[] classes = Arrays.copyOf(sampleClasses, run.assignment().length);
    boolean isLabelled = Arrays.stream(classes).anyMatch(c -> c >= 0);
    return new RunRow(
        learned,
        run,
        classes,
        isLabelled ? ContingencyTable.of(run.assignment(), classes) : null,
        topics.quality().get(learned.language()),
        topics.settings());
  }
}
