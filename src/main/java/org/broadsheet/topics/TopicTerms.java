package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.stats.Rates;

/** The table {@code topic_terms}: the terms that describe each topic. */
public final class TopicTerms {

  private static final StructType SCHEMA =
      new StructType()
          .add("topic_id", DataTypes.IntegerType)
          .add("rank", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("surface", DataTypes.StringType)
          .add("weight", DataTypes.DoubleType)
          .add("tf", DataTypes.LongType)
          .add("df", DataTypes.LongType)
          .add("language_tf", DataTypes.LongType)
          .add("tf_share", DataTypes.DoubleType);

  private TopicTerms() {}

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(Topics topics) {
    List<Row> rows = new ArrayList<>();
    for (NumberedTopics.Topic topic : topics.numbered().topics()) {
      int rank = 1;
      for (NumberedTopics.Term term : topic.terms()) {
        rows.add(
            RowFactory.create(
                topic.id(),
                rank++,
                term.term(),
                term.surface(),
                term.weight(),
                term.tf(),
                term.df(),
                term.languageTf(),
                Rates.share(term.tf(), term.languageTf())));
      }
    }
    return topics.spark().createDataFrame(rows, SCHEMA);
  }
}
