package org.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.broadsheet.table.ColumnType.BOOLEAN;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.stats.ContingencyTable;
import org.broadsheet.table.ResultTable;
import org.broadsheet.table.RowEncoder;

/**
 * The table {@code topic_runs}: every start of the learner, and how it compares with the others and
 * with known classes.
 */
public final class TopicRuns {

  private static final RowEncoder<RunRow> ROWS =
      RowEncoder.<RunRow>of("topic_runs")
          .column("language", STRING, row -> row.language.language())
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
          .column("why", STRING, row -> row.isChosen() ? row.language.why() : null)
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
   * @param byClass its topics by these classes; null if no article has a class
   */
  private record RunRow(
      LanguageTopics language,
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
      return run == language.chosen();
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
   * @return its rows
   */
  public static Dataset<Row> table(Topics topics, Dataset<Row> articles) {
    Map<String, Integer> labels =
        labels(topics.languages(), articles, topics.settings().labelField());
    List<RunRow> rows = new ArrayList<>();
    for (LanguageTopics language : topics.languages()) {
      int[] classes =
          language.sample().stream().mapToInt(a -> labels.getOrDefault(a.id(), -1)).toArray();
      TopicQuality quality = topics.quality(language.language());
      Stream.concat(language.tried().stream(), language.runs().stream())
          .map(run -> row(language, run, classes, quality, topics.settings()))
          .forEach(rows::add);
    }
    return ROWS.rows(topics.spark(), rows);
  }

  private static RunRow row(
      LanguageTopics language,
      TopicRun run,
      int[] sampleClasses,
      TopicQuality quality,
      TopicSettings settings) {
    int[] classes = Arrays.copyOf(sampleClasses, run.assignment().length);
    boolean isLabelled = Arrays.stream(classes).anyMatch(c -> c >= 0);
    ContingencyTable byClass = isLabelled ? ContingencyTable.of(run.assignment(), classes) : null;
    return new RunRow(language, run, classes, byClass, quality, settings);
  }

  /** Starts of one number of topics, each with its agreement with the others. */
  static List<TopicRun> compared(List<TopicRun> runs) {
    Double[] agreements =
        ContingencyTable.meanAri(runs.stream().map(TopicRun::assignment).toList());
    return IntStream.range(0, agreements.length)
        .mapToObj(i -> runs.get(i).agreeing(agreements[i]))
        .toList();
  }

  /** The known class of each sampled article that has one, as numbers from 0. */
  private static Map<String, Integer> labels(
      List<LanguageTopics> languages, Dataset<Row> articles, String field) {
    if (field == null) {
      return Map.of();
    }
    Map<String, String> lastIds = new HashMap<>();
    languages.forEach(
        language ->
            language.sample().stream()
                .map(WordCounts::id)
                .max(String::compareTo)
                .ifPresent(last -> lastIds.put(language.language(), last)));
    Column value = label(field, articles);
    Map<String, String> classes = new HashMap<>();
    articles
        .where(sampled(lastIds).and(value.isNotNull()))
        .select(col("article_id"), value)
        .collectAsList()
        .forEach(row -> classes.put(row.getString(0), row.getString(1)));
    return numbered(classes);
  }

  /**
   * Whether the label field is there.
   *
   * @param field its name; null for none, which nobody misses
   * @param articles accepted articles
   * @return false if no article has a value of it
   */
  public static boolean hasLabels(String field, Dataset<Row> articles) {
    return field == null || !articles.where(label(field, articles).isNotNull()).isEmpty();
  }

  /** The value of the label field. */
  static Column label(String field, Dataset<Row> articles) {
    return isColumn(field, articles.columns())
        ? col(field).cast("string")
        : col("extra").getItem(field);
  }

  /** The articles of smallest id of each language, up to the last of its sample. */
  private static Column sampled(Map<String, String> lastIds) {
    Column sampled = lit(false);
    for (Map.Entry<String, String> last : lastIds.entrySet()) {
      sampled =
          sampled.or(
              col("language").equalTo(last.getKey()).and(col("article_id").leq(last.getValue())));
    }
    return sampled;
  }

  /**
   * Whether the label field is a published column of articles; if not, it is a field of the input.
   *
   * @param given the columns of the data set, among them those that nobody sees
   */
  static boolean isColumn(String field, String[] given) {
    return Arrays.asList(given).contains(field)
        && ResultTable.named("articles").columns().stream().anyMatch(c -> c.name().equals(field));
  }

  /** Numbers classes in the order of their names, whatever order the articles came in. */
  static Map<String, Integer> numbered(Map<String, String> classes) {
    List<String> names = List.copyOf(new TreeSet<>(classes.values()));
    Map<String, Integer> numbered = new HashMap<>();
    classes.forEach((id, name) -> numbered.put(id, Collections.binarySearch(names, name)));
    return numbered;
  }
}
