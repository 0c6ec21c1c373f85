package org.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.broadsheet.table.Columns;

/** The table {@code topic_classes}: how topics and the classes of the label field go together. */
public final class TopicClasses {

  private TopicClasses() {}

  /**
   * Computes the table.
   *
   * @param topics the topics, of settings with a label field
   * @param articles accepted articles
   * @return its rows, not conformed; none if no article has a value of the field
   */
  public static Dataset<Row> table(Topics topics, Dataset<Row> articles) {
    Dataset<Row> classes =
        articles
            .select(
                col("article_id"),
                TopicRuns.label(topics.settings().labelField(), articles).as("class"))
            .where(col("class").isNotNull());
    return topics
        .assigned()
        .where(col("topic_id").isNotNull())
        .select("article_id", "topic_id")
        .join(classes, "article_id")
        .groupBy("topic_id", "class")
        .agg(count(lit(1)).as("articles"))
        .withColumn("topic_articles", sum("articles").over(Window.partitionBy("topic_id")))
        .withColumn("class_articles", sum("articles").over(Window.partitionBy("class")))
        .withColumn("topic_share", Columns.share(col("articles"), col("topic_articles")))
        .withColumn("class_share", Columns.share(col("articles"), col("class_articles")));
  }
}
