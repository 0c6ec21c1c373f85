package org.broadsheet.copies;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.broadsheet.table.ColumnType.STRING;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.broadsheet.table.RowEncoder;

/** The group of copies of each article that is in one, and its role in it. */
final class CopyMarks implements Serializable {

  private static final RowEncoder<CopyMark> ROWS =
      RowEncoder.<CopyMark>unpublished()
          .column("copy_group_id", STRING, CopyMark::group)
          .column("copy_role", STRING, mark -> mark.role.label())
          .column("copy_group_agency", STRING, CopyMark::agency)
          .build();

  private static final CopyRole[] ROLES = CopyRole.values();

  /** For each article that is in a group, the number of its group and its role in one number. */
  private final ArticleNumbers numbers;

  /** The ids of the groups, as {@link ShingleBlocks#id} makes them. */
  private final long[] groups;

  /** The agency of each group, or null. */
  private final String[] agencies;

  private CopyMarks(ArticleNumbers numbers, long[] groups, String[] agencies) {
    this.numbers = numbers;
    this.groups = groups;
    this.agencies = agencies;
  }

  /**
   * What an article is in its group.
   *
   * @param group the id of the group
   * @param role the role of the article
   * @param agency the agency of the group, or null
   */
  private record CopyMark(String group, CopyRole role, String agency) {}

  /** The marks of all articles that are in a group. */
  static CopyMarks of(List<CopyGroup> all) {
    ArticleNumbers.ArticleNumbersBuilder numbers = new ArticleNumbers.ArticleNumbersBuilder();
    long[] groups = new long[all.size()];
    String[] agencies = new String[all.size()];
    for (int number = 0; number < all.size(); number++) {
      CopyGroup group = all.get(number);
      groups[number] = ShingleBlocks.id(group.id());
      agencies[number] = group.agency();
      List<CopyRole> roles = group.roles();
      for (int i = 0; i < roles.size(); i++) {
        numbers.add(group.members().get(i).id(), number * ROLES.length + roles.get(i).ordinal());
      }
    }
    return new CopyMarks(numbers.build(), groups, agencies);
  }

  /** The mark of an article as a row; null if it is in no group. */
  private Row row(String articleId) {
    int number = numbers.get(articleId);
    if (number == ArticleNumbers.NONE) {
      return null;
    }
    int group = number / ROLES.length;
    return ROWS.row(
        new CopyMark(
            ShingleBlocks.articleId(groups[group]), ROLES[number % ROLES.length], agencies[group]));
  }

  /** Adds the columns of the marks to articles. */
  static Dataset<Row> added(Dataset<Row> articles, Broadcast<CopyMarks> marks) {
    UserDefinedFunction mark = udf((UDF1<String, Row>) id -> marks.value().row(id), ROWS.schema());
    return articles
        .withColumn("copy", mark.apply(col("article_id")))
        .withColumn("copy_group_id", col("copy.copy_group_id"))
        .withColumn("copy_group_agency", col("copy.copy_group_agency"))
        .withColumn("copy_role", coalesce(col("copy.copy_role"), lit(CopyRole.SINGLE.label())))
        .drop("copy");
  }
}
