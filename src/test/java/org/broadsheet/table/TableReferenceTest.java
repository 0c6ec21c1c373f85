package org.broadsheet.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.TestSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TableReferenceTest {

  private static final ResultTable QUOTES =
      new ResultTable(
          "quotes",
          "corpus",
          "A table's \"name\"; with -- marks.\n",
          List.of("id"),
          List.of(
              new ColumnDefinition(
                  "id",
                  "long",
                  true,
                  1.0,
                  null,
                  false,
                  "The row's number; it isn't ''quoted''.",
                  "1"),
              new ColumnDefinition(
                  "text", "string", false, null, null, true, "Only if asked.", "a | b")));

  static List<ResultTable> tables() {
    return ResultTable.all();
  }

  private static JsonNode dataPackage(String name, List<ResultTable> tables)
      throws JsonProcessingException {
    return new ObjectMapper().readTree(TableReference.dataPackage(name, tables));
  }

  @Test
  void theDataPackageDescribesEveryTableAndColumn() throws JsonProcessingException {
    JsonNode data = dataPackage("sample", tables());
    assertEquals("sample", data.get("name").asText());
    assertEquals(tables().size(), data.get("resources").size());
    for (int t = 0; t < tables().size(); t++) {
      ResultTable table = tables().get(t);
      JsonNode resource = data.get("resources").get(t);
      assertEquals(table.name(), resource.get("name").asText());
      assertEquals(table.about().strip(), resource.get("description").asText());
      assertEquals(table.name() + "/*.parquet", resource.get("path").get(0).asText());
      JsonNode schema = resource.get("schema");
      assertEquals(table.grain().size(), schema.get("primaryKey").size());
      assertEquals(table.columns().size(), schema.get("fields").size());
      for (int c = 0; c < table.columns().size(); c++) {
        checkField(table.columns().get(c), schema.get("fields").get(c));
      }
    }
  }

  private static void checkField(ColumnDefinition column, JsonNode field) {
    assertEquals(column.name(), field.get("name").asText());
    assertEquals(column.about().strip(), field.get("description").asText());
    assertEquals(column.example(), field.get("example").asText());
    Set<String> frictionless =
        Set.of("string", "integer", "number", "boolean", "date", "datetime", "array", "object");
    assertTrue(frictionless.contains(field.get("type").asText()), field.toString());
    JsonNode constraints = field.path("constraints");
    assertEquals(column.required(), constraints.path("required").asBoolean(false));
    assertEquals(column.min() != null, constraints.has("minimum"));
    assertEquals(column.max() != null, constraints.has("maximum"));
  }

  @Test
  void theTypesOfTheDataPackageAreThoseOfTheColumns() throws JsonProcessingException {
    JsonNode fields = null;
    for (JsonNode resource : dataPackage("sample", tables()).get("resources")) {
      fields =
          resource.get("name").asText().equals("articles")
              ? resource.get("schema").get("fields")
              : fields;
    }
    Map<String, String> types = new LinkedHashMap<>();
    fields.forEach(field -> types.put(field.get("name").asText(), field.get("type").asText()));
    assertEquals("string", types.get("title"));
    assertEquals("integer", types.get("words"));
    assertEquals("integer", types.get("record_no"));
    assertEquals("number", types.get("language_confidence"));
    assertEquals("date", types.get("published_date"));
    assertEquals("datetime", types.get("published_at"));
    assertEquals("array", types.get("authors"));
    assertEquals("object", types.get("extra"));
  }

  @ParameterizedTest
  @CsvSource({
    "sample, sample",
    "My Job, my-job",
    "Ärger & Söhne, -rger-s-hne",
    "a/b\\c\"d, a-b-c-d",
    "港口 2026, -2026",
    "港口, run",
    "Порт, run",
    "..., run",
    "'', run"
  })
  void theNameOfADataPackageIsAUsableOne(String name, String expected)
      throws JsonProcessingException {
    JsonNode data = dataPackage(name, List.of());
    assertEquals(expected, data.get("name").asText());
    assertEquals(name, data.get("title").asText());
  }

  private static String duckType(ColumnDefinition column) {
    return switch (column.type()) {
      case "string" -> "VARCHAR";
      case "int" -> "INTEGER";
      case "long" -> "BIGINT";
      case "double" -> "DOUBLE";
      case "boolean" -> "BOOLEAN";
      case "date" -> "DATE";
      case "timestamp" -> "TIMESTAMP WITH TIME ZONE";
      case "strings" -> "VARCHAR[]";
      case "longs" -> "BIGINT[]";
      case "string_map" -> "MAP(VARCHAR, VARCHAR)";
      case "count_map" -> "MAP(VARCHAR, BIGINT)";
      default -> throw new AssertionError("a type that the test does not know: " + column.type());
    };
  }

  /** Writes a row of nulls for each table, by DuckDB itself. */
  private static void write(Path run, List<ResultTable> tables, Statement sql)
      throws IOException, SQLException {
    for (ResultTable table : tables) {
      Path folder = Files.createDirectories(run.resolve(table.name()));
      String columns =
          table.columns().stream()
              .map(column -> "NULL::" + duckType(column) + " AS \"" + column.name() + "\"")
              .collect(Collectors.joining(", "));
      sql.execute(
          "COPY (SELECT "
              + columns
              + ") TO '"
              + folder.resolve("part-0.parquet").toString().replace("'", "''")
              + "' (FORMAT parquet)");
    }
  }

  private static Map<String, String> comments(Statement sql) throws SQLException {
    Map<String, String> comments = new LinkedHashMap<>();
    try (ResultSet rows =
        sql.executeQuery(
            "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal UNION ALL "
                + "SELECT table_name || '.' || column_name, comment FROM duckdb_columns() "
                + "WHERE NOT internal")) {
      while (rows.next()) {
        comments.put(rows.getString(1), rows.getString(2));
      }
    }
    return comments;
  }

  /** The tables as they are published where the job does not ask for optional columns. */
  private static List<ResultTable> withoutOptionalColumns(List<ResultTable> tables) {
    return tables.stream()
        .map(
            table ->
                new ResultTable(
                    table.name(),
                    table.group(),
                    table.about(),
                    table.grain(),
                    table.columns().stream().filter(column -> !column.optional()).toList()))
        .toList();
  }

  private static void checkScript(Path run, List<ResultTable> tables)
      throws SQLException, IOException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duckDb.createStatement()) {
      write(run, tables, sql);
      sql.execute("SET file_search_path = '" + run + "'");
      String script = TableReference.duckDbScript(tables);
      sql.execute(script);
      sql.execute(script); // A second time, as after a new start.
      Map<String, String> comments = comments(sql);
      for (ResultTable table : tables) {
        try (ResultSet rows = sql.executeQuery("SELECT count(*) FROM " + table.name())) {
          assertTrue(rows.next());
          assertEquals(1, rows.getLong(1), table.name());
        }
        assertEquals(table.about().strip(), comments.get(table.name()));
        for (ColumnDefinition column : table.columns()) {
          String name = table.name() + "." + column.name();
          assertEquals(column.about().strip(), comments.get(name), name);
        }
      }
    }
  }

  @Test
  void theScriptForDuckDbOpensAndDescribesTheTables(@TempDir Path run)
      throws SQLException, IOException {
    checkScript(run, tables());
  }

  @Test
  void theScriptForDuckDbDoesNotNeedOptionalColumns(@TempDir Path run)
      throws SQLException, IOException {
    assertTrue(
        tables().stream().flatMap(t -> t.columns().stream()).anyMatch(ColumnDefinition::optional));
    checkScript(run, withoutOptionalColumns(tables()));
  }

  @Test
  void apostrophesAreQuoted(@TempDir Path run) throws SQLException, IOException {
    checkScript(run, List.of(QUOTES));
    checkScript(run, withoutOptionalColumns(List.of(QUOTES)));
  }

  /**
   * What means something to a quoted text, to a pattern, to the reader of variables, or to none.
   */
  @Test
  void theScriptForSparkOpensPathsOfAnyName(@TempDir Path folder) throws SQLException, IOException {
    SparkSession spark = TestSession.start();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duckDb.createStatement()) {
      for (String name :
          List.of(
              "Jane's \\ runs",
              "\\'; --",
              "'' \\\\u0041 \\%",
              "[2026] {a,b} *?",
              "${x} $1 ${spark.app.id}",
              "a\n\tb",
              "Zürich 東京")) {
        Path run = Files.createDirectories(folder.resolve(name));
        write(run, List.of(QUOTES), sql);
        String script = TableReference.sparkScript(List.of(QUOTES), "file:" + run);
        assertEquals(3, script.lines().count(), script);
        spark.sql(script.lines().skip(2).findFirst().orElseThrow().replaceFirst(";$", ""));
        assertEquals(1, spark.table("quotes").count(), script);
      }
    } finally {
      spark.stop();
    }
  }

  @Test
  void literalsOfSparkTakeTheMeaningFromMarksByABackslash() {
    String script = TableReference.sparkScript(List.of(QUOTES), "/Jane's/$1");
    assertTrue(script.contains("(path '/Jane\\'s/\\u00241/quotes');"), script);
  }

  @Test
  void theScriptForSparkOpensEveryTable() {
    String script = TableReference.sparkScript(tables(), "s3a://bucket/out/runs/1");
    for (ResultTable table : tables()) {
      assertTrue(
          script.contains(
              "CREATE OR REPLACE TEMPORARY VIEW "
                  + table.name()
                  + " USING parquet OPTIONS (path 's3a://bucket/out/runs/1/"
                  + table.name()
                  + "');"),
          script);
    }
  }

  @Test
  void theReadmeListsTheTablesWithTheirRows() {
    Map<ResultTable, Long> rows = new LinkedHashMap<>();
    rows.put(ResultTable.named("articles"), 1_234_567L);
    rows.put(ResultTable.named("terms"), 0L);
    String readme = TableReference.readme("sample", "20261231-1", rows);
    assertTrue(readme.startsWith("# sample, run 20261231-1\n"), readme);
    assertTrue(readme.contains("| `articles` | 1,234,567 | One accepted article"), readme);
    assertTrue(readme.contains("| `terms` | 0 | "), readme);
    assertFalse(readme.contains("`sources` |"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNameIsShownInTheReadmeAsItIs(String name, String written) {
    String readme = TableReference.readme(name, "1", Map.of());
    assertTrue(readme.startsWith("# " + written + ", run 1\n\n"), readme);
  }

  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("Jane's 50% sample, no. 2-b", "Jane's 50% sample, no. 2-b"),
        Arguments.of(
            "a|b <img src=x> [x](javascript:1)\n# y",
            "a\\|b &lt;img src\\=x&gt; \\[x\\]\\(javascript\\:1\\) \\# y"),
        Arguments.of("a\\*b* `c` &lt; $1", "a\\\\\\*b\\* \\`c\\` &amp;lt; \\$1"),
        Arguments.of(" \u001b[2J\u202e ", "\ufffd\\[2J\ufffd"),
        Arguments.of("港口", "港口"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theReferenceInMarkdownHasARowForEachColumn(ResultTable table) {
    String text = TableReference.markdown(table);
    assertTrue(text.startsWith("### " + table.name() + "\n"));
    assertTrue(text.contains("One row for each: `" + String.join("`, `", table.grain()) + "`."));
    List<String> rows = text.lines().filter(line -> line.startsWith("| `")).toList();
    assertEquals(table.columns().size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      ColumnDefinition column = table.columns().get(i);
      assertTrue(rows.get(i).startsWith("| `" + column.name() + "` | " + column.sqlType() + " | "));
      assertEquals(
          5, rows.get(i).chars().filter(c -> c == '|').count(), "four cells: " + rows.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theReferenceForATerminalKeepsToItsWidth(ResultTable table) {
    for (int width : new int[] {60, 80, 120}) {
      String text = TableReference.plain(table, width);
      for (String line : text.lines().toList()) {
        assertTrue(line.length() <= width || !line.strip().contains(" "), width + ": " + line);
      }
      for (ColumnDefinition column : table.columns()) {
        assertTrue(text.contains("\n  " + column.name() + "  " + column.sqlType() + "\n"));
      }
    }
    String joined = TableReference.plain(table, 80).replaceAll("\\s+", " ");
    for (ColumnDefinition column : table.columns()) {
      assertTrue(joined.contains(column.about().strip().replaceAll("\\s+", " ")), column.name());
    }
  }
}
