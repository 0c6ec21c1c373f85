package org.broadsheet.topics;

import static org.broadsheet.table.ColumnType.BOOLEAN;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.text.TermBlock;

/** The table {@code article_neighbours}: the articles that are most similar to each. */
public final class ArticleNeighbours {

  private static final RowEncoder<Neighbour> ROWS =
      RowEncoder.<Neighbour>of("article_neighbours")
          .column("article_id", STRING, Neighbour::articleId)
          .column("rank", INT, Neighbour::rank)
          .column("neighbour_id", STRING, neighbour -> neighbour.found.id())
          .column("similarity", DOUBLE, neighbour -> neighbour.found.similarity())
          .column("is_copy", BOOLEAN, Neighbour::isCopy)
          .build();

  private ArticleNeighbours() {}

  /**
   * A neighbour of an article.
   *
   * @param articleId the article
   * @param rank the rank of the neighbour, from 1 for the most similar
   * @param found the neighbour
   * @param isCopy whether both are in one copy group
   */
  private record Neighbour(
      String articleId, int rank, SemanticSpace.Neighbour found, boolean isCopy) {}

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @return its rows; none if the topics are those of another run, which has the neighbours
   */
  public static Dataset<Row> table(Topics topics) {
    Broadcast<Map<String, Assigner>> assigners = topics.assigners();
    JavaRDD<TermBlock> blocks =
        topics.areOfAnotherRun() ? topics.blocks().filter(block -> false) : topics.blocks();
    Broadcast<HashMap<String, Integer>> copyGroups = topics.copyGroups();
    return ROWS.rows(
        topics.spark(),
        blocks.flatMap(block -> neighbours(block, assigners.value(), copyGroups.value())));
  }

  private static Iterator<Neighbour> neighbours(
      TermBlock block, Map<String, Assigner> assigners, Map<String, Integer> copyGroups) {
    Map<String, int[]> translations = new HashMap<>();
    return IntStream.range(0, block.articles().size())
        .boxed()
        .flatMap(article -> neighbours(block, article, assigners, translations, copyGroups))
        .iterator();
  }

  private static Stream<Neighbour> neighbours(
      TermBlock block,
      int article,
      Map<String, Assigner> assigners,
      Map<String, int[]> translations,
      Map<String, Integer> copyGroups) {
    String language = block.groups().get(block.articles().group()[article]).place().language();
    Assigner assigner = assigners.get(language);
    if (assigner == null || !(assigner.model() instanceof SemanticModel model)) {
      return Stream.of();
    }
    int[] translation =
        translations.computeIfAbsent(
            language, l -> WordCounts.translation(block, assigner.index()));
    WordCounts words = WordCounts.of(block.articles(), article, translation);
    List<SemanticSpace.Neighbour> neighbours = model.space().neighbours(words);
    Integer group = copyGroups.get(words.id());
    return IntStream.range(0, neighbours.size())
        .mapToObj(
            i ->
                new Neighbour(
                    words.id(),
                    i + 1,
                    neighbours.get(i),
                    group != null && group.equals(copyGroups.get(neighbours.get(i).id()))));
  }
}
