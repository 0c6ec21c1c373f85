package org.broadsheet.copies;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code copy_groups}: stories that were printed more than once. */
public final class CopyGroups {

  private static final StructType SCHEMA =
      new StructType()
          .add("copy_group_id", DataTypes.StringType)
          .add("articles", DataTypes.LongType)
          .add("sources", DataTypes.LongType)
          .add("own_updates", DataTypes.LongType)
          .add("agency", DataTypes.StringType)
          .add("first_article_id", DataTypes.StringType)
          .add("first_source", DataTypes.StringType)
          .add("first_date", DataTypes.DateType)
          .add("last_date", DataTypes.DateType);

  private CopyGroups() {}

  /**
   * Computes the table.
   *
   * @param copies the copies
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(Copies copies) {
    List<Row> rows = copies.groups().stream().map(CopyGroups::row).toList();
    return copies.spark().createDataFrame(rows, SCHEMA);
  }

  private static Row row(CopyGroup group) {
    CopyMember first = group.first();
    return RowFactory.create(
        group.id(),
        (long) group.members().size(),
        group.sources(),
        group.roles().stream().filter(CopyRole.OWN_UPDATE::equals).count(),
        group.agency(),
        first == null ? null : first.id(),
        first == null ? null : first.source(),
        group.firstDate(),
        group.lastDate());
  }
}
