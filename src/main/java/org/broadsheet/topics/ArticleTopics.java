package org.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.table.ComputedRows;

/** The table {@code article_topics}: every article with its topic, or why it has none. */
public final class ArticleTopics {

  private static final StructType ASSIGNED =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("language", DataTypes.StringType)
          .add("topic_id", DataTypes.IntegerType)
          .add("similarity", DataTypes.DoubleType)
          .add("second_topic_id", DataTypes.IntegerType)
          .add("second_similarity", DataTypes.DoubleType)
          .add("is_outlier", DataTypes.BooleanType)
          .add("no_topic_reason", DataTypes.StringType);

  private ArticleTopics() {}

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @return its rows, not conformed
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
    JavaRDD<Row> rows =
        terms
            .bagsOfWords()
            .zip(assignments)
            .flatMap(pair -> rows(pair._1(), pair._2(), ids, outlierBounds));
    return ComputedRows.started(terms.spark(), rows, ASSIGNED);
  }

  private static Iterator<Row> rows(
      BagOfWordsBlock block,
      Assignment assignment,
      Map<String, int[]> ids,
      Map<String, double[]> outlierBounds) {
    return IntStream.range(0, block.articles().size())
        .mapToObj(
            i -> {
              String language = block.articles().key(i).language();
              return row(
                  block.articles().ids()[i],
                  language,
                  assignment,
                  i,
                  ids.get(language),
                  outlierBounds.get(language));
            })
        .iterator();
  }

  private static Row row(
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
    return RowFactory.create(
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
