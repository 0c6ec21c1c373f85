package org.broadsheet.extract.html.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.extract.html.tree.Prose;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The objects in a page's JSON-LD, those in lists and graphs too; what cannot be read is left out.
 */
final class JsonLd {
  /** Written by many hands: comments, raw line breaks and trailing commas occur. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  /** Where an article may stand inside another object. */
  private static final List<String> NESTS = List.of("@graph", "mainEntity", "mainEntityOfPage");

  /** No page describes more than this; those that do are traps. */
  private static final int MOST_OBJECTS = 2_000;

  private final List<JsonNode> objects = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();

  JsonLd(Document page) {
    for (Element script : page.getElementsByTag("script")) {
      if (Prose.lower(script.attr("type")).contains("ld+json")) {
        parse(script.data()).ifPresent(this::collect);
      }
    }
  }

  /** Reads a JSON text, with or without the comment marks that hide it from old browsers. */
  static Optional<JsonNode> parse(String json) {
    String bare = bare(json);
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(MAPPER.readTree(bare));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static String bare(String json) {
    int start = firstOf(json, '{', '[');
    int end = Math.max(json.lastIndexOf('}'), json.lastIndexOf(']'));
    return start < 0 || end < start ? "" : json.substring(start, end + 1);
  }

  private static int firstOf(String text, char a, char b) {
    int first = text.indexOf(a);
    int second = text.indexOf(b);
    return first < 0 || (second >= 0 && second < first) ? second : first;
  }

  private void collect(JsonNode root) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty() && objects.size() < MOST_OBJECTS) {
      JsonNode node = open.poll();
      if (node.isArray()) {
        node.forEach(open::add);
      } else if (node.isObject()) {
        add(node);
        NESTS.forEach(nest -> open.add(node.path(nest)));
      }
    }
  }

  private void add(JsonNode node) {
    objects.add(node);
    String id = node.path("@id").asText("");
    if (!id.isEmpty() && node.size() > 1) {
      byId.putIfAbsent(id, node);
    }
  }

  /** The objects, outermost first. */
  List<JsonNode> objects() {
    return objects;
  }

  /** The object that a bare reference names; any other node is itself. */
  JsonNode resolve(JsonNode node) {
    if (node.isObject() && node.size() <= 2 && node.has("@id") && !node.has("name")) {
      return byId.getOrDefault(node.path("@id").asText(), node);
    }
    return node;
  }
}
