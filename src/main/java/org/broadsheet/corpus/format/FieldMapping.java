package org.broadsheet.corpus.format;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.broadsheet.table.Resources;

/**
 * A declared mapping from the fields of a known data set to those of an article, see {@code
 * mappings.yaml}.
 *
 * @param name the data set
 * @param when the fields that tell its records from others
 * @param fields article field to the names to try, in order
 */
record FieldMapping(String name, List<String> when, Map<ArticleField, List<String>> fields) {

  private static final List<FieldMapping> DECLARED =
      Resources.yaml("mappings.yaml", new TypeReference<List<Declaration>>() {}).stream()
          .map(Declaration::mapping)
          .toList();

  /** Texts that stand for a missing value in exported data. */
  private static final Set<String> MISSING = Set.of("", "none", "null", "nan", "n/a");

  private record Declaration(String name, List<String> when, Map<String, List<String>> fields) {
    FieldMapping mapping() {
      Map<ArticleField, List<String>> normalised = new TreeMap<>();
      fields.forEach(
          (field, names) ->
              normalised.put(
                  ArticleField.valueOf(field.toUpperCase(Locale.ROOT)),
                  names.stream().map(FieldMapping::normalised).toList()));
      return new FieldMapping(
          name, when.stream().map(FieldMapping::normalised).toList(), normalised);
    }
  }

  /**
   * Reads the article of an object.
   *
   * @param object a JSON object
   * @param choice what the job says about fields
   * @return the article, or the rejection of an object without title and body
   */
  static FoundArticle article(JsonNode object, FieldChoice choice) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    object.properties().forEach(f -> values.putIfAbsent(normalised(f.getKey()), f.getValue()));
    Fields fields = new Fields(object, values, of(values), choice);
    JsonNode title = fields.node(ArticleField.TITLE);
    JsonNode body = fields.node(ArticleField.BODY);
    if (title == null && body == null) {
      return FoundArticle.rejected(new Rejection(Reason.NO_MAPPING, unmapped(object)));
    }
    return fields.article(text(title), text(body));
  }

  private static String unmapped(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return "no field is known as title or body among "
        + names
        + "; name them in the job file, for example input: [{path: ..., fields: {body: NAME}}]";
  }

  private static FieldMapping of(Map<String, JsonNode> values) {
    for (FieldMapping mapping : DECLARED) {
      if (values.keySet().containsAll(mapping.when)) {
        return mapping;
      }
    }
    throw new IllegalStateException("mappings.yaml: the last mapping must need no field");
  }

  /** A record's fields as the mapping and the job see them. */
  private record Fields(
      JsonNode object, Map<String, JsonNode> values, FieldMapping mapping, FieldChoice choice) {

    FoundArticle article(String title, String body) {
      return new FoundArticle(
          title,
          body,
          value(ArticleField.URL),
          value(ArticleField.SOURCE),
          byline(node(ArticleField.BYLINE)),
          value(ArticleField.DATELINE),
          value(ArticleField.PUBLISHED),
          value(ArticleField.LANGUAGE),
          value(ArticleField.SECTION),
          list(node(ArticleField.KEYWORDS)),
          List.of(),
          kept(),
          null);
    }

    JsonNode node(ArticleField field) {
      String chosen = choice.named().get(field);
      if (chosen != null) {
        return at(object, chosen);
      }
      JsonNode empty = null;
      for (String name : mapping.fields().getOrDefault(field, List.of())) {
        JsonNode node = name.indexOf('.') < 0 ? values.get(name) : at(object, name);
        if (text(node) != null) {
          return node;
        }
        empty = empty == null ? node : empty;
      }
      return empty;
    }

    private String value(ArticleField field) {
      return text(node(field));
    }

    private Map<String, String> kept() {
      Map<String, String> kept = new TreeMap<>();
      for (String path : choice.kept()) {
        JsonNode node = at(object, path);
        String text = isNested(node) ? node.toString() : text(node);
        if (text != null) {
          kept.put(path, text);
        }
      }
      return kept;
    }
  }

  private static boolean isNested(JsonNode node) {
    boolean inList =
        node != null && node.isArray() && node.valueStream().anyMatch(JsonNode::isContainerNode);
    return inList || node != null && node.isObject();
  }

  /** The node at a path: a field of that very name, else nested by dots. */
  private static JsonNode at(JsonNode object, String path) {
    JsonNode direct = object.get(path);
    if (direct != null) {
      return direct;
    }
    JsonNode node = object;
    for (String step : path.split("\\.")) {
      node = node == null ? null : node.get(step);
    }
    return node;
  }

  /** A value as text: lists joined, objects by their name; null where there is nothing. */
  private static String text(JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (node.isArray()) {
      List<String> items = list(node);
      return items.isEmpty() ? null : String.join(", ", items);
    }
    if (node.isObject()) {
      return text(node.get("name"));
    }
    String text = node.asText().strip();
    return MISSING.contains(text.toLowerCase(Locale.ROOT)) ? null : text;
  }

  /** Names of a list stay apart, though one of them may have a comma. */
  private static String byline(JsonNode node) {
    return node != null && node.isArray() ? emptyToNull(String.join("; ", list(node))) : text(node);
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static List<String> list(JsonNode node) {
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

  private static String normalised(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
  }
}
