package org.broadsheet.ingest.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of a record, found by name without regard to case, hyphens and underscores.
 *
 * @param object the record
 * @param byName its fields by normalised name
 */
record RecordFields(JsonNode object, Map<String, JsonNode> byName) {

  /** Texts that stand for a missing value in exported data. */
  private static final Set<String> MISSING =
      Set.of(
          "",
          "none",
          "null",
          "nan",
          "n/a",
          "only available in paid plans",
          "only available in corporate plans",
          "only available in professional and corporate plans");

  private static final int LONGEST_MISSING =
      MISSING.stream().mapToInt(String::length).max().getAsInt();

  /**
   * The names by which extended JSON, which databases export, marks values of types that JSON
   * lacks.
   */
  private static final List<String> TYPES =
      List.of("$date", "$oid", "$numberLong", "$numberInt", "$numberDouble", "$numberDecimal");

  /** Fields whose value is the text of an object that wraps one. */
  private static final List<String> TEXT_FIELDS =
      Stream.concat(Stream.of("name", "main", "rendered", "@id", "@value", "#text"), TYPES.stream())
          .toList();

  /** Where search engines and the like keep the record itself. */
  private static final List<String> WRAPPERS = List.of("_source", "doc", "document", "node");

  /** Where agencies keep it, beside facts about its delivery. */
  private static final String ITEM = "item";

  static RecordFields of(JsonNode record) {
    JsonNode object = unwrapped(record);
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    object.properties().forEach(f -> byName.putIfAbsent(normalised(f.getKey()), f.getValue()));
    return new RecordFields(object, byName);
  }

  private static JsonNode unwrapped(JsonNode object) {
    for (String wrapping : WRAPPERS) {
      JsonNode inner = object.get(wrapping);
      if (inner != null && inner.isObject()) {
        return inner;
      }
    }
    JsonNode item = object.get(ITEM);
    boolean isAround = item != null && item.has("headline") && !RichText.hasTitle(object);
    return isAround ? item : object;
  }

  /**
   * A name in lower case, without hyphens, underscores and spaces; the tag of {@code field<TAG>}
   * stays as it is.
   */
  static String normalised(String name) {
    int tag = name.indexOf('<');
    if (tag > 0) {
      return normalised(name.substring(0, tag)) + name.substring(tag);
    }
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /**
   * The value at a path.
   *
   * @param path the name of a field; nested names with dots between, see {@link FieldPath}; {@code
   *     field<TAG>} for what an XML element holds within a text; {@code one+two} for the texts of
   *     two fields
   * @return the value; null where there is none
   */
  JsonNode at(String path) {
    JsonNode direct = first(path);
    if (direct != null) {
      return direct;
    }
    int tag = path.indexOf('<');
    if (tag > 0 && path.endsWith(">")) {
      return element(at(path.substring(0, tag)), path.substring(tag + 1, path.length() - 1));
    }
    if (path.indexOf('+') > 0) {
      return joined(path);
    }
    return path.indexOf('.') < 0 ? null : nested(path);
  }

  private JsonNode nested(String path) {
    JsonNode start = first(FieldPath.name(path.substring(0, path.indexOf('.'))));
    if (start == null || !start.isContainerNode()) {
      return null;
    }
    // A path of dots alone has no steps.
    List<String> steps = List.of(path.split("\\."));
    return steps.isEmpty() ? null : FieldPath.follow(start, steps);
  }

  /** The texts of several fields, without one that the next begins with. */
  private JsonNode joined(String path) {
    ArrayNode texts = JsonNodeFactory.instance.arrayNode();
    String[] names = path.split("\\+");
    for (int i = 0; i < names.length; i++) {
      String text = text(at(names[i]));
      String next = i + 1 < names.length ? text(at(names[i + 1])) : null;
      boolean again = text != null && next != null && next.startsWith(text);
      if (text != null && !again) {
        texts.add(text);
      }
    }
    return texts.isEmpty() ? null : texts;
  }

  private JsonNode first(String name) {
    JsonNode direct = object.get(name);
    return direct != null ? direct : byName.get(name);
  }

  private static JsonNode element(JsonNode node, String tag) {
    String text = text(node);
    int open = text == null ? -1 : text.indexOf("<" + tag + ">");
    int start = open + tag.length() + 2;
    int end = open < 0 ? -1 : text.indexOf("</" + tag + ">", start);
    return end < 0 ? null : TextNode.valueOf(text.substring(start, end));
  }

  /** A value as text: lists joined, objects by their name; null where there is nothing. */
  static String text(JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (node.isArray()) {
      List<String> items = list(node);
      return items.isEmpty() ? null : String.join(", ", items);
    }
    if (node.isObject()) {
      return TEXT_FIELDS.stream()
          .map(name -> text(node.get(name)))
          .filter(text -> text != null)
          .findFirst()
          .orElse(null);
    }
    String text = (isFinite(node) ? node.decimalValue().toPlainString() : node.asText()).strip();
    return isMissing(text) ? null : text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  /**
   * Whether a number has a decimal value. One that is too large for a double is read as infinite,
   * which has none.
   */
  private static boolean isFinite(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue());
  }

  /** Whether a value is a text, a number or a date, though written as an object. */
  static boolean isTyped(JsonNode node) {
    return node.isObject() && node.size() == 1 && TYPES.contains(node.fieldNames().next());
  }

  private static boolean isMissing(String text) {
    return text.length() <= LONGEST_MISSING && MISSING.contains(text.toLowerCase(Locale.ROOT));
  }

  /** A value as a list of texts. */
  static List<String> list(JsonNode node) {
    List<String> items = new ArrayList<>();
    if (node != null && node.isArray()) {
      node.forEach(item -> addText(item, items));
    } else {
      addText(node, items);
    }
    return items;
  }

  private static void addText(JsonNode item, List<String> items) {
    String text = text(item);
    if (text != null) {
      items.add(text);
    }
  }

  /** A value that was written as JSON into a text, as in tables, unpacked. */
  static JsonNode unpacked(JsonNode node) {
    String text = node != null && node.isTextual() ? node.asText().strip() : "";
    boolean packed = text.startsWith("[{") || text.startsWith("{\"") || text.startsWith("[\"");
    if (!packed) {
      return node;
    }
    try {
      return JsonText.parsed(text);
    } catch (JsonProcessingException e) {
      return node;
    }
  }
}
