package org.broadsheet.table;

import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
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

  static Dataset<Row> ofInternal(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(rows.rdd(), schema, false);
  }

  private static Iterator<InternalRow> internalRows(Iterator<Row> rows, StructType schema) {
    Function1<Object, Object> converter = CatalystTypeConverters.createToCatalystConverter(schema);
    return CollectionConverters.asJava(
        CollectionConverters.asScala(rows).map(row -> (InternalRow) converter.apply(row)));
  }
}
