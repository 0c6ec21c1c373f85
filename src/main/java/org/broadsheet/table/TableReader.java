package org.broadsheet.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.UserException;

/** Reads published tables by DuckDB, and prints them. */
public final class TableReader {

  /** The ways to print rows. */
  public enum Format {
    /** Aligned columns, long values cut. */
    TABLE,
    /** Comma-separated values with a header, as RFC 4180 has them. */
    CSV,
    /** One JSON object a line. */
    JSON
  }

  private static final int WIDEST = 48;
  private static final ObjectMapper JSON = new ObjectMapper();

  private TableReader() {}

  /**
   * Prints rows of a table.
   *
   * @param directory the directory of the run
   * @param query which rows
   * @param format how
   * @param out where to
   * @throws UserException if the table was not published, the query is wrong, or DuckDB is not
   *     there
   */
  public static void print(String directory, TableQuery query, Format format, PrintStream out) {
    Rows rows = read(partFiles(directory, query.table()), query);
    switch (format) {
      case TABLE -> printTable(rows, out);
      case CSV -> printCsv(rows, out);
      case JSON -> printJson(rows, out);
      default -> throw new IllegalStateException(format.toString());
    }
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

  private record Rows(List<String> columns, List<Object[]> values) {}

  private static Rows read(List<Path> files, TableQuery query) {
    try {
      Class.forName("org.duckdb.DuckDBDriver");
    } catch (ClassNotFoundException e) {
      throw new UserException(
          "show needs DuckDB, which lies beside the jar in target/lib: start it with java -jar, not with spark-submit");
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute(view(query.table(), files));
      return rows(statement.executeQuery(query.sql()));
    } catch (SQLException e) {
      throw new UserException(
          "the query does not work: "
              + e.getMessage().lines().findFirst().orElse("")
              + "\n  "
              + query.sql());
    }
  }

  private static String view(ResultTable table, List<Path> files) {
    return files.stream()
        .map(file -> "'" + file.toString().replace("'", "''") + "'")
        .collect(
            Collectors.joining(
                ", ", "CREATE VIEW " + table.name() + " AS SELECT * FROM read_parquet([", "])"));
  }

  private static Rows rows(ResultSet result) throws SQLException {
    ResultSetMetaData about = result.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= about.getColumnCount(); i++) {
      columns.add(about.getColumnName(i));
    }
    List<Object[]> values = new ArrayList<>();
    while (result.next()) {
      Object[] row = new Object[columns.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = value(result.getObject(i + 1));
      }
      values.add(row);
    }
    return new Rows(columns, values);
  }

  private static Object value(Object value) throws SQLException {
    if (value instanceof OffsetDateTime instant) {
      return instant.toInstant();
    }
    return value instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : value;
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return value instanceof Double number ? shortened(number) : value.toString();
  }

  /** Six significant digits are enough to look at. */
  private static String shortened(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.format(Locale.ROOT, "%.1f", number);
    }
    return String.valueOf(
        new java.math.BigDecimal(number).round(new java.math.MathContext(6)).doubleValue());
  }

  private static void printTable(Rows rows, PrintStream out) {
    List<String[]> cells = new ArrayList<>();
    cells.add(rows.columns.toArray(String[]::new));
    for (Object[] row : rows.values) {
      cells.add(Arrays.stream(row).map(value -> cut(text(value))).toArray(String[]::new));
    }
    int[] widths = new int[rows.columns.size()];
    for (String[] line : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line[i].codePointCount(0, line[i].length()));
      }
    }
    for (int i = 0; i < cells.size(); i++) {
      out.println(line(cells.get(i), widths, i == 0 ? null : rows.values.get(i - 1)));
      if (i == 0) {
        out.println(Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
      }
    }
    out.printf(Locale.ROOT, "(%d rows)%n", rows.values.size());
  }

  private static String line(String[] cells, int[] widths, Object[] values) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String pad = " ".repeat(widths[i] - cells[i].codePointCount(0, cells[i].length()));
      boolean right = values != null && values[i] instanceof Number;
      line.append(right ? pad + cells[i] : cells[i] + pad).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= WIDEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }

  private static void printCsv(Rows rows, PrintStream out) {
    out.println(String.join(",", rows.columns));
    for (Object[] row : rows.values) {
      out.println(Arrays.stream(row).map(TableReader::csv).collect(Collectors.joining(",")));
    }
  }

  private static String csv(Object value) {
    String text = value instanceof Double ? value.toString() : text(value);
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static void printJson(Rows rows, PrintStream out) {
    for (Object[] row : rows.values) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < row.length; i++) {
        boolean plain =
            row[i] == null
                || row[i] instanceof Number
                || row[i] instanceof Boolean
                || row[i] instanceof List
                || row[i] instanceof Map;
        object.put(rows.columns.get(i), plain ? row[i] : row[i].toString());
      }
      try {
        out.println(JSON.writeValueAsString(object));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
