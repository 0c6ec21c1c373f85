package org.broadsheet.copies;

import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.table.RowEncoder;

/** The table {@code copy_groups}: stories that were printed more than once. */
public final class CopyGroups {

  private static final RowEncoder<CopyMember> FIRST =
      RowEncoder.<CopyMember>unpublished()
          .column("first_article_id", STRING, CopyMember::id)
          .column("first_source", STRING, CopyMember::source)
          .build();

  private static final RowEncoder<CopyGroup> ROWS =
      RowEncoder.<CopyGroup>of("copy_groups")
          .column("copy_group_id", STRING, CopyGroup::id)
          .column("articles", LONG, group -> (long) group.members().size())
          .column("sources", LONG, CopyGroup::sources)
          .column("own_updates", LONG, CopyGroup::ownUpdates)
          .column("agency", STRING, CopyGroup::agency)
          .columns(FIRST, CopyGroup::first)
          .column("first_date", DATE, CopyGroup::firstDate)
          .column("last_date", DATE, CopyGroup::lastDate)
          .build();

  private CopyGroups() {}

  /**
   * Computes the table.
   *
   * @param copies the copies
   * @return its rows
   */
  public static Dataset<Row> table(Copies copies) {
    CopyGroupList groups = copies.groups();
    Broadcast<CopyGroupList> shared = copies.shared(groups);
    return ROWS.rows(copies.spark(), copies.numbers(groups.size()).map(i -> shared.value().get(i)));
  }
}
