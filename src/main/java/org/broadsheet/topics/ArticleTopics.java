package org.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.broadsheet.table.ColumnType.BOOLEAN;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.terms.CountedTerms;
import org.broadsheet.text.TermBlock;

/** The table {@code article_topics}: every article with its topic, or why it has none. */
public final class ArticleTopics {

  private static final RowEncoder<AssignedArticle> ROWS =
      RowEncoder.<AssignedArticle>of("article_topics")
          .column("article_id", STRING, AssignedArticle::id)
          .column("language", STRING, AssignedArticle::language)
          .column("topic_id", INT, AssignedArticle::topicId)
          .column("similarity", DOUBLE, AssignedArticle::similarity)
          .column("second_topic_id", INT, AssignedArticle::secondTopicId)
          .column("second_similarity", DOUBLE, AssignedArticle::secondSimilarity)
          .column("is_outlier", BOOLEAN, AssignedArticle::isOutlier)
          .column("no_topic_reason", STRING, AssignedArticle::noTopicReason)
          .addedLater("rank_in_topic")
          .build();

  private ArticleTopics() {}

  /**
   * An article with its topic.
   *
   * @param topicId null without a topic, as the similarity and whether it is an outlier
   * @param secondTopicId the topic that fits next best; null if there is none, as its similarity
   * @param noTopicReason null with a topic
   */
  private record AssignedArticle(
      String id,
      String language,
      Integer topicId,
      Double similarity,
      Integer secondTopicId,
      Double secondSimilarity,
      Boolean isOutlier,
      String noTopicReason) {}

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @return its rows
   */
  public static Dataset<Row> table(Topics topics) {
    Column rank =
        row_number()
            .over(
                Window.partitionBy("topic_id")
                    .orderBy(col("similarity").desc(), col("article_id")));
    return topics.assigned().withColumn("rank_in_topic", when(col("topic_id").isNotNull(), rank));
  }

  /**
   * All of the table but the ranks, computed once for all that is made of it.
   *
   * @param ids for each language, the number of each topic of its model
   * @param outlierBounds for each language, the similarity below which an article is an outlier
   */
  static Dataset<Row> assigned(
      CountedTerms terms,
      JavaRDD<Assignment> assignments,
      Map<String, int[]> ids,
      Map<String, double[]> outlierBounds) {
    return ROWS.startedRows(
        terms.spark(),
        terms
            .blocks()
            .zip(assignments)
            .flatMap(pair -> articles(pair._1(), pair._2(), ids, outlierBounds)));
  }

  private static Iterator<AssignedArticle> articles(
      TermBlock block,
      Assignment assignment,
      Map<String, int[]> ids,
      Map<String, double[]> outlierBounds) {
    return IntStream.range(0, block.articles().size())
        .mapToObj(
            i -> {
              int group = block.articles().group()[i];
              String language = block.groups().get(group).place().language();
              return article(
                  block.articles().ids()[i],
                  language,
                  assignment,
                  i,
                  ids.get(language),
                  outlierBounds.get(language));
            })
        .iterator();
  }

  private static AssignedArticle article(
      String id,
      String language,
      Assignment assignment,
      int i,
      int[] numbers,
      double[] outlierBounds) {
    int topic = assignment.topic()[i];
    int second = assignment.second()[i];
    boolean has = topic != Assignment.NONE;
    // A topic of a few articles of the sample may be that of no article in the end.
    boolean hasSecond = second != Assignment.NONE && numbers[second] > 0;
    NoTopic reason = assignment.reason()[i];
    return new AssignedArticle(
        id,
        language,
        has ? numbers[topic] : null,
        has ? assignment.similarity()[i] : null,
        hasSecond ? numbers[second] : null,
        hasSecond ? assignment.secondSimilarity()[i] : null,
        has ? assignment.similarity()[i] < outlierBounds[topic] : null,
        reason == null ? null : reason.label());
  }
}
