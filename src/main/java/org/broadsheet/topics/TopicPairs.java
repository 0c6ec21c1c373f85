package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code topic_pairs}: the topics that are most similar to each. */
public final class TopicPairs {

  private static final int MOST = 10;

  private static final StructType SCHEMA =
      new StructType()
          .add("topic_id", DataTypes.IntegerType)
          .add("other_topic_id", DataTypes.IntegerType)
          .add("rank", DataTypes.IntegerType)
          .add("similarity", DataTypes.DoubleType)
          .add("shared_terms", DataTypes.createArrayType(DataTypes.StringType));

  private TopicPairs() {}

  /** Another topic, and how similar it is. */
  private record Other(NumberedTopics.Topic topic, double similarity) {}

  private static final Comparator<Other> NEAREST =
      Comparator.comparingDouble((Other other) -> -other.similarity)
          .thenComparingInt(other -> other.topic.id());

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(Topics topics) {
    Map<String, List<NumberedTopics.Topic>> byLanguage =
        topics.numbered().topics().stream()
            .collect(Collectors.groupingBy(NumberedTopics.Topic::language));
    List<Row> rows = new ArrayList<>();
    for (NumberedTopics.Topic topic : topics.numbered().topics()) {
      TopicModel model = topics.model(topic.language());
      int rank = 1;
      for (Other other : nearest(topic, byLanguage.get(topic.language()), model)) {
        rows.add(
            RowFactory.create(
                topic.id(),
                other.topic.id(),
                rank++,
                // Rounding may take it beyond one.
                Math.max(-1, Math.min(1, other.similarity)),
                shared(topic, other.topic)));
      }
    }
    return topics.spark().createDataFrame(rows, SCHEMA);
  }

  private static List<Other> nearest(
      NumberedTopics.Topic topic, List<NumberedTopics.Topic> all, TopicModel model) {
    return all.stream()
        .filter(other -> other != topic)
        .map(other -> new Other(other, model.similarity(topic.cluster(), other.cluster())))
        .sorted(NEAREST)
        .limit(MOST)
        .toList();
  }

  private static String[] shared(NumberedTopics.Topic topic, NumberedTopics.Topic other) {
    return topic.terms().stream()
        .filter(term -> other.terms().stream().anyMatch(o -> o.word() == term.word()))
        .map(NumberedTopics.Term::surface)
        .toArray(String[]::new);
  }
}
