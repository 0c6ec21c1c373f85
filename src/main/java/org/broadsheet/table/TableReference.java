package org.broadsheet.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.Printable;

/** What is said about result tables, in several languages; all of it from their declarations. */
public final class TableReference {

  /** Marks that Markdown gives a meaning within a line; those of HTML are written as entities. */
  private static final Pattern MARKDOWN = Pattern.compile("[\\p{Punct}&&[^-.,;/'\"%?]]");

  /** Characters that Spark interprets in a path. */
  private static final Pattern GLOB = Pattern.compile("[\\\\{}\\[\\]*?]");

  /** Characters that spark-sql changes in a literal before Spark parses it. */
  private static final Pattern NUMBERED = Pattern.compile("[$\\p{Cc}]");

  private TableReference() {}

  /**
   * The descriptor of a run for Frictionless Data tools.
   *
   * @param name the name of the job
   * @param tables the published tables
   * @return {@code datapackage.json}
   */
  public static String dataPackage(String name, List<ResultTable> tables) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", packageName(name));
    data.put("title", name);
    data.put("resources", tables.stream().map(TableReference::resource).toList());
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(data) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Frictionless allows small Latin letters, digits and three marks in names. */
  private static String packageName(String name) {
    String usable = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    return usable.matches(".*[a-z0-9].*") ? usable : "run";
  }

