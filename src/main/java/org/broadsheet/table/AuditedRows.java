package org.broadsheet.table;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.LongAccumulator;
import scala.Function2;

/** Rows of a partition, sorted by the grain of their table, each counted and checked on its way. */
final class AuditedRows implements Iterator<InternalRow> {

  private final ResultTable table;
  private final Iterator<InternalRow> rows;
  private final List<ColumnCheck> checks;
  private final int[] grain;
  private final DataType[] grainTypes;

  /** Read the columns of the grain. Asking a row for a value of a type is far slower. */
  private final List<Function2<SpecializedGetters, Object, Object>> grainValues;

  private final LongAccumulator count;
  private final Consumer<String> findings;
  private Object[] previous;
  private boolean found;

  /**
   * Prepares the checks.
   *
   * @param table the declaration
   * @param schema what is published of it
   * @param rows the rows
   * @param count counts them
   * @param findings takes a sentence about the first row that breaks the declaration
   */
  AuditedRows(
      ResultTable table,
      StructType schema,
      Iterator<InternalRow> rows,
      LongAccumulator count,
      Consumer<String> findings) {
    this.table = table;
    this.rows = rows;
    this.count = count;
    this.findings = findings;
    this.checks =
        table.columns().stream()
            .filter(column -> schema.getFieldIndex(column.name()).isDefined())
            .map(column -> new ColumnCheck(table, column, schema.fieldIndex(column.name())))
            .toList();
    this.grain = table.grain().stream().mapToInt(schema::fieldIndex).toArray();
    this.grainTypes =
        Arrays.stream(grain).mapToObj(i -> schema.apply(i).dataType()).toArray(DataType[]::new);
    this.grainValues =
        Arrays.stream(grainTypes).map(type -> InternalRow.getAccessor(type, true)).toList();
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  /**
   * The next row.
   *
   * @return the row, as it came
   */
  @Override
  public InternalRow next() {
    InternalRow row = rows.next();
    count.add(1L);
    String defect = found ? null : defect(row);
    if (defect != null) {
      found = true;
      findings.accept(defect + " at " + place(row));
    }
    return row;
  }

  private String defect(InternalRow row) {
    for (ColumnCheck check : checks) {
      String defect = check.defect(row);
      if (defect != null) {
        return defect;
      }
    }
    return repeatsPrevious(row) ? "the grain is not unique" : null;
  }

  private boolean repeatsPrevious(InternalRow row) {
    boolean repeats = previous != null;
    if (previous == null) {
      previous = new Object[grain.length];
    }
    for (int i = 0; i < grain.length; i++) {
      Object value = grainValues.get(i).apply(row, grain[i]);
      if (!Objects.equals(value, previous[i])) {
        repeats = false;
        // The sort hands out one row object again and again, and its strings point into it.
        previous[i] = value instanceof UTF8String string ? string.clone() : value;
      }
    }
    return repeats;
  }

  private String place(InternalRow row) {
    return IntStream.range(0, grain.length)
        .mapToObj(i -> table.grain().get(i) + "=" + readable(row, i))
        .collect(Collectors.joining(", "));
  }

  private String readable(InternalRow row, int i) {
    Object value = grainValues.get(i).apply(row, grain[i]);
    boolean isDate = value != null && grainTypes[i].equals(DataTypes.DateType);
    return isDate ? LocalDate.ofEpochDay((Integer) value).toString() : String.valueOf(value);
  }

  /** What must hold for the values of a column. */
  private static final class ColumnCheck {
    private final String name;
    private final int ordinal;
    private final boolean required;
    private final double min;
    private final double max;

    /** Reads a number; null for a column of anything else. */
    private final ToDoubleFunction<InternalRow> number;

    ColumnCheck(ResultTable table, ColumnDefinition column, int ordinal) {
      this.name = column.name();
      this.ordinal = ordinal;
      this.required = column.required() || table.grain().contains(name);
      this.min = column.min() == null ? Double.NEGATIVE_INFINITY : column.min();
      this.max = column.max() == null ? Double.POSITIVE_INFINITY : column.max();
      this.number = number(column.dataType(), ordinal);
    }

    private static ToDoubleFunction<InternalRow> number(DataType type, int ordinal) {
      if (type.equals(DataTypes.IntegerType)) {
        return row -> row.getInt(ordinal);
      }
      if (type.equals(DataTypes.LongType)) {
        return row -> row.getLong(ordinal);
      }
      return type.equals(DataTypes.DoubleType) ? row -> row.getDouble(ordinal) : null;
    }

    /** What is wrong with the value of a row; null if nothing is. */
    String defect(InternalRow row) {
      if (row.isNullAt(ordinal)) {
        return required ? name + " is null" : null;
      }
      if (number == null) {
        return null;
      }
      double value = number.applyAsDouble(row);
      if (!Double.isFinite(value)) {
        return name + " is " + value;
      }
      if (value < min) {
        return name + " is below " + min;
      }
      return value > max ? name + " is above " + max : null;
    }
  }
}
