package org.broadsheet.copies;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.table.RowEncoder;

/** The table {@code copy_pairs}: which two articles are copies, and of what kind. */
public final class CopyPairs {

  private static final RowEncoder<CopyPair> ROWS =
      RowEncoder.<CopyPair>of("copy_pairs")
          .column("article_id", STRING, pair -> pair.article.id())
          .column("other_article_id", STRING, pair -> pair.other.id())
          .column("kind", STRING, CopyPair::kind)
          .column("shared_shingles", LONG, pair -> (long) pair.similarity.shared())
          .column("shingles", LONG, pair -> (long) pair.similarity.size())
          .column("other_shingles", LONG, pair -> (long) pair.similarity.otherSize())
          .column("jaccard", DOUBLE, pair -> pair.similarity.jaccard())
          .column("containment", DOUBLE, pair -> pair.similarity.containment())
          .build();

  private CopyPairs() {}

  /** Two articles, and how similar they are. */
  private record CopyPair(CopyMember article, CopyMember other, PairSimilarity similarity) {

    static CopyPair of(PairSimilarity similarity, Map<Integer, CopyMember> members) {
      return new CopyPair(
          members.get(similarity.article()), members.get(similarity.other()), similarity);
    }

    String kind() {
      boolean areOfOneSource = article.source() != null && article.source().equals(other.source());
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
    Broadcast<HashMap<Integer, CopyMember>> members = copies.shared(copies.members());
    return ROWS.rows(
        copies.spark(), copies.pairs().map(pair -> CopyPair.of(pair, members.value())));
  }
}
