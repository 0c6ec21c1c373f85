package org.broadsheet.copies;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.HashMap;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.broadsheet.table.RowEncoder;

/** Marks articles with their group of copies and their role in it. */
final class CopyMarks {

  private static final RowEncoder<CopyMark> ROWS =
      RowEncoder.<CopyMark>unpublished()
          .column("copy_group_id", STRING, CopyMark::group)
          .column("copy_role", STRING, mark -> mark.role.label())
          .column("copy_group_agency", STRING, CopyMark::agency)
          .build();

  private CopyMarks() {}

  /**
   * What an article is in its group.
   *
   * @param group the id of the group
   * @param role the role of the article
   * @param agency the agency of the group, or null
   */
  private record CopyMark(String group, CopyRole role, String agency) {}

  /** The mark of each article that is in a group, by article_id. */
  static HashMap<String, Row> of(List<CopyGroup> groups) {
    HashMap<String, Row> marks = new HashMap<>();
    for (CopyGroup group : groups) {
      List<CopyRole> roles = group.roles();
      String agency = group.agency();
      for (int i = 0; i < roles.size(); i++) {
        CopyMark mark = new CopyMark(group.id(), roles.get(i), agency);
        marks.put(group.members().get(i).id(), ROWS.row(mark));
      }
    }
    return marks;
  }

  /** Adds the columns of the marks to articles. */
  static Dataset<Row> added(Dataset<Row> articles, Broadcast<HashMap<String, Row>> marks) {
    UserDefinedFunction mark = udf((UDF1<String, Row>) id -> marks.value().get(id), ROWS.schema());
    return articles
        .withColumn("copy", mark.apply(col("article_id")))
        .withColumn("copy_group_id", col("copy.copy_group_id"))
        .withColumn("copy_group_agency", col("copy.copy_group_agency"))
        .withColumn("copy_role", coalesce(col("copy.copy_role"), lit(CopyRole.SINGLE.label())))
        .drop("copy");
  }
}
