package org.broadsheet.table;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A type of columns: its name in declarations, its type in Spark, and the Java values that it
 * takes.
 *
 * @param <V> the Java values
 */
public final class ColumnType<V> implements Serializable {

  /** Text. */
  public static final ColumnType<String> STRING =
      new ColumnType<>("string", DataTypes.StringType, UTF8String::fromString);

  /** Whole numbers of 32 bits. */
  public static final ColumnType<Integer> INT =
      new ColumnType<>("int", DataTypes.IntegerType, value -> value);

  /** Whole numbers of 64 bits. */
  public static final ColumnType<Long> LONG =
      new ColumnType<>("long", DataTypes.LongType, value -> value);

  /** Floating-point numbers of 64 bits. */
  public static final ColumnType<Double> DOUBLE =
      new ColumnType<>("double", DataTypes.DoubleType, value -> value);

  /** True or false. */
  public static final ColumnType<Boolean> BOOLEAN =
      new ColumnType<>("boolean", DataTypes.BooleanType, value -> value);

  /** Days. */
  public static final ColumnType<LocalDate> DATE =
      new ColumnType<>("date", DataTypes.DateType, DateTimeUtils::localDateToDays);

  /** Instants, to the microsecond. */
  public static final ColumnType<Instant> TIMESTAMP =
      new ColumnType<>("timestamp", DataTypes.TimestampType, DateTimeUtils::instantToMicros);

  /** Lists of texts. */
  public static final ColumnType<List<String>> STRINGS =
      new ColumnType<>(
          "strings",
          DataTypes.createArrayType(DataTypes.StringType),
          values -> new GenericArrayData(texts(values.stream())));

  /** Lists of whole numbers. */
  public static final ColumnType<List<Long>> LONGS =
      new ColumnType<>(
          "longs",
          DataTypes.createArrayType(DataTypes.LongType),
          values -> new GenericArrayData(values.toArray()));

  /** Texts by text. */
  public static final ColumnType<Map<String, String>> STRING_MAP =
      new ColumnType<>(
          "string_map",
          DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
          map -> mapData(map, texts(map.values().stream())));

  /** Counts by text. */
  public static final ColumnType<Map<String, Long>> COUNT_MAP =
      new ColumnType<>(
          "count_map",
          DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType),
          map -> mapData(map, map.values().toArray()));

  /** Bytes. Rows that are not published have them; no declaration names the type. */
  public static final ColumnType<byte[]> BINARY =
      new ColumnType<>("binary", DataTypes.BinaryType, value -> value);

  /** The types that declarations name. */
  private static final List<ColumnType<?>> ALL =
      List.of(
          STRING,
          INT,
          LONG,
          DOUBLE,
          BOOLEAN,
          DATE,
          TIMESTAMP,
          STRINGS,
          LONGS,
          STRING_MAP,
          COUNT_MAP);

  private interface Conversion<V> extends Function<V, Object>, Serializable {}

  private final String name;
  private final DataType dataType;
  private final Conversion<V> toSpark;

  private ColumnType(String name, DataType dataType, Conversion<V> toSpark) {
    this.name = name;
    this.dataType = dataType;
    this.toSpark = toSpark;
  }

  private static Object[] texts(Stream<String> values) {
    return values.map(UTF8String::fromString).toArray();
  }

  private static Object mapData(Map<String, ?> map, Object[] values) {
    return new ArrayBasedMapData(
        new GenericArrayData(texts(map.keySet().stream())), new GenericArrayData(values));
  }

  /**
   * The type of a name.
   *
   * @param name a name that declarations use
   * @return the type
   * @throws IllegalArgumentException if there is no such type
   */
  static ColumnType<?> named(String name) {
    return ALL.stream()
        .filter(type -> type.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown type of column: " + name));
  }

  DataType dataType() {
    return dataType;
  }

  /** A value as Spark keeps it in rows; null of null. */
  Object toSpark(V value) {
    return value == null ? null : toSpark.apply(value);
  }

  @Override
  public String toString() {
    return name;
  }
}
