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
          .column("shared_shingles", LONG, pair -> (long) pair.likeness.shared())
          .column("shingles", LONG, pair -> (long) pair.likeness.size())
          .column("other_shingles", LONG, pair -> (long) pair.likeness.otherSize())
          .column("jaccard", DOUBLE, pair -> pair.likeness.jaccard())
          .column("containment", DOUBLE, pair -> pair.likeness.containment())
          .build();

  private CopyPairs() {}

  /** Two articles, and how similar they are. */
  private record CopyPair(CopyMember article, CopyMember other, PairSimilarity likeness) {

    static CopyPair of(PairSimilarity likeness, Map<Integer, CopyMember> members) {
      return new CopyPair(members.get(likeness.article()), members.get(likeness.other()), likeness);
    }

    String kind() {
      boolean areOfOneSource = article.source() != null && article.source().equals(other.source());
      return areOfOneSource ? CopyRole.OWN_UPDATE.label() : likeness.kind();
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
