package org.broadsheet.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  /** Fields whose parts have titles, but are no articles. */
  private static final Set<String> MEDIA =
      Set.of(
          "renditions images photos pictures videos thumbnails multimedia enclosures attachments"
              .split(" "));

  /** Fields of an article that hold others. */
  private static final Set<String> RELATED =
      Set.of(
          ("associations related relatedcontent relateditems relatedarticles relatedstories relatedlinks promoitems"
                  + " included comments")
              .split(" "));

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
    List<JsonNode> joined = JoinedTables.articles(node);
    if (!joined.isEmpty()) {
      found.addAll(joined);
    } else if (isTable(node)) {
      found.addAll(JsonTable.rows(node));
    } else if (!articles.hasBody(node) && !articles.isOfOtherKind(node)) {
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
    if (container.isObject()) {
      for (Map.Entry<String, JsonNode> field : container.properties()) {
        JsonNode child = field.getValue();
        if (!isDetail(field.getKey(), container)) {
          addPart(child, holdsArticles && isPart.test(child), isPart, depth, found);
        }
      }
      return;
    }
    for (JsonNode child : container) {
      boolean isItem = !child.has("@type") || isPart.test(child);
      addPart(child, holdsArticles && isItem, isPart, depth, found);
    }
  }

  private void addPart(
      JsonNode part,
      boolean isRecord,
      Predicate<JsonNode> isPart,
      int depth,
      List<JsonNode> found) {
    if (isRecord) {
      found.add(part);
    } else if (part.isContainerNode() && depth < DEEPEST) {
      addParts(part, isPart, depth + 1, found);
    }
  }

  /**
   * Whether a field holds what belongs to a record, and no records: the files of a picture or, in
   * an article, others that are related to it.
   *
   * @param name the field
   * @param object what it is in
   */
  boolean isDetail(String name, JsonNode object) {
    String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    return MEDIA.contains(plain) || RELATED.contains(plain) && articles.isArticle(object);
  }
}
