package org.broadsheet.topics.tables;

import static org.broadsheet.table.ColumnType.BOOLEAN;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.copies.ArticleNumbers;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.topics.Topics;
import org.broadsheet.topics.assigning.AssignedBlock;
import org.broadsheet.topics.assigning.TopicAssigner;
import org.broadsheet.topics.learning.BagOfWords;
import org.broadsheet.topics.learning.SemanticModel;
import org.broadsheet.topics.learning.SemanticSpace;

/** The table {@code article_neighbours}: the articles that are most similar to each article. */
public final class ArticleNeighbours {

  private static final RowEncoder<NeighbourRow> ROWS =
      RowEncoder.<NeighbourRow>of("article_neighbours")
          .column("article_id", STRING, NeighbourRow::articleId)
          .column("rank", INT, NeighbourRow::rank)
          .column("neighbour_id", STRING, row -> row.neighbour.id())
          .column("similarity", DOUBLE, row -> row.neighbour.similarity())
          .column("is_copy", BOOLEAN, NeighbourRow::isCopy)
          .build();

  private ArticleNeighbours() {}

  /**
   * A neighbour of an article.
   *
   * @param rank its rank among the neighbours, from 1 for the most similar
   * @param isCopy whether both articles are in one copy group
   */
  private record NeighbourRow(
      String articleId, int rank, SemanticSpace.Neighbour neighbour, boolean isCopy) {}

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @return its rows; none if the topics are those of an earlier run, in which the neighbours are
   */
  public static Dataset<Row> table(Topics topics) {
    if (topics.saved() != null) {
      return ROWS.rows(topics.spark(), List.of());
    }
    return ROWS.rows(
        topics.spark(), topics.assignments().blocks().flatMap(ArticleNeighbours::rows));
  }

  private static Iterator<NeighbourRow> rows(AssignedBlock block) {
    return IntStream.range(0, block.articles().size())
        .boxed()
        .flatMap(article -> rows(block, article))
        .iterator();
  }

  private static Stream<NeighbourRow> rows(AssignedBlock block, int article) {
    TopicAssigner assigner = block.assigner(article);
    if (assigner == null || !(assigner.model() instanceof SemanticModel model)) {
      return Stream.of();
    }
    BagOfWords words = block.bag(article);
    List<SemanticSpace.Neighbour> neighbours = model.space().neighbours(words);
    int group = block.copyGroup(article);
    return IntStream.range(0, neighbours.size())
        .mapToObj(
            i -> {
              SemanticSpace.Neighbour neighbour = neighbours.get(i);
              boolean isCopy =
                  group != ArticleNumbers.NONE && group == block.copyGroups().get(neighbour.id());
              return new NeighbourRow(words.id(), i + 1, neighbour, isCopy);
            });
  }
}