  private static Map<String, Object> resource(ResultTable table) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", table.columns().stream().map(TableReference::field).toList());
    schema.put("primaryKey", table.grain());
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("name", table.name());
    resource.put("description", table.about().strip());
    resource.put("path", List.of(table.name() + "/*.parquet"));
    resource.put("format", "parquet");
    resource.put("schema", schema);
    return resource;
  }

  private static Map<String, Object> field(ColumnDefinition column) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    field.put("type", frictionlessType(column.type()));
    field.put("description", column.about().strip());
    field.put("example", column.example());
    Map<String, Object> constraints = new LinkedHashMap<>();
    if (column.required()) {
      constraints.put("required", true);
    }
    if (column.min() != null) {
      constraints.put("minimum", column.min());
    }
    if (column.max() != null) {
      constraints.put("maximum", column.max());
    }
    if (!constraints.isEmpty()) {
      field.put("constraints", constraints);
    }
    return field;
  }

  private static String frictionlessType(String type) {
    return switch (type) {
      case "int", "long" -> "integer";
      case "double" -> "number";
      case "timestamp" -> "datetime";
      case "strings", "longs" -> "array";
      case "string_map", "count_map" -> "object";
      default -> type;
    };
  }

  /**
   * A script that opens the tables in DuckDB: a view for each, with comments.
   *
   * @param tables the published tables
   * @return {@code open.sql}
   */
  public static String duckDbScript(List<ResultTable> tables) {
    StringBuilder sql = new StringBuilder("-- In DuckDB, from this directory: .read open.sql\n");
    for (ResultTable table : tables) {
      sql.append(
          "\nCREATE OR REPLACE VIEW %1$s AS SELECT * FROM read_parquet('%1$s/*.parquet');%n"
              .formatted(table.name()));
      sql.append("COMMENT ON VIEW %s IS %s;%n".formatted(table.name(), quoted(table.about())));
      for (ColumnDefinition column : table.columns()) {
        sql.append(
            "COMMENT ON COLUMN %s.%s IS %s;%n"
                .formatted(table.name(), column.name(), quoted(column.about())));
      }
    }
    return sql.toString();
  }

  /**
   * A script that opens the tables in Spark SQL: a temporary view for each.
   *
   * @param tables the published tables
   * @param directory the directory of the run
   * @return {@code open-spark.sql}
   */
  public static String sparkScript(List<ResultTable> tables, String directory) {
    StringBuilder sql = new StringBuilder("-- In Spark SQL: spark-sql -i open-spark.sql\n\n");
    for (ResultTable table : tables) {
      sql.append(
          "CREATE OR REPLACE TEMPORARY VIEW %s USING parquet OPTIONS (path %s);%n"
              .formatted(table.name(), sparkLiteral(glob(directory + "/" + table.name()))));
    }
    return sql.toString();
  }

  /** Spark reads a path as a pattern as soon as it contains one of these characters. */
  private static String glob(String path) {
    return GLOB.matcher(path).replaceAll("\\\\$0");
  }

  /**
   * A literal of Spark: a backslash escapes the character after it. Before that, variables such as
   * {@code ${x}} are filled in, and a script is cut into lines, so that dollars and line breaks are
   * written by their numbers.
   */
  private static String sparkLiteral(String text) {
    String escaped = text.replace("\\", "\\\\").replace("'", "\\'");
    return "'"
        + NUMBERED
            .matcher(escaped)
            .replaceAll(c -> String.format(Locale.ROOT, "\\\\u%04X", (int) c.group().charAt(0)))
        + "'";
  }

  private static String quoted(String text) {
    return "'" + text.strip().replace("'", "''") + "'";
  }

  /**
   * The README of a run.
   *
   * @param job the name of the job
   * @param runId the id of the run
   * @param rows rows by published table
   * @return Markdown
   */
  public static String readme(String job, String runId, Map<ResultTable, Long> rows) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(markdown(job)).append(", run ").append(runId).append("\n\n");
    text.append(
        "Result tables of Broadsheet, in Parquet. `run.json` says how they were made, `datapackage.json` what every\n");
    text.append(
        "column means. Open them in DuckDB with `duckdb -init open.sql`, in Spark with `spark-sql -i open-spark.sql`,\n");
    text.append("in pandas with `pandas.read_parquet(\"terms\")`.\n\n");
    text.append("| table | rows | what it is |\n|---|---:|---|\n");
    rows.forEach(
        (table, count) ->
            text.append(
                "| `%s` | %,d | %s |%n".formatted(table.name(), count, table.about().strip())));
    return text.toString();
  }

  /** Text as it is, in one line of Markdown. */
  private static String markdown(String text) {
    String line = Printable.line(text.replaceAll("\\s+", " ").strip());
    return MARKDOWN
        .matcher(line)
        .replaceAll(
            mark ->
                switch (mark.group()) {
                  case "&" -> "&amp;";
                  case "<" -> "&lt;";
                  case ">" -> "&gt;";
                  default -> "\\\\" + Matcher.quoteReplacement(mark.group());
                });
  }

  /**
   * The reference of a table, as Markdown.
   *
   * @param table the table
   * @return its meaning, grain and columns
   */
  public static String markdown(ResultTable table) {
    StringBuilder text = new StringBuilder();
    text.append("### ")
        .append(table.name())
        .append("\n\n")
        .append(table.about().strip())
        .append("\n\n");
    text.append("One row for each: `").append(String.join("`, `", table.grain())).append("`.\n\n");
    text.append("| column | type | meaning | example |\n|---|---|---|---|\n");
    for (ColumnDefinition column : table.columns()) {
      text.append(
          "| `%s` | %s | %s | `%s` |%n"
              .formatted(
                  column.name(), column.sqlType(), column.about().strip(), column.example()));
    }
    return text.toString();
  }

  /**
   * The reference of a table, for a terminal.
   *
   * @param table the table
   * @param width characters in a line
   * @return its meaning, grain and columns
   */
  public static String plain(ResultTable table, int width) {
    StringBuilder text = new StringBuilder();
    text.append(table.name()).append("\n\n").append(wrapped(table.about().strip(), "  ", width));
    text.append("\n  One row for each: ").append(String.join(", ", table.grain())).append("\n\n");
    for (ColumnDefinition column : table.columns()) {
      text.append("  ").append(column.name()).append("  ").append(column.sqlType()).append('\n');
      text.append(
          wrapped(column.about().strip() + " Example: " + column.example(), "      ", width));
    }
    return text.toString();
  }

  private static String wrapped(String text, String indent, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split("\\s+")) {
      if (line.length() + word.length() >= width && line.length() > indent.length()) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(indent);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
    return String.join("\n", lines) + "\n";
  }
}
