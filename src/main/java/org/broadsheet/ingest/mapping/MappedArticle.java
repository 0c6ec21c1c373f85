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
import org.broadsheet.extract.byline.FamilyNames;
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

  private static final String SUMMARY = "summary";

  private static final Pattern SEPARATORS = Pattern.compile("[,;|]");

  private final RecordFields fields;
  private final FieldMapping mapping;
  private final FieldChoice choice;

  /** Which field gave what, for people. */
  private final List<String> used = new ArrayList<>();

  /** The values that were taken. */
  private final List<JsonNode> taken = new ArrayList<>();

  /**
   * A body as it is found.
   *
   * @param text the text; null for none
   * @param status how much of the body it is
   */
  private record MappedBody(String text, BodyStatus status) {
    boolean isWhole() {
      return text != null && (status == BodyStatus.FULL || status == BodyStatus.MASKED);
    }
  }

  MappedArticle(RecordFields fields, FieldMapping mapping, FieldChoice choice) {
    this.fields = fields;
    this.mapping = mapping;
    this.choice = choice;
  }

  FoundArticle read(boolean familyNamesFirst) {
    String kind = isChosen(ArticleField.TITLE) || isChosen(ArticleField.BODY) ? null : kind();
    if (kind != null) {
      return FoundArticle.rejected(
          Reason.NOT_TEXT,
          kind
              + ", so that it is no article; to read it as one, name its fields, for example input: [{path: ..., fields: {"
              + proposal()
              + "}}]");
    }
    JsonNode title = node(ArticleField.TITLE);
    JsonNode printed = node(ArticleField.BODY);
    boolean mayBeBody = isChosen(ArticleField.BODY) || !FieldMappings.isListOfTitled(printed);
    if (title == null && (printed == null || !mayBeBody)) {
      return FoundArticle.rejected(Reason.NO_MAPPING, unmapped());
    }
    MappedBody body = body(printed);
    FoundArticle.FoundArticleBuilder article =
        FoundArticle.builder()
            .title(HtmlText.plain(RecordFields.text(title)))
            .url(text(ArticleField.URL))
            .source(source());
    addByline(article, familyNamesFirst);
    article
        .dateline(text(ArticleField.DATELINE))
        .published(text(ArticleField.PUBLISHED))
        .language(text(ArticleField.LANGUAGE))
        .section(section())
        .keywords(keywords())
        .extra(kept());
    MappedBody whole = isChosen(ArticleField.BODY) ? body : orLonger(body);
    return article
        .body(whole.text)
        .status(whole.status)
        .mapping(mapping.name() + ": " + String.join(", ", used))
        .build();
  }

  /** Names of a list are separated by semicolons, since a name may have a comma. */
  private void addByline(FoundArticle.FoundArticleBuilder article, boolean familyNamesFirst) {
    JsonNode node = RecordFields.unpacked(node(ArticleField.BYLINE));
    if (node == null || !node.isArray()) {
      article.byline(RecordFields.text(node)).familyNamesFirst(familyNamesFirst);
      return;
    }
    List<String> names = RecordFields.list(node);
    article
        .byline(names.isEmpty() ? null : String.join("; ", names))
        .familyNamesFirst(familyNamesFirst || FamilyNames.comeFirstInList(names));
  }

  private boolean isChosen(ArticleField field) {
    return choice.named().containsKey(field);
  }

  private String kind() {
    String kind = mapping.rejectedBy(fields);
    return kind == null ? null : "a record of " + mapping.name() + " whose " + kind;
  }

  private MappedBody body(JsonNode printed) {
    String found = paragraphs(printed);
    String text = found == null ? paragraphs(summary()) : found;
    String whole = withoutCut(text);
    BodyStatus status = found == null && text != null ? BodyStatus.ABSTRACT : status(text);
    return new MappedBody(whole, whole == text ? status : BodyStatus.TRUNCATED);
  }

  private BodyStatus status(String text) {
    if (text != null && text.contains(MASK)) {
      return BodyStatus.MASKED;
    }
    boolean isWhole =
        mapping.status() == BodyStatus.TRUNCATED
            && text != null
            && !text.endsWith("…")
            && !text.endsWith("...");
    return isWhole ? BodyStatus.FULL : mapping.status();
  }

  /**
   * The text of a field that is not used, where the body is missing or cut and no other such text
   * is as long, or where the body is the beginning of that text. Where it may be something else, it
   * is only named.
   */
  private MappedBody orLonger(MappedBody body) {
    UnusedText unused = UnusedText.longest(fields, taken, mapping, body.text);
    if (unused == null) {
      return body;
    }
    String text = withoutCut(unused.text());
    boolean isBody =
        unused.isUnambiguous() && isPartial(body, unused) || unused.goesOnFrom(body.text);
    used.add((isBody ? UnusedText.TAKEN : FoundArticle.LONGER_TEXT) + " from " + unused.path());
    BodyStatus status = text == unused.text() ? BodyStatus.FULL : BodyStatus.TRUNCATED;
    return isBody ? new MappedBody(text, status) : body;
  }

  /**
   * Whether another text may replace the body. Of a known data set without a body, only what has
   * the name of one.
   */
  private boolean isPartial(MappedBody body, UnusedText unused) {
    return body.status == BodyStatus.TRUNCATED
        || !body.isWhole() && (mapping.when().isEmpty() || FieldMappings.isBody(unused.path()));
  }

  /**
   * The plain text of a value. Paragraphs of a list, which may be objects, have a blank line
   * between them.
   */
  static String paragraphs(JsonNode node) {
    if (node == null || !node.isArray()) {
      return plain(node);
    }
    String text =
        node.valueStream()
            .map(MappedArticle::paragraph)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n\n"));
    return text.isEmpty() ? null : text;
  }

  private static String plain(JsonNode node) {
    String text = RecordFields.text(node);
    if (text == null) {
      return node != null && node.isObject() && RichText.isTree(node) ? RichText.of(node) : null;
    }
    return HtmlText.plain(text.startsWith("{") ? RichText.unpacked(text) : text);
  }

  private static String paragraph(JsonNode item) {
    if (FieldMappings.isRecord(item)) {
      return null;
    }
    if (item.has("text")) {
      return section(item);
    }
    if (RichText.hasTitle(item)) {
      return null;
    }
    return RichText.isElement(item) ? RichText.of(item) : HtmlText.plain(RecordFields.text(item));
  }

  /** A title is a line of its own. */
  private static String section(JsonNode item) {
    String title = HtmlText.plain(RecordFields.text(RichText.title(item)));
    String text = HtmlText.plain(RecordFields.text(item.get("text")));
    return title == null || text == null ? text : title + "\n\n" + text;
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
    return isChosen(ArticleField.BODY) ? null : first(SUMMARY, mapping.summaries());
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
      if (holdsText(node, label)) {
        used.add(label + " from " + name);
        taken.add(node);
        return node;
      }
      empty = empty == null && node != null && !isOther(node) ? node : empty;
    }
    return empty;
  }

  /** An object without a text, or a list of such, is something else of the same name. */
  private static boolean isOther(JsonNode node) {
    return node.isObject() || node.path(0).isObject();
  }

  /** Only a body, or what replaces it, must have paragraphs. */
  private static boolean holdsText(JsonNode node, String label) {
    boolean isBody = label.equals(ArticleField.BODY.label()) || label.equals(SUMMARY);
    return node != null && node.isTextual() || !isBody && RecordFields.text(node) != null
        ? RecordFields.text(node) != null
        : paragraphs(node) != null;
  }

  private String text(ArticleField field) {
    return RecordFields.text(node(field));
  }

  private String source() {
    String printed = text(ArticleField.SOURCE);
    return printed == null ? mapping.source() : printed;
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
