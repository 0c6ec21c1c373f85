package org.broadsheet.show;

import java.util.List;
import org.broadsheet.table.ResultTable;

/**
 * Which rows of a table to read.
 *
 * @param table the table
 * @param columns columns, empty for all
 * @param where a condition in SQL, or null
 * @param order an order in SQL, or null for the order of the grain
 * @param limit most rows, 0 for all
 */
public record TableQuery(
    ResultTable table, List<String> columns, String where, String order, int limit) {

  /** The query, of a view with the name of the table. */
  String sql() {
    return selection()
        + " ORDER BY "
        + (order == null ? String.join(", ", table.grain()) : order + "\n")
        + (limit == 0 ? "" : " LIMIT " + limit);
  }

  /** How many rows there are without the limit. */
  String countSql() {
    return "SELECT count(*) FROM (" + selection() + ")";
  }

  private String selection() {
    String chosen = columns.isEmpty() ? "*" : String.join(", ", columns);
    // A comment at the end of what the user wrote must not take in what follows: hence the lines.
    return "SELECT "
        + chosen
        + " FROM "
        + table.name()
        + (where == null ? "" : " WHERE (" + where + "\n)");
  }

  /** Whether the limit may have left out rows, given how many were read. */
  boolean mayLeaveOut(long rows) {
    return limit > 0 && rows == limit;
  }
}
