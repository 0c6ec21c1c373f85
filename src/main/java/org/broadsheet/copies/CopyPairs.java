package org.broadsheet.copies;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.table.ComputedRows;

/** The table {@code copy_pairs}: which two articles are copies, and of what kind. */
public final class CopyPairs {

  private static final StructType SCHEMA =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("other_article_id", DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("shared_shingles", DataTypes.LongType)
          .add("shingles", DataTypes.LongType)
          .add("other_shingles", DataTypes.LongType)
          .add("jaccard", DataTypes.DoubleType)
          .add("containment", DataTypes.DoubleType);

  private CopyPairs() {}

  /**
   * Computes the table.
   *
   * @param copies the copies
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(Copies copies) {
    Broadcast<HashMap<Integer, CopyMember>> members = copies.shared(copies.members());
    return ComputedRows.of(
        copies.spark(), copies.pairs().map(pair -> row(pair, members.value())), SCHEMA);
  }

  private static Row row(Likeness pair, Map<Integer, CopyMember> members) {
    CopyMember article = members.get(pair.article());
    CopyMember other = members.get(pair.other());
    boolean areOfOneOutlet = article.source() != null && article.source().equals(other.source());
    return RowFactory.create(
        article.id(),
        other.id(),
        areOfOneOutlet ? "own_update" : pair.kind(),
        (long) pair.shared(),
        (long) pair.size(),
        (long) pair.otherSize(),
        pair.jaccard(),
        pair.containment());
  }
}
