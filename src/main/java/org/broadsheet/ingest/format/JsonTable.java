package org.broadsheet.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A data frame written as one object: {@code {"title": ["a", "b"], "text": [...]}}, {@code
 * {"title": {"0": "a", "1": "b"}, "text": {...}}}, or {@code {"columns": [...], "data": [[...]]}}.
 */
final class JsonTable {

  private JsonTable() {}

  /**
   * The rows of a table.
   *
   * @param object an object of JSON
   * @return an object each; empty if the object is no table
   */
  static List<JsonNode> rows(JsonNode object) {
    if (isList(object.path("columns")) && isList(object.path("data"))) {
      return ofRows(object.get("columns"), object.get("data"));
    }
    return isByColumn(object) ? ofColumns(object) : List.of();
  }

  private static boolean isList(JsonNode node) {
    return node.isArray() && !node.isEmpty();
  }

  private static List<JsonNode> ofRows(JsonNode columns, JsonNode data) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode values : data) {
      ObjectNode row = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < columns.size(); i++) {
        row.set(columns.get(i).asText(), values.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Two columns and two rows at least, and the same rows in every column. */
  private static boolean isByColumn(JsonNode object) {
    if (!object.isObject() || object.size() < 2) {
      return false;
    }
    JsonNode first = object.iterator().next();
    return first.size() > 1
        && object.valueStream().allMatch(column -> names(column).equals(names(first)));
  }

  /** The names of the rows of a column, or their numbers in a list. */
  private static List<String> names(JsonNode column) {
    return column.isArray()
        ? IntStream.range(0, column.size()).mapToObj(Integer::toString).toList()
        : column.propertyStream().map(Map.Entry::getKey).toList();
  }

  private static List<JsonNode> ofColumns(JsonNode columns) {
    List<JsonNode> rows = new ArrayList<>();
    columns.iterator().next().forEach(value -> rows.add(JsonNodeFactory.instance.objectNode()));
    for (Map.Entry<String, JsonNode> column : columns.properties()) {
      Iterator<JsonNode> values = column.getValue().iterator();
      rows.forEach(row -> ((ObjectNode) row).set(column.getKey(), values.next()));
    }
    return rows;
  }
}
