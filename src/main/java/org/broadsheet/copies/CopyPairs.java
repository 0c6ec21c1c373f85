package org.broadsheet.copies;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.table.RowEncoder;

/** The table {@code copy_pairs}: which two articles are copies, and of what kind. */
public final class CopyPairs {

  private static final RowEncoder<CopyPair> ROWS =
      RowEncoder.<CopyPair>of("copy_pairs")
          .column("article_id", STRING, CopyPair::article)
          .column("other_article_id", STRING, CopyPair::other)
          .column("kind", STRING, CopyPair::kind)
          .column("shared_shingles", LONG, pair -> (long) pair.similarity.shared())
          .column("shingles", LONG, pair -> (long) pair.similarity.size())
          .column("other_shingles", LONG, pair -> (long) pair.similarity.otherSize())
          .column("jaccard", DOUBLE, pair -> pair.similarity.jaccard())
          .column("containment", DOUBLE, pair -> pair.similarity.containment())
          .build();

  private CopyPairs() {}

  /** Two articles, and how similar they are. */
  private record CopyPair(
      String article, String other, boolean areOfOneSource, PairSimilarity similarity) {

    static CopyPair of(PairSimilarity similarity, ArticleIndex index, ArticleNumbers sources) {
      long article = index.id(similarity.article());
      long other = index.id(similarity.other());
      int source = sources.get(article);
      return new CopyPair(
          ShingleBlocks.articleId(article),
          ShingleBlocks.articleId(other),
          source != ArticleNumbers.NONE && source == sources.get(other),
          similarity);
    }

    String kind() {
      return areOfOneSource ? CopyRole.OWN_UPDATE.label() : similarity.kind();
    }
  }

  /**
   * Computes the table.
   *
   * @param copies the copies
   * @return its rows
   */
  public static Dataset<Row> table(Copies copies) {
    Broadcast<ArticleIndex> index = copies.index();
    Broadcast<ArticleNumbers> sources = copies.shared(copies.members().sources());
    return ROWS.rows(
        copies.spark(),
        copies.pairs().map(pair -> CopyPair.of(pair, index.value(), sources.value())));
  }
}
