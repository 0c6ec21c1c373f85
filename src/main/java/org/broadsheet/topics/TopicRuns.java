package org.broadsheet.topics;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code topic_runs}: every start of the learner, and how it compares with the others and
 * with known classes.
 */
final class TopicRuns {

  private static final StructType SCHEMA =
      new StructType()
          .add("language", DataTypes.StringType)
          .add("k", DataTypes.IntegerType)
          .add("seed", DataTypes.LongType)
          .add("algorithm", DataTypes.StringType)
          .add("sample_articles", DataTypes.LongType)
          .add("cost", DataTypes.DoubleType)
          .add("largest_articles", DataTypes.LongType)
          .add("largest_share", DataTypes.DoubleType)
          .add("agreement", DataTypes.DoubleType)
          .add("is_chosen", DataTypes.BooleanType)
          .add("labelled_articles", DataTypes.LongType)
          .add("nmi", DataTypes.DoubleType)
          .add("ari", DataTypes.DoubleType)
          .add("purity", DataTypes.DoubleType);

  private final List<Row> rows;

  private TopicRuns(List<Row> rows) {
    this.rows = rows;
  }

  static TopicRuns of(
      List<LanguageTopics> languages, Dataset<Row> articles, TopicSettings settings) {
    Map<String, Integer> labels = labels(languages, articles, settings.labelField());
    List<Row> rows = new ArrayList<>();
    for (LanguageTopics language : languages) {
      int[] classes =
          language.sample().stream().mapToInt(a -> labels.getOrDefault(a.id(), -1)).toArray();
      for (TopicRun run : language.runs()) {
        rows.add(row(language, run, classes, settings));
      }
    }
    return new TopicRuns(rows);
  }

  private static Row row(
      LanguageTopics language, TopicRun run, int[] classes, TopicSettings settings) {
    long labelled = Arrays.stream(classes).filter(c -> c >= 0).count();
    boolean scored = labelled > 0;
    long sampled = run.assignment().length;
    long largest = run.largestArticles();
    return RowFactory.create(
        language.language(),
        run.k(),
        run.seed(),
        settings.algorithm().label(),
        sampled,
        run.cost(),
        largest,
        (double) largest / sampled,
        agreement(run, language.runs()),
        run == language.chosen(),
        settings.labelField() == null ? null : labelled,
        scored ? Agreement.nmi(run.assignment(), classes) : null,
        scored ? Agreement.ari(run.assignment(), classes) : null,
        scored ? Agreement.purity(run.assignment(), classes) : null);
  }

  /** Mean adjusted Rand index with the other starts; null for a single start. */
  private static Double agreement(TopicRun run, List<TopicRun> runs) {
    double sum = 0;
    for (TopicRun other : runs) {
      sum += other == run ? 0 : Agreement.ari(run.assignment(), other.assignment());
    }
    return runs.size() < 2 ? null : sum / (runs.size() - 1);
  }

  /** The known class of each sampled article that has one, as numbers from 0. */
  private static Map<String, Integer> labels(
      List<LanguageTopics> languages, Dataset<Row> articles, String field) {
    Map<String, Integer> labels = new HashMap<>();
    if (field == null) {
      return labels;
    }
    String last =
        languages.stream()
            .flatMap(language -> language.sample().stream())
            .map(WordCounts::id)
            .max(String::compareTo)
            .orElse("");
    Column value =
        Arrays.asList(articles.columns()).contains(field)
            ? col(field).cast("string")
            : col("extra").getItem(field);
    Map<String, Integer> classes = new HashMap<>();
    List<Row> labelled =
        articles
            .where(col("article_id").leq(last).and(value.isNotNull()))
            .select(col("article_id"), value)
            .collectAsList();
    for (Row row : labelled) {
      labels.put(row.getString(0), classes.computeIfAbsent(row.getString(1), c -> classes.size()));
    }
    return labels;
  }

  Dataset<Row> table(SparkSession spark) {
    return spark.createDataFrame(rows, SCHEMA);
  }
}
