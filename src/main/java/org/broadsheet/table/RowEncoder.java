package org.broadsheet.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.InterpretedUnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes rows of objects: for each column, its name and the value that an object gives it. Encoders
 * of result tables are checked against the declaration of the table when they are built, and so
 * when their class is loaded.
 *
 * <p>Rows of a data set are made without an expression for each value, as {@code createDataFrame}
 * has: a short run interprets expressions, and that took longer than computing the rows.
 *
 * @param <T> the objects
 */
public final class RowEncoder<T> implements Serializable {

  private final List<Field<T, ?>> fields;
  private final StructType schema;

  private RowEncoder(List<Field<T, ?>> fields) {
    this.fields = List.copyOf(fields);
    this.schema =
        new StructType(fields.stream().map(Field::structField).toArray(StructField[]::new));
  }

  /**
   * The value that an object gives a column.
   *
   * @param <T> the objects
   * @param <V> the values
   */
  public interface Getter<T, V> extends Function<T, V>, Serializable {}

  private record Field<T, V>(String name, ColumnType<V> type, Getter<? super T, ? extends V> getter)
      implements Serializable {

    StructField structField() {
      return new StructField(name, type.dataType(), true, Metadata.empty());
    }

    Object value(T object) {
      return getter.apply(object);
    }

    Object sparkValue(T object) {
      return type.toSpark(getter.apply(object));
    }
  }

  /**
   * Begins an encoder of a result table.
   *
   * @param table its name
   * @param <T> the objects
   * @return an encoder without columns
   * @throws IllegalArgumentException if there is no such table
   */
  public static <T> RowEncoderBuilder<T> of(String table) {
    return new RowEncoderBuilder<>(ResultTable.named(table));
  }

  /**
   * Begins an encoder of rows that are not published.
   *
   * @param <T> the objects
   * @return an encoder without columns
   */
  public static <T> RowEncoderBuilder<T> unpublished() {
    return new RowEncoderBuilder<>(null);
  }

  /**
   * An encoder that is being made.
   *
   * @param <T> the objects
   */
  public static final class RowEncoderBuilder<T> {
    private final ResultTable table;
    private final List<Field<T, ?>> fields = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    private RowEncoderBuilder(ResultTable table) {
      this.table = table;
    }

    /**
     * Adds a column.
     *
     * @param name its name
     * @param type its type
     * @param getter the value that an object gives it, which may be null
     * @param <V> the values
     * @return this
     * @throws IllegalArgumentException if the table has no such column, or one of another type, or
     *     the encoder has it already
     */
    public <V> RowEncoderBuilder<T> column(
        String name, ColumnType<V> type, Getter<? super T, ? extends V> getter) {
      if (fields.stream().anyMatch(field -> field.name.equals(name))) {
        throw new IllegalArgumentException("the column " + name + " is given twice");
      }
      if (table != null) {
        requireDeclared(name, type);
      }
      fields.add(new Field<>(name, type, getter));
      return this;
    }

    private void requireDeclared(String name, ColumnType<?> type) {
      ColumnType<?> declared = table.column(name).columnType();
      if (declared != type) {
        throw new IllegalArgumentException(
            String.format("%s.%s is declared as %s, not %s", table.name(), name, declared, type));
      }
    }

    /**
     * Adds the columns of another encoder, which takes a part of each object.
     *
     * @param encoder the other encoder
     * @param part gives the part; where it gives null, so do all of these columns
     * @param <P> the parts
     * @return this
     * @throws IllegalArgumentException as {@link #column}
     */
    public <P> RowEncoderBuilder<T> columns(RowEncoder<P> encoder, Getter<? super T, P> part) {
      encoder.fields.forEach(field -> add(field, part));
      return this;
    }

    private <P, V> void add(Field<P, V> field, Getter<? super T, P> part) {
      column(
          field.name,
          field.type,
          object -> {
            P value = part.apply(object);
            return value == null ? null : field.getter.apply(value);
          });
    }

    /**
     * Names columns of the table that Spark adds to the rows.
     *
     * @param names their names
     * @return this
     * @throws IllegalArgumentException if the table has no such column
     */
    public RowEncoderBuilder<T> addedLater(String... names) {
      for (String name : names) {
        others.add(table.column(name).name());
      }
      return this;
    }

    /**
     * Makes the encoder.
     *
     * @return the encoder
     * @throws IllegalArgumentException if the table has columns that no row would have
     */
    public RowEncoder<T> build() {
      if (table != null) {
        List<String> missing =
            table.columns().stream()
                .filter(column -> !column.optional())
                .map(ColumnDefinition::name)
                .filter(name -> fields.stream().noneMatch(field -> field.name.equals(name)))
                .filter(name -> !others.contains(name))
                .toList();
        if (!missing.isEmpty()) {
          throw new IllegalArgumentException(table.name() + " lacks " + missing);
        }
      }
      return new RowEncoder<>(fields);
    }
  }

  /**
   * The schema of the rows.
   *
   * @return the columns in the order in which they were added
   */
  public StructType schema() {
    return schema;
  }

  /**
   * The row of an object.
   *
   * @param object the object
   * @return a row as {@code createDataFrame} takes it
   */
  public Row row(T object) {
    return RowFactory.create(fields.stream().map(field -> field.value(object)).toArray());
  }

  /** The row of an object, as Spark keeps it. */
  private InternalRow internalRow(T object) {
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = fields.get(i).sparkValue(object);
    }
    return new GenericInternalRow(values);
  }

  /**
   * Makes rows of objects that the driver has.
   *
   * @param spark the session
   * @param objects the objects
   * @return their rows, in their order
   */
  public Dataset<Row> rows(SparkSession spark, List<T> objects) {
    return spark.createDataFrame(objects.stream().map(this::row).toList(), schema);
  }

  /**
   * Makes rows of objects that tasks compute.
   *
   * @param spark the session
   * @param objects the objects
   * @return their rows
   */
  public Dataset<Row> rows(SparkSession spark, JavaRDD<T> objects) {
    return dataset(spark, objects.map(this::internalRow), schema);
  }

  /**
   * Makes rows that several tables are made from: they are computed once, beginning now, while the
   * driver plans what comes next, and kept in memory as long as there is room and on disk beyond
   * it.
   *
   * @param spark the session
   * @param objects the objects
   * @param name what they are called where Spark shows what it keeps
   * @return the rows; a failure to compute them is thrown by whoever uses them
   */
  public Dataset<Row> startedRows(SparkSession spark, JavaRDD<T> objects, String name) {
    JavaRDD<InternalRow> kept =
        objects.mapPartitions(this::packed).setName(name).persist(StorageLevel.MEMORY_AND_DISK());
    kept.foreachPartitionAsync(part -> {});
    return dataset(spark, kept, schema);
  }

  /** Rows as blocks of bytes, which take the least room. */
  private Iterator<InternalRow> packed(Iterator<T> objects) {
    UnsafeProjection projection = projection(schema);
    return CollectionConverters.asJava(
        CollectionConverters.asScala(objects)
            .map(object -> (InternalRow) projection.apply(internalRow(object)).copy()));
  }

  private static UnsafeProjection projection(StructType schema) {
    List<Expression> columns = new ArrayList<>();
    for (StructField field : schema.fields()) {
      columns.add(new BoundReference(columns.size(), field.dataType(), field.nullable()));
    }
    return InterpretedUnsafeProjection.createProjection(
        CollectionConverters.asScala(columns).toSeq());
  }

  /** A data set of rows as Spark keeps them. */
  static Dataset<Row> dataset(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(rows.rdd(), schema, false);
  }
}
