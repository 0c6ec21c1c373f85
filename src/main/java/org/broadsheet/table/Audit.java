package org.broadsheet.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/**
 * The checks of a table's declaration, made part of the plan that writes it: they cost no pass of
 * their own, and a row that breaks one fails the write, so that nothing is published.
 */
public final class Audit {

  private static final String MARK = "audit of ";
  private static final String ORDINAL = "__ordinal";

  private Audit() {}

  /**
   * Sorts conformed rows by the grain of their table, and makes reading them fail where the grain
   * is not unique, a required column is null, or a value is out of its range.
   *
   * @param table the declaration
   * @param conformed rows that {@link ResultTable#conform} returned
   * @return the same rows, sorted by the grain within each partition
   */
  public static Dataset<Row> audited(ResultTable table, Dataset<Row> conformed) {
    Column[] grain = table.grain().stream().map(name -> col(name)).toArray(Column[]::new);
    List<Check> checks = checks(table, Set.of(conformed.columns()));
    Dataset<Row> numbered =
        conformed.withColumn(ORDINAL, row_number().over(Window.partitionBy(grain).orderBy(lit(1))));
    return numbered.select(
        Arrays.stream(conformed.columns())
            .map(name -> name.equals(table.grain().get(0)) ? guarded(table, checks) : col(name))
            .toArray(Column[]::new));
  }

  /** What must hold for a row, and what is said where it does not. */
  private record Check(Column holds, String defect) {}

  private static List<Check> checks(ResultTable table, Set<String> present) {
    List<Check> checks = new ArrayList<>();
    checks.add(new Check(col(ORDINAL).equalTo(1), "the grain is not unique"));
    for (ColumnDefinition column : table.columns()) {
      if (present.contains(column.name())) {
        addChecks(column, table.grain().contains(column.name()), checks);
      }
    }
    return checks;
  }

  private static void addChecks(ColumnDefinition column, boolean inGrain, List<Check> checks) {
    String name = column.name();
    Column value = col(name);
    if (column.required() || inGrain) {
      checks.add(new Check(value.isNotNull(), name + " is null"));
    }
    if (column.min() != null) {
      checks.add(nullOr(value, value.geq(column.min()), name + " is below " + column.min()));
    }
    if (column.max() != null) {
      checks.add(nullOr(value, value.leq(column.max()), name + " is above " + column.max()));
    }
    if (column.dataType().equals(DataTypes.DoubleType)) {
      checks.add(nullOr(value, not(isnan(value)), name + " is not a number"));
    }
  }

  private static Check nullOr(Column value, Column holds, String defect) {
    return new Check(value.isNull().or(holds), defect);
  }

  /** The first column of the grain; evaluating it fails where a check does not hold. */
  private static Column guarded(ResultTable table, List<Check> checks) {
    ColumnDefinition column = table.column(table.grain().get(0));
    Column sound = checks.stream().map(Check::holds).reduce(Column::and).orElseThrow();
    return when(sound, col(column.name()))
        .otherwise(raise_error(message(table, checks)).cast(column.dataType()))
        .as(column.name(), column.field().metadata());
  }

  private static Column message(ResultTable table, List<Check> checks) {
    Stream<Column> defects =
        checks.stream().map(check -> when(not(check.holds()), lit(check.defect())));
    Stream<Column> place =
        table.grain().stream()
            .map(name -> concat_ws("=", lit(name), col(name).cast(DataTypes.StringType)));
    return concat_ws(
        " ",
        lit(MARK + table.name() + ":"),
        concat_ws("; ", defects.toArray(Column[]::new)),
        lit("at"),
        concat_ws(", ", place.toArray(Column[]::new)));
  }

  /**
   * Finds the audit's message in a failure of Spark.
   *
   * @param failure what Spark threw while it wrote a table
   * @return the message, or null if the failure is of another kind
   */
  public static String message(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable && cause.getMessage() != null) {
        int at = cause.getMessage().indexOf(MARK);
        if (at >= 0) {
          return cause.getMessage().substring(at).lines().findFirst().orElseThrow();
        }
      }
    }
    return null;
  }
}
