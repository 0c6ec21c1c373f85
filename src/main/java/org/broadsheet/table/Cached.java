package org.broadsheet.table;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
   * @return the same rows; the first use computes them
   */
  public static Dataset<Row> of(Dataset<Row> rows) {
    return rows.sparkSession().sparkContext().isLocal()
        ? rows.localCheckpoint(false, StorageLevel.MEMORY_AND_DISK())
        : rows.persist(StorageLevel.MEMORY_AND_DISK());
  }
}
