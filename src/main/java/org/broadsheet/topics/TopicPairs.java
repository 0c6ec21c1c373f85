package org.broadsheet.topics;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.STRINGS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.table.RowEncoder;

/** The table {@code topic_pairs}: the topics that are most similar to each. */
public final class TopicPairs {

  private static final int MOST = 10;

  private static final RowEncoder<Pair> ROWS =
      RowEncoder.<Pair>of("topic_pairs")
          .column("topic_id", INT, pair -> pair.topic.id())
          .column("other_topic_id", INT, pair -> pair.other.id())
          .column("rank", INT, Pair::rank)
          .column("similarity", DOUBLE, Pair::similarity)
          .column("shared_terms", STRINGS, Pair::sharedTerms)
          .build();

  private TopicPairs() {}

  /**
   * Two topics.
   *
   * @param rank the place of the other one among those that are similar to the first
   */
  private record Pair(
      NumberedTopics.Topic topic, NumberedTopics.Topic other, int rank, double similarity) {

    List<String> sharedTerms() {
      return topic.terms().stream()
          .filter(term -> other.terms().stream().anyMatch(o -> o.word() == term.word()))
          .map(NumberedTopics.Term::surface)
          .toList();
    }
  }

  /** Another topic, and how similar it is. */
  private record Other(NumberedTopics.Topic topic, double similarity) {}

  private static final Comparator<Other> NEAREST =
      Comparator.comparingDouble((Other other) -> -other.similarity)
          .thenComparingInt(other -> other.topic.id());

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @return its rows
   */
  public static Dataset<Row> table(Topics topics) {
    Map<String, List<NumberedTopics.Topic>> byLanguage =
        topics.numbered().topics().stream()
            .collect(Collectors.groupingBy(NumberedTopics.Topic::language));
    List<Pair> pairs = new ArrayList<>();
    for (NumberedTopics.Topic topic : topics.numbered().topics()) {
      TopicModel model = topics.model(topic.language());
      int rank = 1;
      for (Other other : nearest(topic, byLanguage.get(topic.language()), model)) {
        // Rounding may take it beyond one.
        double similarity = Math.max(-1, Math.min(1, other.similarity));
        pairs.add(new Pair(topic, other.topic, rank++, similarity));
      }
    }
    return ROWS.rows(topics.spark(), pairs);
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
}
