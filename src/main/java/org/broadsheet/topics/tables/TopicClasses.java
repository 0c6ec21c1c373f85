package org.broadsheet.topics.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.broadsheet.table.ShareColumn;

/**
 * The table {@code topic_classes}: how many articles of each class of the label field a topic has.
 */
public final class TopicClasses {

  private TopicClasses() {}

  /**
   * Computes the table.
   *
   * @param articleTopics the articles with their topics
   * @param articles accepted articles
   * @param labelField the name of the label field
   * @return its rows; none if no article has a value of the field
   */
  public static Dataset<Row> table(
      ArticleTopics articleTopics, Dataset<Row> articles, String labelField) {
    Dataset<Row> classes =
        articles
            .select(col("article_id"), LabelField.value(labelField, articles).as("class"))
            .where(col("class").isNotNull());
    return articleTopics
        .withTopic()
        .join(classes, "article_id")
        .groupBy("topic_id", "class")
        .agg(count(lit(1)).as("articles"))
        .withColumn("topic_articles", sum("articles").over(Window.partitionBy("topic_id")))
        .withColumn("class_articles", sum("articles").over(Window.partitionBy("class")))
        .withColumn("topic_share", ShareColumn.of(col("articles"), col("topic_articles")))
        .withColumn("class_share", ShareColumn.of(col("articles"), col("class_articles")));
  }
}
