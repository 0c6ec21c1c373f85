package org.broadsheet.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InterpretedUnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Function1;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes data sets of rows that plain code computed.
 *
 * <p>It does what {@code createDataFrame} does, without an expression for each value: a short run
 * interprets expressions, and that took longer than computing the rows.
 */
public final class ComputedRows {

  private ComputedRows() {}

  /**
   * Makes a data set.
   *
   * @param spark the session
   * @param rows rows of the schema's types, as {@code createDataFrame} takes them; arrays as Java
   *     arrays
   * @param schema their schema
   * @return the rows
   */
  public static Dataset<Row> of(SparkSession spark, JavaRDD<Row> rows, StructType schema) {
    JavaRDD<InternalRow> internal = rows.mapPartitions(part -> internalRows(part, schema));
    return ofInternal(spark, internal, schema);
  }

  /**
   * Makes a data set that several tables are made from: its rows are computed once, beginning now,
   * while the driver plans what comes next, and kept in memory as long as there is room and on disk
   * beyond it.
   *
   * @param spark the session
   * @param rows rows, as {@link #of} takes them
   * @param schema their schema
   * @return the rows; a failure to compute them is thrown by whoever uses them
   */
  public static Dataset<Row> started(SparkSession spark, JavaRDD<Row> rows, StructType schema) {
    JavaRDD<InternalRow> kept =
        rows.mapPartitions(part -> packed(internalRows(part, schema), schema))
            .persist(StorageLevel.MEMORY_AND_DISK());
    kept.foreachPartitionAsync(part -> {});
    return ofInternal(spark, kept, schema);
  }

  static Dataset<Row> ofInternal(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(rows.rdd(), schema, false);
  }

  private static Iterator<InternalRow> internalRows(Iterator<Row> rows, StructType schema) {
    Function1<Object, Object> converter = CatalystTypeConverters.createToCatalystConverter(schema);
    return CollectionConverters.asJava(
        CollectionConverters.asScala(rows).map(row -> (InternalRow) converter.apply(row)));
  }

  /** Rows as blocks of bytes, which take the least room. */
  private static Iterator<InternalRow> packed(Iterator<InternalRow> rows, StructType schema) {
    List<Expression> columns = new ArrayList<>();
    for (StructField field : schema.fields()) {
      columns.add(new BoundReference(columns.size(), field.dataType(), field.nullable()));
    }
    UnsafeProjection projection =
        InterpretedUnsafeProjection.createProjection(CollectionConverters.asScala(columns).toSeq());
    return CollectionConverters.asJava(
        CollectionConverters.asScala(rows).map(row -> (InternalRow) projection.apply(row).copy()));
  }
}
