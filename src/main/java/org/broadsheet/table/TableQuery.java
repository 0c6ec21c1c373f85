package org.broadsheet.table;

import java.util.List;

/**
 * Which rows of a table to read.
 *
 * @param table the table
 * @param columns columns, empty for all
 * @param where a condition in SQL, or null
 * @param order an order in SQL, or null for the order of the grain
 * @param limit most rows
 */
public record TableQuery(
    ResultTable table, List<String> columns, String where, String order, int limit) {

  String sql(String directory) {
    String chosen = columns.isEmpty() ? "*" : String.join(", ", columns);
    String files = (directory + "/" + table.name() + "/*.parquet").replace("'", "''");
    return "SELECT "
        + chosen
        + " FROM read_parquet('"
        + files
        + "')"
        + (where == null ? "" : " WHERE " + where)
        + " ORDER BY "
        + (order == null ? String.join(", ", table.grain()) : order)
        + " LIMIT "
        + limit;
  }
}
