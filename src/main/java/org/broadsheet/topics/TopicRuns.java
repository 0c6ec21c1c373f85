package org.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

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
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.table.ResultTable;

/**
 * The table {@code topic_runs}: every start of the learner, and how it compares with the others and
 * with known classes.
 */
public final class TopicRuns {

  private static final StructType SCHEMA =
      new StructType()
          .add("language", DataTypes.StringType)
          .add("k", DataTypes.IntegerType)
          .add("seed", DataTypes.LongType)
          .add("algorithm", DataTypes.StringType)
          .add("sample_articles", DataTypes.LongType)
          .add("cost", DataTypes.DoubleType)
          .add("cohesion", DataTypes.DoubleType)
          .add("silhouette", DataTypes.DoubleType)
          .add("npmi", DataTypes.DoubleType)
          .add("diversity", DataTypes.DoubleType)
          .add("exclusivity", DataTypes.DoubleType)
          .add("largest_articles", DataTypes.LongType)
          .add("largest_share", DataTypes.DoubleType)
          .add("agreement", DataTypes.DoubleType)
          .add("is_degenerate", DataTypes.BooleanType)
          .add("is_chosen", DataTypes.BooleanType)
          .add("why", DataTypes.StringType)
          .add("labelled_articles", DataTypes.LongType)
          .add("nmi", DataTypes.DoubleType)
          .add("ari", DataTypes.DoubleType)
          .add("purity", DataTypes.DoubleType);

  private TopicRuns() {}

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @param articles accepted articles, for the label field
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(Topics topics, Dataset<Row> articles) {
    Map<String, Integer> labels =
        labels(topics.languages(), articles, topics.settings().labelField());
    List<Row> rows = new ArrayList<>();
    for (LanguageTopics language : topics.languages()) {
      int[] classes =
          language.sample().stream().mapToInt(a -> labels.getOrDefault(a.id(), -1)).toArray();
      TopicQuality quality = topics.quality(language.language());
      Stream.concat(language.tried().stream(), language.runs().stream())
          .map(run -> row(language, run, classes, quality, topics.settings()))
          .forEach(rows::add);
    }
    return topics.spark().createDataFrame(rows, SCHEMA);
  }

  private static Row row(
      LanguageTopics language,
      TopicRun run,
      int[] sampleClasses,
      TopicQuality quality,
      TopicSettings settings) {
    int[] classes = Arrays.copyOf(sampleClasses, run.assignment().length);
    long labelled = Arrays.stream(classes).filter(c -> c >= 0).count();
    boolean scored = labelled > 0;
    long sampled = run.assignment().length;
    long largest = run.largestArticles();
    TopicQuality.TopWords top = quality.topWords(run);
    return RowFactory.create(
        language.language(),
        run.k(),
        run.seed(),
        settings.algorithm().label(),
        sampled,
        run.cost(),
        run.cohesion(),
        run.silhouette(),
        quality.npmi(run),
        Coherence.diversity(top.words()),
        top.exclusivity(),
        largest,
        (double) largest / sampled,
        run.agreement(),
        TopicQuality.isDegenerate(run.model().topics(), largest, sampled),
        run == language.chosen(),
        run == language.chosen() ? language.why() : null,
        settings.labelField() == null ? null : labelled,
        scored ? Agreement.nmi(run.assignment(), classes) : null,
        scored ? Agreement.ari(run.assignment(), classes) : null,
        scored ? Agreement.purity(run.assignment(), classes) : null);
  }

  /** Starts of one number of topics, each with its agreement with the others. */
  static List<TopicRun> compared(List<TopicRun> runs) {
    Double[] agreements = Agreement.withOthers(runs.stream().map(TopicRun::assignment).toList());
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
