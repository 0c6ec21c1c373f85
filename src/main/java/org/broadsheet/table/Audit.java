package org.broadsheet.table;

import static org.apache.spark.sql.functions.col;

import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * The checks of a table's declaration, made while its rows are written: they cost no pass of their
 * own, and a row that breaks one fails the write, so that nothing is published.
 */
public final class Audit {

  private Audit() {}

  /**
   * Sorts conformed rows by the grain of their table, and makes reading them fail with an {@link
   * AuditException} where the grain is not unique, a required column is null, or a value is out of
   * its range.
   *
   * @param table the declaration
   * @param conformed rows that {@link ResultTable#conform} returned
   * @return the same rows with the comments of their columns; those of a partition are sorted by
   *     the grain
   */
  public static Dataset<Row> audited(ResultTable table, Dataset<Row> conformed) {
    StructType schema = table.publishedFrom(conformed).schema();
    String name = table.name();
    // Spark's own rows, since plain code checks them: as a query, the checks took a third of a
    // small run.
    JavaRDD<InternalRow> audited =
        internalRows(sorted(table, conformed))
            .mapPartitions(rows -> new AuditedRows(ResultTable.named(name), schema, rows));
    return ComputedRows.ofInternal(conformed.sparkSession(), audited, schema);
  }

  /** Rows of the same grain come to stand beside each other. */
  private static Dataset<Row> sorted(ResultTable table, Dataset<Row> rows) {
    Column[] grain = table.grain().stream().map(name -> col(name)).toArray(Column[]::new);
    boolean onePartition =
        rows.sparkSession().conf().get("spark.sql.shuffle.partitions").equals("1");
    return (onePartition ? rows.coalesce(1) : rows.repartition(grain)).sortWithinPartitions(grain);
  }

  private static JavaRDD<InternalRow> internalRows(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().toRdd().toJavaRDD();
  }

  /**
   * Finds the audit's finding in a failure of Spark.
   *
   * @param failure what Spark threw while it wrote a table
   * @return the finding, or empty if the failure is of another kind
   */
  public static Optional<AuditException> finding(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuditException finding) {
        return Optional.of(finding);
      }
    }
    return Optional.empty();
  }
}
