package org.broadsheet.topics.tables;

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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.topics.Topics;
import org.broadsheet.topics.assigning.AssignedBlock;
import org.broadsheet.topics.assigning.BlockAssignment;
import org.broadsheet.topics.assigning.NoTopicReason;
import org.broadsheet.topics.assigning.TopicAssigner;

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

  private final Dataset<Row> assigned;

  private ArticleTopics(Dataset<Row> assigned) {
    this.assigned = assigned;
  }

  /**
   * An article with its topic.
   *
   * @param topicId null without a topic, as are the similarity and whether it is an outlier
   * @param secondTopicId the published topic that fits next best; null if there is none, as is its
   *     similarity
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
   * Begins to compute the rows, which several tables are made from, while the driver plans them.
   *
   * @param topics the topics
   * @return the articles with their topics
   */
  public static ArticleTopics start(Topics topics) {
    Map<String, int[]> ids = topics.numbered().ids();
    Map<String, double[]> outlierBounds = topics.numbered().outlierBounds();
    return new ArticleTopics(
        ROWS.startedRows(
            topics.spark(),
            topics.assignments().blocks().flatMap(block -> articles(block, ids, outlierBounds)),
            "article topics"));
  }

  private static Iterator<AssignedArticle> articles(
      AssignedBlock block, Map<String, int[]> ids, Map<String, double[]> outlierBounds) {
    return IntStream.range(0, block.articles().size())
        .mapToObj(
            i -> {
              String language = block.articles().key(i).language();
              return article(block, i, language, ids.get(language), outlierBounds.get(language));
            })
        .iterator();
  }

  private static AssignedArticle article(
      AssignedBlock block, int i, String language, int[] ids, double[] outlierBounds) {
    BlockAssignment assignment = block.assignment();
    int topic = assignment.topic()[i];
    int second = assignment.second()[i];
    boolean hasTopic = topic != TopicAssigner.NONE;
    // A topic of a few articles of the sample may not be the best topic of any article.
    boolean hasSecond = second != TopicAssigner.NONE && ids[second] > 0;
    NoTopicReason reason = assignment.reason()[i];
    return new AssignedArticle(
        block.articles().id(i),
        language,
        hasTopic ? ids[topic] : null,
        hasTopic ? assignment.similarity()[i] : null,
        hasSecond ? ids[second] : null,
        hasSecond ? assignment.secondSimilarity()[i] : null,
        hasTopic ? assignment.similarity()[i] < outlierBounds[topic] : null,
        reason == null ? null : reason.label());
  }

  /**
   * Computes the table.
   *
   * @return its rows
   */
  public Dataset<Row> table() {
    Column rank =
        row_number()
            .over(
                Window.partitionBy("topic_id")
                    .orderBy(col("similarity").desc(), col("article_id")));
    return assigned.withColumn("rank_in_topic", when(col("topic_id").isNotNull(), rank));
  }

  /** The articles that have a topic, with their ids and topic_ids. */
  Dataset<Row> withTopic() {
    return assigned.where(col("topic_id").isNotNull()).select("article_id", "topic_id");
  }
}
