package org.broadsheet.topics;

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
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.table.ComputedRows;

/** The table {@code article_neighbours}: the articles that are most similar to each. */
public final class ArticleNeighbours {

  private static final StructType SCHEMA =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("rank", DataTypes.IntegerType)
          .add("neighbour_id", DataTypes.StringType)
          .add("similarity", DataTypes.DoubleType)
          .add("is_copy", DataTypes.BooleanType);

  private ArticleNeighbours() {}

  /**
   * Computes the table.
   *
   * @param topics the topics
   * @return its rows, not conformed; none if the topics are those of another run, which has the
   *     neighbours
   */
  public static Dataset<Row> table(Topics topics) {
    Broadcast<Map<String, Assigner>> assigners = topics.assigners();
    JavaRDD<BagOfWordsBlock> blocks =
        topics.areOfAnotherRun() ? topics.blocks().filter(block -> false) : topics.blocks();
    Broadcast<HashMap<String, Integer>> copyGroups = topics.copyGroups();
    return ComputedRows.of(
        topics.spark(),
        blocks.flatMap(block -> rows(block, assigners.value(), copyGroups.value())),
        SCHEMA);
  }

  private static Iterator<Row> rows(
      BagOfWordsBlock block, Map<String, Assigner> assigners, Map<String, Integer> copyGroups) {
    Map<String, int[]> translations = new HashMap<>();
    return IntStream.range(0, block.articles().size())
        .boxed()
        .flatMap(article -> rows(block, article, assigners, translations, copyGroups))
        .iterator();
  }

  private static Stream<Row> rows(
      BagOfWordsBlock block,
      int article,
      Map<String, Assigner> assigners,
      Map<String, int[]> translations,
      Map<String, Integer> copyGroups) {
    String language = block.articles().key(article).language();
    Assigner assigner = assigners.get(language);
    if (assigner == null || !(assigner.model() instanceof SemanticModel model)) {
      return Stream.of();
    }
    int[] translation =
        translations.computeIfAbsent(
            language, l -> WordCounts.translation(block, assigner.index()));
    WordCounts words = WordCounts.of(block, article, translation);
    List<SemanticSpace.Neighbour> neighbours = model.space().neighbours(words);
    Integer group = copyGroups.get(words.id());
    return IntStream.range(0, neighbours.size())
        .mapToObj(
            i ->
                RowFactory.create(
                    words.id(),
                    i + 1,
                    neighbours.get(i).id(),
                    neighbours.get(i).similarity(),
                    group != null && group.equals(copyGroups.get(neighbours.get(i).id()))));
  }
}
