package org.broadsheet.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Documents that keep the authors and tags of their articles in tables beside them: exports of
 * Ghost, and JSON:API, as Drupal writes it. The names are put into the articles, as {@code authors}
 * and {@code tags}.
 */
final class JoinedTables {

  private static final String AUTHORS = "authors";
  private static final String TAGS = "tags";
  private static final Pattern AUTHOR_LINK = Pattern.compile("uid|.*(?:author|byline).*");

  private JoinedTables() {}

  /**
   * Joins the tables of a document.
   *
   * @param document a document, whose articles are changed
   * @return the articles where the kind of the document says which they are; else none
   */
  static List<JsonNode> articles(JsonNode document) {
    List<JsonNode> posts = new ArrayList<>();
    if (document.path("db").isArray()) {
      document.get("db").forEach(export -> addPosts(export, posts));
    } else {
      addPosts(document, posts);
    }
    if (posts.isEmpty() && document.path("included").isArray()) {
      joinIncluded(document);
    }
    return posts;
  }

  /** The posts of Ghost: its other tables have names and dates too. */
  private static void addPosts(JsonNode export, List<JsonNode> posts) {
    JsonNode tables = export.path("data");
    boolean isGhost =
        tables.path("posts").path(0).isObject()
            && (export.has("meta") || tables.has("posts_tags") || tables.has("posts_authors"));
    if (!isGhost) {
      return;
    }
    Map<String, String> users = names(tables.path("users"));
    Map<String, List<String>> authors = linked(tables.path("posts_authors"), "author_id", users);
    Map<String, List<String>> tags =
        linked(tables.path("posts_tags"), "tag_id", names(tables.path(TAGS)));
    for (JsonNode post : tables.get("posts")) {
      String id = post.path("id").asText();
      String first = users.get(post.path("author_id").asText());
      put(post, AUTHORS, authors.getOrDefault(id, first == null ? List.of() : List.of(first)));
      put(post, TAGS, tags.getOrDefault(id, List.of()));
      posts.add(post);
    }
  }

  private static Map<String, String> names(JsonNode table) {
    Map<String, String> names = new HashMap<>();
    table.forEach(row -> names.put(row.path("id").asText(), row.path("name").asText()));
    return names;
  }

  /** What a table of links gives to each post, in the order of its rows. */
  private static Map<String, List<String>> linked(
      JsonNode links, String key, Map<String, String> names) {
    Map<String, List<String>> linked = new HashMap<>();
    for (JsonNode link : links) {
      String name = names.get(link.path(key).asText());
      if (name != null && !name.isBlank()) {
        linked.computeIfAbsent(link.path("post_id").asText(), post -> new ArrayList<>()).add(name);
      }
    }
    return linked;
  }

  private static void put(JsonNode article, String field, List<String> names) {
    if (article instanceof ObjectNode object && !object.has(field) && !names.isEmpty()) {
      ArrayNode list = object.putArray(field);
      names.forEach(list::add);
    }
  }

  private static void joinIncluded(JsonNode document) {
    Map<String, String> names = new HashMap<>();
    for (JsonNode resource : document.get("included")) {
      names.put(key(resource), name(resource.path("attributes")));
    }
    JsonNode data = document.path("data");
    if (data.isArray()) {
      data.forEach(article -> join(article, names));
    } else {
      join(data, names);
    }
  }

  private static String key(JsonNode resource) {
    return resource.path("type").asText() + " " + resource.path("id").asText();
  }

  private static String name(JsonNode attributes) {
    for (String field : List.of("display_name", "name", "title")) {
      if (attributes.path(field).isTextual()) {
        return attributes.get(field).textValue();
      }
    }
    return "";
  }

  private static void join(JsonNode article, Map<String, String> names) {
    List<String> authors = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (Map.Entry<String, JsonNode> link : article.path("relationships").properties()) {
      for (JsonNode target : targets(link.getValue().path("data"))) {
        String name = names.getOrDefault(key(target), "");
        String type = target.path("type").asText();
        boolean isTag = type.startsWith("taxonomy_term");
        boolean isAuthor = type.startsWith("user") || AUTHOR_LINK.matcher(link.getKey()).matches();
        if (!name.isBlank() && (isTag || isAuthor)) {
          (isAuthor ? authors : tags).add(name);
        }
      }
    }
    put(article, AUTHORS, authors);
    put(article, TAGS, tags);
  }

  private static Iterable<JsonNode> targets(JsonNode data) {
    return data.isArray() ? data : List.of(data);
  }
}
