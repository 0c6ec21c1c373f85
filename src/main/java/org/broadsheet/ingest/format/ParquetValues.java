package org.broadsheet.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** The values of Parquet as JSON, dates and times as ISO 8601 prints them. */
final class ParquetValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ParquetValues() {}

  static ObjectNode object(Group group) {
    ObjectNode object = NODES.objectNode();
    for (int field = 0; field < group.getType().getFieldCount(); field++) {
      object.set(group.getType().getFieldName(field), field(group, field));
    }
    return object;
  }

  private static JsonNode field(Group group, int field) {
    int count = group.getFieldRepetitionCount(field);
    if (group.getType().getType(field).isRepetition(Type.Repetition.REPEATED)) {
      ArrayNode list = NODES.arrayNode();
      for (int i = 0; i < count; i++) {
        list.add(value(group, field, i));
      }
      return list;
    }
    return count == 0 ? NullNode.getInstance() : value(group, field, 0);
  }

  private static JsonNode value(Group group, int field, int index) {
    Type type = group.getType().getType(field);
    if (type.isPrimitive()) {
      return primitive(group, field, index, type.asPrimitiveType());
    }
    Group inner = group.getGroup(field, index);
    LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
    boolean wrapped = inner.getType().getFieldCount() == 1;
    if (wrapped && annotation != null && annotation.equals(LogicalTypeAnnotation.listType())) {
      return items(inner);
    }
    return wrapped && annotation != null && annotation.equals(LogicalTypeAnnotation.mapType())
        ? entries(inner)
        : object(inner);
  }

  /** A list is a group of a repeated group of one element, or of the repeated element itself. */
  private static ArrayNode items(Group list) {
    ArrayNode items = NODES.arrayNode();
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      boolean nested = !list.getType().getType(0).isPrimitive();
      boolean single = nested && list.getGroup(0, i).getType().getFieldCount() == 1;
      items.add(single ? field(list.getGroup(0, i), 0) : value(list, 0, i));
    }
    return items;
  }

  private static ObjectNode entries(Group map) {
    ObjectNode entries = NODES.objectNode();
    for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
      Group entry = map.getGroup(0, i);
      boolean whole = entry.getType().getFieldCount() == 2;
      entries.set(field(entry, 0).asText(), whole ? field(entry, 1) : NullNode.getInstance());
    }
    return entries;
  }

  private static JsonNode primitive(Group group, int field, int index, PrimitiveType type) {
    LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> NODES.booleanNode(group.getBoolean(field, index));
      case FLOAT -> number(group.getFloat(field, index));
      case DOUBLE -> number(group.getDouble(field, index));
      case INT32 -> integer(group.getInteger(field, index), annotation);
      case INT64 -> integer(group.getLong(field, index), annotation);
      case INT96 -> instant(NanoTime.fromBinary(group.getInt96(field, index)));
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          annotation instanceof DecimalLogicalTypeAnnotation decimal
              ? decimal(new BigInteger(group.getBinary(field, index).getBytes()), decimal)
              : TextNode.valueOf(group.getBinary(field, index).toStringUsingUTF8());
    };
  }

  /** NaN is what data frames write where a value is missing. */
  private static JsonNode number(double value) {
    return Double.isFinite(value) ? NODES.numberNode(value) : NullNode.getInstance();
  }

  private static JsonNode integer(long value, LogicalTypeAnnotation annotation) {
    if (annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
      return timestamp(value, timestamp);
    }
    if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal(BigInteger.valueOf(value), decimal);
    }
    return LogicalTypeAnnotation.dateType().equals(annotation)
        ? TextNode.valueOf(LocalDate.ofEpochDay(value).toString())
        : NODES.numberNode(value);
  }

  private static JsonNode decimal(BigInteger value, DecimalLogicalTypeAnnotation decimal) {
    return NODES.numberNode(new BigDecimal(value, decimal.getScale()));
  }

  private static JsonNode timestamp(long value, TimestampLogicalTypeAnnotation timestamp) {
    ChronoUnit unit =
        timestamp.getUnit() == TimeUnit.MILLIS
            ? ChronoUnit.MILLIS
            : timestamp.getUnit() == TimeUnit.MICROS ? ChronoUnit.MICROS : ChronoUnit.NANOS;
    Instant instant = Instant.EPOCH.plus(value, unit);
    return TextNode.valueOf(
        timestamp.isAdjustedToUTC()
            ? instant.toString()
            : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString());
  }

  private static JsonNode instant(NanoTime time) {
    LocalDate day = LocalDate.MIN.with(JulianFields.JULIAN_DAY, time.getJulianDay());
    return TextNode.valueOf(
        day.atStartOfDay()
            .plusNanos(time.getTimeOfDayNanos())
            .toInstant(ZoneOffset.UTC)
            .toString());
  }
}
