package org.broadsheet.topics.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.table.ResultTable;
import org.broadsheet.topics.learning.BagOfWords;
import org.broadsheet.topics.learning.LearnedTopics;

/**
 * The field of articles that holds a known class, with which topics are compared: a published
 * column of articles, or a field of the input.
 */
public final class LabelField {

  private LabelField() {}

  /**
   * Returns whether articles have the field.
   *
   * @param field its name; null if the job names none
   * @param articles accepted articles
   * @return false if the job names a field that no article has a value of
   */
  public static boolean isFound(String field, Dataset<Row> articles) {
    return field == null || !articles.where(value(field, articles).isNotNull()).isEmpty();
  }

  /** The value of the field. */
  static Column value(String field, Dataset<Row> articles) {
    return isColumn(field, articles.columns())
        ? col(field).cast("string")
        : col("extra").getItem(field);
  }

  /**
   * Returns whether the field is a published column of articles.
   *
   * @param given the columns of the data set, of which some are not published
   */
  static boolean isColumn(String field, String[] given) {
    return Arrays.asList(given).contains(field)
        && ResultTable.named("articles").columns().stream().anyMatch(c -> c.name().equals(field));
  }

  /**
   * Reads the class of each article of the samples that has one.
   *
   * @param field the name of the field; null for no classes
   * @param articles accepted articles
   * @param learned what was learned from the samples
   * @return the number of the class by article_id
   */
  static Map<String, Integer> classes(
      String field, Dataset<Row> articles, List<LearnedTopics> learned) {
    if (field == null) {
      return Map.of();
    }
    Column value = value(field, articles);
    Map<String, String> classes = new HashMap<>();
    articles
        .where(isSampled(learned).and(value.isNotNull()))
        .select(col("article_id"), value)
        .collectAsList()
        .forEach(row -> classes.put(row.getString(0), row.getString(1)));
    return numbered(classes);
  }

  /** The articles of smallest id of each language, up to the last of its sample. */
  private static Column isSampled(List<LearnedTopics> learned) {
    Column sampled = lit(false);
    for (LearnedTopics topics : learned) {
      List<BagOfWords> sample = topics.sample().articles();
      if (!sample.isEmpty()) {
        sampled =
            sampled.or(
                col("language")
                    .equalTo(topics.language())
                    .and(col("article_id").leq(sample.get(sample.size() - 1).id())));
      }
    }
    return sampled;
  }

  /** Numbers classes in the order of their names, whatever the order of the articles. */
  static Map<String, Integer> numbered(Map<String, String> classes) {
    List<String> names = List.copyOf(new TreeSet<>(classes.values()));
    Map<String, Integer> numbered = new HashMap<>();
    classes.forEach((id, name) -> numbered.put(id, Collections.binarySearch(names, name)));
    return numbered;
  }
}
