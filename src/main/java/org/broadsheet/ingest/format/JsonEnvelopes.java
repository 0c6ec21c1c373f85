package org.broadsheet.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the articles of an envelope, a JSON object in which they are the items of an array or the
 * values of a map, some levels down. They are those parts that have a title or a body, where the
 * whole has neither; where it has a title, those that have all that an article needs. The articles
 * of a data frame that was written column by column are its rows.
 */
final class JsonEnvelopes {

  /** How deep articles may lie in an envelope. */
  private static final int DEEPEST = 5;

  /** How many parts of a container are looked at for an article. */
  private static final int SAMPLE = 8;

  private final JsonArticles articles;

  JsonEnvelopes(JsonArticles articles) {
    this.articles = articles;
  }

  /**
   * Whether an object is an envelope. Objects of unknown fields may hold links with titles, so that
   * the articles must be whole ones.
   */
  boolean isEnvelope(byte[] object) {
    List<byte[]> found = parts(object);
    return !found.isEmpty()
        && found.get(0) != object
        && articles.isWholeArticle(articles.value(found.get(0)));
  }

  /**
   * The records of a whole object: the object itself or, if it is an envelope, its parts; none if
   * it is not JSON.
   */
  List<byte[]> parts(byte[] object) {
    JsonNode node = articles.value(object);
    if (node == null) {
      return List.of();
    }
    List<JsonNode> found = new ArrayList<>();
    if (isTable(node)) {
      found.addAll(JsonTable.rows(node));
    } else if (!articles.hasBody(node)) {
      addParts(node, partOf(node), 1, found);
    }
    return found.isEmpty() ? List.of(object) : found.stream().map(JsonEnvelopes::bytes).toList();
  }

  /** A map of articles looks like the columns of a table, but for what its parts are. */
  private boolean isTable(JsonNode object) {
    List<JsonNode> rows = JsonTable.rows(object);
    return !rows.isEmpty()
        && articles.isArticle(rows.get(0))
        && !articles.isArticle(object.iterator().next());
  }

  private static byte[] bytes(JsonNode part) {
    return part.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What a part must be to be an article. Where the whole has a title, parts with a title may be
   * its links, sections or comments.
   */
  Predicate<JsonNode> partOf(JsonNode whole) {
    return articles.isArticle(whole) ? articles::isWholeArticle : articles::isArticle;
  }

  /**
   * Of an array that holds an article, every item is a record; of a map, or of a graph of linked
   * data, every article.
   */
  private void addParts(
      JsonNode container, Predicate<JsonNode> isPart, int depth, List<JsonNode> found) {
    boolean holdsArticles = container.valueStream().limit(SAMPLE).anyMatch(isPart);
    for (JsonNode child : container) {
      boolean isItem = container.isArray() && !child.has("@type");
      if (holdsArticles && (isItem || isPart.test(child))) {
        found.add(child);
      } else if (child.isContainerNode() && depth < DEEPEST) {
        addParts(child, isPart, depth + 1, found);
      }
    }
  }
}
