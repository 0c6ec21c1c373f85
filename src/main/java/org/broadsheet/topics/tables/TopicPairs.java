package org.broadsheet.topics.tables;

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
import org.broadsheet.topics.Topics;
import org.broadsheet.topics.describing.Topic;
import org.broadsheet.topics.describing.TopicTerm;
import org.broadsheet.topics.learning.TopicModel;

/** The table {@code topic_pairs}: the topics that are most similar to each topic. */
public final class TopicPairs {

  private static final int MOST = 10;

  private static final RowEncoder<TopicPair> ROWS =
      RowEncoder.<TopicPair>of("topic_pairs")
          .column("topic_id", INT, pair -> pair.topic.id())
          .column("other_topic_id", INT, pair -> pair.other.id())
          .column("rank", INT, TopicPair::rank)
          .column("similarity", DOUBLE, TopicPair::similarity)
          .column("shared_terms", STRINGS, TopicPair::sharedTerms)
          .build();

  private TopicPairs() {}

  /**
   * Two topics.
   *
   * @param rank the rank of the other topic among those that are similar to the first, from 1
   */
  private record TopicPair(Topic topic, Topic other, int rank, double similarity) {

    List<String> sharedTerms() {
      return topic.terms().stream()
          .filter(term -> other.terms().stream().anyMatch(o -> o.word() == term.word()))
          .map(TopicTerm::surface)
          .toList();
    }
  }

  /** Another topic and its similarity. */
  private record SimilarTopic(Topic topic, double similarity) {}

  private static final Comparator<SimilarTopic> NEAREST =
      Comparator.comparingDouble((SimilarTopic other) -> -other.similarity)
          .thenComparingInt(other -> other.topic.id());

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @return its rows
   */
  public static Dataset<Row> table(Topics topics) {
    Map<String, List<Topic>> byLanguage =
        topics.numbered().topics().stream().collect(Collectors.groupingBy(Topic::language));
    List<TopicPair> pairs = new ArrayList<>();
    for (Topic topic : topics.numbered().topics()) {
      TopicModel model = topics.model(topic.language());
      int rank = 1;
      for (SimilarTopic other : nearest(topic, byLanguage.get(topic.language()), model)) {
        // Rounding may take it beyond one.
        double similarity = Math.max(-1, Math.min(1, other.similarity));
        pairs.add(new TopicPair(topic, other.topic, rank++, similarity));
      }
    }
    return ROWS.rows(topics.spark(), pairs);
  }

  private static List<SimilarTopic> nearest(Topic topic, List<Topic> all, TopicModel model) {
    return all.stream()
        .filter(other -> other != topic)
        .map(other -> new SimilarTopic(other, model.similarity(topic.cluster(), other.cluster())))
        .sorted(NEAREST)
        .limit(MOST)
        .toList();
  }
}
