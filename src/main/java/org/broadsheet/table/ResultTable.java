package org.broadsheet.table;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The declaration of a result table: the only place where a published column is named, typed and
 * described. It lives in {@code tables/<name>.yaml} on the class path and gives the schema, the
 * audit and the reference.
 *
 * @param name the published name
 * @param group the part of the analysis that it belongs to, from {@code tables/index.yaml}
 * @param about what the table is, starting with what one row stands for
 * @param grain the columns that tell rows apart; rows are sorted by them
 * @param columns all columns, in their published order
 */
public record ResultTable(
    String name, String group, String about, List<String> grain, List<ColumnDefinition> columns) {

  private static final Map<String, List<String>> GROUPS =
      Resources.yaml("tables/index.yaml", new TypeReference<Map<String, List<String>>>() {});

  private static final Map<String, ResultTable> TABLES =
      GROUPS.entrySet().stream()
          .flatMap(group -> group.getValue().stream().map(name -> read(group.getKey(), name)))
          .collect(
              Collectors.toMap(
                  ResultTable::name,
                  Function.identity(),
                  (a, b) -> a,
                  java.util.LinkedHashMap::new));

  private static ResultTable read(String group, String name) {
    ResultTable declared =
        Resources.yaml("tables/" + name + ".yaml", new TypeReference<ResultTable>() {});
    return new ResultTable(name, group, declared.about, declared.grain, declared.columns);
  }

  /**
   * All result tables, in the order of the reference.
   *
   * @return the tables
   */
  public static List<ResultTable> all() {
    return List.copyOf(TABLES.values());
  }

  /**
   * The names of all result tables, in the order of the reference.
   *
   * @return the names
   */
  public static Set<String> names() {
    return java.util.Collections.unmodifiableSet(TABLES.keySet());
  }

  /**
   * The tables of a part of the analysis.
   *
   * @param group its name
   * @return the names of its tables
   */
  public static List<String> inGroup(String group) {
    return GROUPS.get(group);
  }

  /**
   * The table of a name.
   *
   * @param name a published name
   * @return its declaration
   * @throws IllegalArgumentException if there is no such table
   */
  public static ResultTable named(String name) {
    ResultTable table = TABLES.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no result table is called " + name);
    }
    return table;
  }

  /**
   * The declaration of a column.
   *
   * @param column its published name
   * @return the declaration
   * @throws IllegalArgumentException if the table has no such column
   */
  public ColumnDefinition column(String column) {
    return find(column)
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + column));
  }

  /** The declaration of a column, or empty if the table has no such column. */
  private Optional<ColumnDefinition> find(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  /**
   * The schema with the column comments, optional columns included.
   *
   * @return the schema
   */
  @JsonIgnore
  public StructType schema() {
    return new StructType(
        columns.stream().map(ColumnDefinition::field).toArray(StructField[]::new));
  }

  /**
   * Brings rows into the published shape: the declared columns in their order. Columns that are not
   * declared are dropped; optional columns may be missing.
   *
   * @param rows rows with at least the declared columns that are not optional
   * @return the same rows, conformed
   * @throws IllegalArgumentException if a column is missing, or has another type
   */
  public Dataset<Row> conform(Dataset<Row> rows) {
    return rows.select(
        publishedFrom(rows).columns.stream()
            .map(column -> conformed(column, rows.schema().apply(column.name())))
            .toArray(Column[]::new));
  }

  /**
   * The declaration without the optional columns that rows do not have: what is published of them.
   *
   * @param rows rows with at least the declared columns that are not optional
   * @return the declaration of the published table
   * @throws IllegalArgumentException if a column is missing
   */
  public ResultTable publishedFrom(Dataset<Row> rows) {
    Set<String> given = Set.of(rows.columns());
    for (ColumnDefinition column : columns) {
      if (!column.optional() && !given.contains(column.name())) {
        throw new IllegalArgumentException(name + ": the column " + column.name() + " is missing");
      }
    }
    return new ResultTable(
        name,
        group,
        about,
        grain,
        columns.stream().filter(column -> given.contains(column.name())).toList());
  }

  private Column conformed(ColumnDefinition column, StructField given) {
    if (!given.dataType().sameType(column.dataType())) {
      throw new IllegalArgumentException(
          String.format(
              "%s.%s is declared as %s, not %s",
              name, column.name(), column.dataType().sql(), given.dataType().sql()));
    }
    return col(column.name());
  }
}
