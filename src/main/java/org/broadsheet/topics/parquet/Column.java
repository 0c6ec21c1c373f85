package org.broadsheet.topics.parquet;

import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * A column to be written: a value for each row. The arrays are not copied.
 *
 * @param type its name and type
 * @param values its values
 */
public record Column(Type type, Values values) {

  /** The values of a column. */
  interface Values {
    /** Writes the value of a row. */
    void write(int row, ColumnWriter out);
  }

  /** A column of texts. */
  public static Column of(String name, String[] values) {
    return new Column(
        Types.required(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(name),
        (row, out) -> out.write(Binary.fromString(values[row]), 0, 0));
  }

  /** A column of whole numbers of 32 bits. */
  public static Column of(String name, int[] values) {
    return new Column(
        Types.required(PrimitiveTypeName.INT32).named(name),
        (row, out) -> out.write(values[row], 0, 0));
  }

  /** A column of whole numbers of 64 bits. */
  public static Column of(String name, long[] values) {
    return new Column(
        Types.required(PrimitiveTypeName.INT64).named(name),
        (row, out) -> out.write(values[row], 0, 0));
  }

  /** A column of floating-point numbers of 32 bits. */
  public static Column of(String name, float[] values) {
    return new Column(
        Types.required(PrimitiveTypeName.FLOAT).named(name),
        (row, out) -> out.write(values[row], 0, 0));
  }

  /** A column of floating-point numbers of 64 bits. */
  public static Column of(String name, double[] values) {
    return new Column(
        Types.required(PrimitiveTypeName.DOUBLE).named(name),
        (row, out) -> out.write(values[row], 0, 0));
  }

  /** A column of lists of floating-point numbers of 32 bits, all of one length above zero. */
  public static Column of(String name, float[][] values) {
    return new Column(
        Types.requiredList().requiredElement(PrimitiveTypeName.FLOAT).named(name),
        (row, out) -> {
          float[] list = values[row];
          for (int i = 0; i < list.length; i++) {
            out.write(list[i], levelOf(i), 1);
          }
        });
  }

  /** A column of lists of floating-point numbers of 64 bits, all of one length above zero. */
  public static Column of(String name, double[][] values) {
    return new Column(
        Types.requiredList().requiredElement(PrimitiveTypeName.DOUBLE).named(name),
        (row, out) -> {
          double[] list = values[row];
          for (int i = 0; i < list.length; i++) {
            out.write(list[i], levelOf(i), 1);
          }
        });
  }

  /** The first number of a list starts one, the others continue it: see {@link Levels}. */
  private static int levelOf(int index) {
    return index == 0 ? 0 : 1;
  }
}
