package org.broadsheet.extract.html.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.extract.html.tree.Prose;
import org.jsoup.parser.Parser;

/** The article among the objects of a page's JSON-LD, and what it says of itself. */
final class JsonLdArticle {
  /** Endings of the names of types that are articles, in lower case. */
  private static final List<String> ARTICLE_TYPES =
      List.of("article", "posting", "report", "newsitem", "review", "opinion");

  private static final int DEEPEST_LIST = 4;

  private final JsonLd all;
  private final JsonNode node;

  private JsonLdArticle(JsonLd all, JsonNode node) {
    this.all = all;
    this.node = node;
  }

  /** The best article: one with a text comes before one without; of equal ones, the first. */
  static JsonLdArticle of(JsonLd all) {
    JsonNode best = MissingNode.getInstance();
    int bestRank = 0;
    for (JsonNode object : all.objects()) {
      int rank = rank(object);
      if (rank > bestRank) {
        best = object;
        bestRank = rank;
      }
    }
    return new JsonLdArticle(all, best);
  }

  private static int rank(JsonNode object) {
    if (!isArticle(object)) {
      return 0;
    }
    boolean text = !object.path("articleBody").asText("").isBlank();
    return text ? 3 : object.has("headline") || object.has("datePublished") ? 2 : 1;
  }

  private static boolean isArticle(JsonNode object) {
    for (String type : texts(object.path("@type"))) {
      String bare = type.toLowerCase(Locale.ROOT);
      if (ARTICLE_TYPES.stream().anyMatch(bare::endsWith)) {
        return true;
      }
    }
    return false;
  }

  boolean exists() {
    return !node.isMissingNode();
  }

  String headline() {
    String headline = text(node.path("headline"));
    return headline == null ? text(node.path("name")) : headline;
  }

  String body() {
    JsonNode body = node.path("articleBody");
    return String.join("\n", texts(body.isMissingNode() ? node.path("text") : body));
  }

  String published() {
    String published = text(node.path("datePublished"));
    return published == null ? text(node.path("dateCreated")) : published;
  }

  String modified() {
    return text(node.path("dateModified"));
  }

  String language() {
    return name(node.path("inLanguage"));
  }

  String section() {
    return first(texts(node.path("articleSection")));
  }

  String description() {
    return text(node.path("description"));
  }

  String url() {
    String url = text(node.path("url"));
    if (url != null) {
      return url;
    }
    JsonNode page = node.path("mainEntityOfPage");
    return page.isObject() ? text(page.path("@id")) : text(page);
  }

  String publisher() {
    List<String> names = names(node.path("publisher"));
    return names.isEmpty() ? null : names.get(0);
  }

  /** The authors' names, each once. */
  List<String> authors() {
    List<String> names = names(node.path("author"));
    return names.isEmpty() ? names(node.path("creator")) : names;
  }

  List<String> keywords() {
    return texts(node.path("keywords"));
  }

  /** The names in a string, an object, a list of either, or JSON in a string. */
  private List<String> names(JsonNode value) {
    Set<String> names = new LinkedHashSet<>();
    addNames(value, names, 0);
    return new ArrayList<>(names);
  }

  private void addNames(JsonNode value, Set<String> names, int depth) {
    JsonNode resolved = all.resolve(value);
    if (resolved.isArray() && depth < DEEPEST_LIST) {
      resolved.forEach(item -> addNames(item, names, depth + 1));
    } else if (resolved.isTextual() && isJson(resolved.asText()) && depth < DEEPEST_LIST) {
      JsonLd.parse(resolved.asText()).ifPresent(inner -> addNames(inner, names, depth + 1));
    } else if (resolved.isObject() && resolved.path("name").isContainerNode()) {
      addNames(resolved.path("name"), names, depth + 1);
    } else {
      String name = name(resolved);
      if (name != null && !name.startsWith("http")) {
        names.add(name);
      }
    }
  }

  private static boolean isJson(String text) {
    String bare = text.strip();
    return bare.startsWith("{") || bare.startsWith("[{") || bare.startsWith("[\"");
  }

  private static String name(JsonNode value) {
    if (!value.isObject()) {
      return text(value);
    }
    String name = text(value.path("name"));
    if (name != null) {
      return name;
    }
    String given = text(value.path("givenName"));
    String family = text(value.path("familyName"));
    return given == null || family == null ? null : given + " " + family;
  }

  private static List<String> texts(JsonNode value) {
    if (!value.isArray()) {
      String text = raw(value);
      return text == null ? List.of() : List.of(text);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      String text = raw(item.isObject() ? item.path("name") : item);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static String raw(JsonNode value) {
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }

  /** A text without entities and repeated white space; null if it is blank. */
  private static String text(JsonNode value) {
    JsonNode single = value.isArray() && !value.isEmpty() ? value.get(0) : value;
    return single.isValueNode() && !single.isNull()
        ? Prose.orNull(Parser.unescapeEntities(single.asText(), false))
        : null;
  }

  private static String first(List<String> texts) {
    return texts.isEmpty() ? null : Prose.orNull(Parser.unescapeEntities(texts.get(0), false));
  }

  /** The parts of a list that is written as one text. */
  static List<String> splitList(List<String> texts) {
    Set<String> parts = new LinkedHashSet<>();
    for (String text : texts) {
      Arrays.stream(text.split("[,;，、]"))
          .map(part -> Prose.squeeze(Parser.unescapeEntities(part, false)))
          .filter(part -> !part.isEmpty())
          .forEach(parts::add);
    }
    return new ArrayList<>(parts);
  }
}
