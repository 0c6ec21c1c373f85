package org.broadsheet.show;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.broadsheet.UserException;
import org.broadsheet.table.Plural;
import org.broadsheet.table.ResultTable;

/** Reads published tables by DuckDB, and prints them. */
public final class TableReader {

  private TableReader() {}

  /**
   * What was printed.
   *
   * @param rows the rows that were printed
   * @param all the rows that there are without a limit
   */
  public record Shown(long rows, long all) {

    /**
     * Whether the limit left rows out.
     *
     * @return whether there are more
     */
    public boolean isCut() {
      return rows < all;
    }

    /** For example {@code 20 of 1,234 rows}. */
    @Override
    public String toString() {
      return isCut()
          ? String.format(Locale.ROOT, "%,d of %,d rows", rows, all)
          : Plural.of(rows, "row");
    }
  }

  /**
   * Prints rows of a table.
   *
   * @param run the directory of the run
   * @param query which rows
   * @param hadoop the settings of the file systems
   * @param format how
   * @param out where to
   * @return how many were printed, and of how many
   * @throws UserException if the table was not published, the query is wrong, or DuckDB is not
   *     there
   */
  public static Shown print(
      org.apache.hadoop.fs.Path run,
      TableQuery query,
      Configuration hadoop,
      RowFormat format,
      PrintStream out) {
    try (TableFiles files = TableFiles.of(run, query.table(), hadoop);
        Connection connection = DuckDb.open();
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute(view(query.table(), files.paths()));
      ResultRows rows = new ResultRows(statement.executeQuery(query.sql()), query);
      format.print(rows.columns, rows, out);
      return new Shown(
          rows.read, query.mayLeaveOut(rows.read) ? count(statement, query) : rows.read);
    } catch (SQLException e) {
      throw refusal(e, query);
    }
  }

  private static UserException refusal(SQLException e, TableQuery query) {
    String reason = e.getMessage().lines().findFirst().orElse("");
    return new UserException("the query does not work: " + reason + "\n  " + query.sql());
  }

  private static String view(ResultTable table, List<Path> files) {
    return files.stream()
        .map(file -> "'" + file.toString().replace("'", "''") + "'")
        .collect(
            Collectors.joining(
                ", ", "CREATE VIEW " + table.name() + " AS SELECT * FROM read_parquet([", "])"));
  }

  private static long count(Statement statement, TableQuery query) throws SQLException {
    try (ResultSet count = statement.executeQuery(query.countSql())) {
      count.next();
      return count.getLong(1);
    }
  }

  /** The rows of a result, one after the other. */
  private static final class ResultRows implements Iterator<Object[]> {
    private final ResultSet result;
    private final TableQuery query;
    private final List<String> columns = new ArrayList<>();
    private Object[] upcoming;
    private long read;

    ResultRows(ResultSet result, TableQuery query) throws SQLException {
      this.result = result;
      this.query = query;
      ResultSetMetaData about = result.getMetaData();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        columns.add(about.getColumnName(i));
      }
      // Before anything is printed, so that a query that fails prints nothing.
      upcoming = row();
    }

    @Override
    public boolean hasNext() {
      return upcoming != null;
    }

    @Override
    public Object[] next() {
      if (upcoming == null) {
        throw new NoSuchElementException();
      }
      Object[] row = upcoming;
      try {
        upcoming = row();
      } catch (SQLException e) {
        throw refusal(e, query);
      }
      read++;
      return row;
    }

    /** The next row; null after the last one. */
    private Object[] row() throws SQLException {
      if (!result.next()) {
        return null;
      }
      Object[] row = new Object[columns.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = value(result.getObject(i + 1));
      }
      return row;
    }

    private static Object value(Object value) throws SQLException {
      if (value instanceof OffsetDateTime instant) {
        return instant.toInstant();
      }
      return value instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : value;
    }
  }
}
