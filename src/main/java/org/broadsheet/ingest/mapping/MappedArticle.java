package org.broadsheet.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.ingest.record.ArticleField;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.FieldChoice;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.Reason;

/** Reads the article of a record by a mapping and the fields that the job names. */
final class MappedArticle {

  /** How interfaces end a text that they cut off: "... [+4172 chars]", "... [4172 chars]". */
  private static final Pattern CUT = Pattern.compile("\\[\\+?\\d+ (?:chars|characters)]");

  /** How data sets blank out words for the sake of copyright. */
  private static final String MASK = "@ @ @ @ @";

  private static final int LONGEST_TITLE = 300;

  private static final Pattern SEPARATORS = Pattern.compile("\\s*[,;|]\\s*");

  private final RecordFields fields;
  private final FieldMapping mapping;
  private final FieldChoice choice;
  private final List<String> used = new ArrayList<>();

  MappedArticle(RecordFields fields, FieldMapping mapping, FieldChoice choice) {
    this.fields = fields;
    this.mapping = mapping;
    this.choice = choice;
  }

  FoundArticle read() {
    JsonNode title = node(ArticleField.TITLE);
    JsonNode body = node(ArticleField.BODY);
    if (title == null && body == null) {
      return FoundArticle.rejected(Reason.NO_MAPPING, unmapped());
    }
    JsonNode summary = paragraphs(body) == null ? summary() : null;
    String text = HtmlText.plain(paragraphs(summary == null ? body : summary));
    String whole = withoutCut(text);
    boolean isCut = whole != text;
    BodyStatus status = summary == null ? status(text) : BodyStatus.ABSTRACT;
    return FoundArticle.builder()
        .title(HtmlText.plain(RecordFields.text(title)))
        .body(whole)
        .status(isCut ? BodyStatus.TRUNCATED : status)
        .url(text(ArticleField.URL))
        .source(text(ArticleField.SOURCE))
        .byline(byline())
        .dateline(text(ArticleField.DATELINE))
        .published(text(ArticleField.PUBLISHED))
        .language(text(ArticleField.LANGUAGE))
        .section(section())
        .keywords(keywords())
        .extra(kept())
        .mapping(mapping.name() + ": " + String.join(", ", used))
        .build();
  }

  /**
   * The text of a value. Paragraphs of a list, which may be objects, have a blank line between
   * them.
   */
  private static String paragraphs(JsonNode node) {
    if (node == null || !node.isArray()) {
      return RecordFields.text(node);
    }
    String text =
        node.valueStream()
            .map(item -> RecordFields.text(item.has("text") ? item.get("text") : item))
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n\n"));
    return text.isEmpty() ? null : text;
  }

  /** A text without the mark of an interface that cut it off; the same text without one. */
  private static String withoutCut(String text) {
    int mark = text == null || !text.endsWith("]") ? -1 : text.lastIndexOf('[');
    if (mark < 0 || !CUT.matcher(text).region(mark, text.length()).matches()) {
      return text;
    }
    String before = text.substring(0, mark).stripTrailing();
    return before.endsWith("…")
        ? before.substring(0, before.length() - 1)
        : before.endsWith("...") ? before.substring(0, before.length() - 3) : before;
  }

  private BodyStatus status(String text) {
    boolean masked = text != null && text.contains(MASK);
    return masked ? BodyStatus.MASKED : mapping.status();
  }

  private String unmapped() {
    return "no field is known as title or body among "
        + fields.names()
        + "; name them in the job file, for example input: [{path: ..., fields: {"
        + proposal()
        + "}}]";
  }

  /**
   * Fields to propose to the user: the longest text may be the body, and the longest one that is no
   * longer than a headline the title.
   */
  private String proposal() {
    String body = longest(Integer.MAX_VALUE, null);
    String title = body == null ? null : longest(LONGEST_TITLE, body);
    return (title == null ? "" : "title: " + title + ", ")
        + "body: "
        + (body == null ? "NAME" : body);
  }

  private String longest(int most, String but) {
    String longest = null;
    int length = 0;
    for (String name : fields.names()) {
      String text = name.equals(but) ? null : RecordFields.text(fields.at(name));
      if (text != null && text.length() > length && text.length() <= most && text.contains(" ")) {
        longest = name;
        length = text.length();
      }
    }
    return longest;
  }

  /** The field that replaces a missing body, unless the job names the body. */
  private JsonNode summary() {
    boolean chosen = choice.named().containsKey(ArticleField.BODY);
    return chosen ? null : first("summary", mapping.summaries());
  }

  /** The field that the job names, else the first one of the mapping that holds anything. */
  private JsonNode node(ArticleField field) {
    String chosen = choice.named().get(field);
    List<String> names =
        chosen != null ? List.of(chosen) : mapping.fields().getOrDefault(field, List.of());
    return first(field.label(), names);
  }

  /** The first field that holds a text, else the first one that there is. */
  private JsonNode first(String label, List<String> names) {
    JsonNode empty = null;
    for (String name : names) {
      JsonNode node = fields.at(name);
      if (paragraphs(node) != null) {
        used.add(label + " from " + name);
        return node;
      }
      // An object without a text is something else of the same name.
      empty = empty == null && node != null && !node.isObject() ? node : empty;
    }
    return empty;
  }

  private String text(ArticleField field) {
    return RecordFields.text(node(field));
  }

  /** Names of a list are separated by semicolons, since a name may have a comma. */
  private String byline() {
    JsonNode node = RecordFields.unpacked(node(ArticleField.BYLINE));
    if (node == null || !node.isArray()) {
      return RecordFields.text(node);
    }
    List<String> names = RecordFields.list(node);
    return names.isEmpty() ? null : String.join("; ", names);
  }

  /** The section; the first where several are printed. */
  private String section() {
    String text = text(ArticleField.SECTION);
    int more = text == null ? -1 : text.indexOf(';');
    return more < 0 ? text : text.substring(0, more).strip();
  }

  private List<String> keywords() {
    JsonNode node = RecordFields.unpacked(node(ArticleField.KEYWORDS));
    List<String> items = RecordFields.list(node);
    if (node != null && node.isArray() && node.valueStream().anyMatch(item -> item.has("value"))) {
      // The name of each item then says what kind of keyword it is.
      return node.valueStream()
          .map(item -> RecordFields.text(item.get("value")))
          .filter(Objects::nonNull)
          .toList();
    }
    return node != null && node.isTextual()
        ? items.stream().flatMap(MappedArticle::separated).toList()
        : items;
  }

  private static Stream<String> separated(String keywords) {
    return SEPARATORS.splitAsStream(keywords).map(String::strip).filter(word -> !word.isEmpty());
  }

  private Map<String, String> kept() {
    Map<String, String> kept = new TreeMap<>();
    for (String path : choice.kept()) {
      JsonNode node = fields.at(path);
      String text = isNested(node) ? node.toString() : RecordFields.text(node);
      if (text != null) {
        kept.put(path, text);
      }
    }
    return kept;
  }

  private static boolean isNested(JsonNode node) {
    return node != null
        && (node.isArray()
            ? node.valueStream().anyMatch(item -> item.isArray() || isNested(item))
            : node.isObject() && !RecordFields.isTyped(node));
  }
}
