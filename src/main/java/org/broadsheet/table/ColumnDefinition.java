package org.broadsheet.table;

import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a result table.
 *
 * @param name the published name, snake_case
 * @param type one of {@code string, int, long, double, boolean, date, timestamp, strings, longs,
 *     string_map, count_map}
 * @param required whether null is a defect that stops publication
 * @param min smallest value allowed, or null for no bound
 * @param max largest value allowed, or null for no bound
 * @param optional whether the column is only there when the job asks for it
 * @param about the meaning, in one or two sentences; with the unit where there is one
 * @param example a typical value, as text
 */
public record ColumnDefinition(
    String name,
    String type,
    boolean required,
    Double min,
    Double max,
    boolean optional,
    String about,
    String example) {

  /**
   * Checks the type.
   *
   * @throws IllegalArgumentException if there is no type of this name
   */
  public ColumnDefinition {
    ColumnType.named(type);
  }

  /** The type of the column. */
  ColumnType<?> columnType() {
    return ColumnType.named(type);
  }

  /**
   * The Spark type of the column.
   *
   * @return the type
   */
  public DataType dataType() {
    return columnType().dataType();
  }

  /**
   * The column as a field of a Spark schema, with its meaning as comment.
   *
   * @return the field
   */
  public StructField field() {
    return new StructField(
        name, dataType(), true, new MetadataBuilder().putString("comment", about).build());
  }

  /**
   * The type as SQL engines print it, for the reference.
   *
   * @return for example {@code BIGINT} or {@code ARRAY<STRING>}
   */
  public String sqlType() {
    return dataType().sql().toUpperCase(Locale.ROOT);
  }
}
