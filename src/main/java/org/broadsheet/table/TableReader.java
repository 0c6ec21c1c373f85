package org.broadsheet.table;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
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
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.UserException;

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
          : String.format(Locale.ROOT, "%,d rows", rows);
    }
  }

  /**
   * Prints rows of a table.
   *
   * @param directory the directory of the run
   * @param query which rows
   * @param format how
   * @param out where to
   * @return how many were printed, and of how many
   * @throws UserException if the table was not published, the query is wrong, or DuckDB is not
   *     there
   */
  public static Shown print(String directory, TableQuery query, RowFormat format, PrintStream out) {
    List<Path> files = partFiles(directory, query.table());
    requireDuckDb();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", rowByRow());
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute(view(query.table(), files));
      Rows rows = new Rows(statement.executeQuery(query.sql()), query);
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

  /** The files of a table, named one by one: a path may look like a pattern. */
  private static List<Path> partFiles(String directory, ResultTable table) {
    Path folder = Path.of(directory, table.name());
    if (!Files.isDirectory(folder)) {
      throw UserException.of(
          "the run in %s has no table %s; its job did not ask for it", directory, table.name());
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    } catch (IOException e) {
      throw UserException.of("%s cannot be listed (%s)", folder, e.getMessage());
    }
  }

  private static void requireDuckDb() {
    try {
      Class.forName("org.duckdb.DuckDBDriver");
    } catch (ClassNotFoundException e) {
      throw new UserException(
          "show needs DuckDB, which lies beside the jar in target/lib: start it with java -jar, not with spark-submit");
    }
  }

  /** A whole table may be longer than the memory. */
  private static Properties rowByRow() {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    return properties;
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
  private static final class Rows implements Iterator<Object[]> {
    private final ResultSet result;
    private final TableQuery query;
    private final List<String> columns = new ArrayList<>();
    private Object[] upcoming;
    private long read;

    Rows(ResultSet result, TableQuery query) throws SQLException {
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
