package org.broadsheet.job;

import java.util.List;
import org.broadsheet.table.Counts;
import org.broadsheet.table.ResultTable;

/**
 * A table as it was written.
 *
 * @param table the declaration of what was published
 * @param rows its rows, as its files count them
 * @param bytes the size of its files
 */
record WrittenTable(ResultTable table, long rows, long bytes) {

  static String summary(List<WrittenTable> tables) {
    long rows = tables.stream().mapToLong(WrittenTable::rows).sum();
    return Counts.of(tables.size(), "table") + ", " + Counts.of(rows, "row");
  }
}
