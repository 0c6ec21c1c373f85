package org.broadsheet.table;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;

/**
 * The checks of a table's declaration, made while its rows are written: they cost no pass of their
 * own. Rows that break one are written like the others, for people to look at, and noted; whoever
 * publishes the table asks for {@link #findings} first.
 */
public final class Audit {

  private final ResultTable table;
  private final LongAccumulator rows;
  private final CollectionAccumulator<String> findings;

  /**
   * Prepares the audit of one write.
   *
   * @param table the declaration
   * @param spark the session
   */
  public Audit(ResultTable table, SparkSession spark) {
    this.table = table;
    // Spark adds what a task counted once, however often it tried: the writing of a table is the
    // last stage of its job.
    this.rows = spark.sparkContext().longAccumulator();
    this.findings = spark.sparkContext().collectionAccumulator();
  }

  /**
   * Sorts conformed rows by the grain of their table, and checks each on its way: that the grain is
   * unique, no required column is null, and every value is within its range.
   *
   * @param conformed rows that {@link ResultTable#conform} returned
   * @return the same rows with the comments of their columns, to be read once; those of a partition
   *     are sorted by the grain
   */
  public Dataset<Row> of(Dataset<Row> conformed) {
    StructType schema = table.publishedFrom(conformed).schema();
    String name = table.name();
    LongAccumulator counted = rows;
    CollectionAccumulator<String> found = findings;
    // Spark's own rows, since plain code checks them: as a query, the checks took a third of a
    // small run.
    JavaRDD<InternalRow> audited =
        internalRows(sorted(conformed))
            .mapPartitions(
                part ->
                    new AuditedRows(ResultTable.named(name), schema, part, counted, found::add));
    return RowEncoder.dataset(conformed.sparkSession(), audited, schema);
  }

  /** Brings rows of the same grain together. */
  private Dataset<Row> sorted(Dataset<Row> conformed) {
    Column[] grain = table.grain().stream().map(name -> col(name)).toArray(Column[]::new);
    boolean onePartition =
        conformed.sparkSession().conf().get("spark.sql.shuffle.partitions").equals("1");
    return (onePartition ? conformed.coalesce(1) : conformed.repartition(grain))
        .sortWithinPartitions(grain);
  }

  private static JavaRDD<InternalRow> internalRows(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().toRdd().toJavaRDD();
  }

  /**
   * How many rows the tasks handed on to be written.
   *
   * @return the rows of all partitions, each counted once
   */
  public long rows() {
    return rows.value();
  }

  /**
   * What breaks the declaration.
   *
   * @return a sentence for the first row of each partition that does, with its place, in
   *     alphabetical order; empty if the table is as declared
   */
  public List<String> findings() {
    return findings.value().stream().sorted().toList();
  }
}
