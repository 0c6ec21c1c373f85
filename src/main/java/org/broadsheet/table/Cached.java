package org.broadsheet.table;

import java.util.Optional;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * Keeps rows that several tables are made from, in memory as long as there is room and on disk
 * beyond it.
 */
public final class Cached {

  private Cached() {}

  /**
   * Keeps rows once they are computed.
   *
   * <p>In one process, they are kept as rows: Spark's columnar cache compiles a reader for every
   * choice of columns, which takes longer than a small run, and only matters where an executor can
   * be lost and its part computed anew.
   *
   * @param rows the rows
   * @param name what they are called where Spark shows what it keeps, in one process; on a cluster,
   *     Spark names them by their plan
   * @return the same rows; the first use computes them
   */
  public static Dataset<Row> of(Dataset<Row> rows, String name) {
    if (!rows.sparkSession().sparkContext().isLocal()) {
      return rows.persist(StorageLevel.MEMORY_AND_DISK());
    }
    Dataset<Row> kept = rows.localCheckpoint(false, StorageLevel.MEMORY_AND_DISK());
    rdd(kept).ifPresent(rdd -> rdd.setName(name));
    return kept;
  }

  /**
   * Lets go of rows that {@link RowEncoder#startedRows} keeps. Whatever needs them afterwards
   * computes them again.
   *
   * @param rows the rows
   */
  public static void release(Dataset<Row> rows) {
    rdd(rows).ifPresent(rdd -> rdd.unpersist(false));
  }

  /** What Spark keeps of rows that are not the result of a query. */
  private static Optional<RDD<InternalRow>> rdd(Dataset<Row> rows) {
    var execution = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
    return execution.analyzed() instanceof LogicalRDD plan
        ? Optional.of(plan.rdd())
        : Optional.empty();
  }
}
