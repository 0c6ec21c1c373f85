package org.broadsheet.topics.tables;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.topics.Topics;
import org.broadsheet.topics.describing.Topic;
import org.broadsheet.topics.describing.TopicTerm;

/** The table {@code topic_terms}: the terms that describe each topic. */
public final class TopicTerms {

  private static final RowEncoder<RankedTerm> ROWS =
      RowEncoder.<RankedTerm>of("topic_terms")
          .column("topic_id", INT, RankedTerm::topicId)
          .column("rank", INT, RankedTerm::rank)
          .column("term", STRING, ranked -> ranked.term.term())
          .column("surface", STRING, ranked -> ranked.term.surface())
          .column("weight", DOUBLE, ranked -> ranked.term.weight())
          .column("tf", LONG, ranked -> ranked.term.tf())
          .column("df", LONG, ranked -> ranked.term.df())
          .column("language_tf", LONG, ranked -> ranked.term.languageTf())
          .column("tf_share", DOUBLE, RankedTerm::tfShare)
          .build();

  private TopicTerms() {}

  /** A term of a topic and its rank among the topic's terms, from 1. */
  private record RankedTerm(int topicId, int rank, TopicTerm term) {

    Double tfShare() {
      return Rates.share(term.tf(), term.languageTf());
    }
  }

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @return its rows
   */
  public static Dataset<Row> table(Topics topics) {
    List<RankedTerm> terms = new ArrayList<>();
    for (Topic topic : topics.numbered().topics()) {
      int rank = 1;
      for (TopicTerm term : topic.terms()) {
        terms.add(new RankedTerm(topic.id(), rank++, term));
      }
    }
    return ROWS.rows(topics.spark(), terms);
  }
}
