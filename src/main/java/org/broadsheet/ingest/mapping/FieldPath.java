package org.broadsheet.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Follows the steps of a path into a record: names, and for lists {@code NAME[KEY]}, the first item
 * that has a key, {@code NAME[KEY=VALUE]}, the first whose key begins with a value, and {@code
 * NAME[]}, all items. Conditions may follow each other; a single object is a list of one.
 */
final class FieldPath {

  private FieldPath() {}

  /** The name of a step, without its conditions. */
  static String name(String step) {
    int condition = step.indexOf('[');
    return condition < 0 ? step : step.substring(0, condition);
  }

  /**
   * Goes on from the value of a step.
   *
   * @param value what stands at the name of the first step
   * @param steps the steps
   * @return what the path leads to; null for nothing
   */
  static JsonNode follow(JsonNode value, List<String> steps) {
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (step.indexOf('[') < 0) {
      return further(value, rest);
    }
    List<JsonNode> items = selected(value, step);
    if (step.endsWith("[]")) {
      return all(items, rest);
    }
    return items.isEmpty() ? null : further(items.get(0), rest);
  }

  private static JsonNode further(JsonNode value, List<String> steps) {
    JsonNode next = steps.isEmpty() ? null : child(value, name(steps.get(0)));
    return steps.isEmpty() ? value : next == null ? null : follow(next, steps);
  }

  private static JsonNode all(List<JsonNode> items, List<String> rest) {
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : items) {
      JsonNode end = further(item, rest);
      if (end != null && end.isArray()) {
        end.forEach(found::add);
      } else if (end != null) {
        found.add(end);
      }
    }
    return found.isEmpty() ? null : found;
  }

  /** The items of a list that meet the conditions of a step. */
  private static List<JsonNode> selected(JsonNode value, String step) {
    List<JsonNode> items = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(items::add);
    } else if (value.isObject()) {
      items.add(value);
    }
    for (int open = step.indexOf('['); open >= 0; open = step.indexOf('[', open + 1)) {
      int close = step.indexOf(']', open);
      String condition = step.substring(open + 1, close < 0 ? step.length() : close);
      items.removeIf(item -> !meets(item, condition));
    }
    return items;
  }

  private static boolean meets(JsonNode item, String condition) {
    int equals = condition.indexOf('=');
    if (condition.isEmpty()) {
      return true;
    }
    String key = equals < 0 ? condition : condition.substring(0, equals);
    String text = RecordFields.text(child(item, key));
    return text != null
        && (equals < 0
            || RecordFields.normalised(text)
                .startsWith(RecordFields.normalised(condition.substring(equals + 1))));
  }

  /** A field of an object by its name, without regard to case, hyphens and underscores. */
  static JsonNode child(JsonNode node, String name) {
    JsonNode direct = node.get(name);
    if (direct != null) {
      return direct;
    }
    String normalised = RecordFields.normalised(name);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (RecordFields.normalised(field.getKey()).equals(normalised)) {
        return field.getValue();
      }
    }
    return null;
  }
}
