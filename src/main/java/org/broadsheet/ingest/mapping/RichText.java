package org.broadsheet.ingest.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.broadsheet.extract.Markdown;

/**
 * The text of an article that editors keep as a tree: Arc XP, Lexical, ProseMirror, Slate, Portable
 * Text, Draft.js, Editor.js, Contentful and Mobiledoc. Elements that hold no text of the article,
 * such as pictures, are left out.
 */
final class RichText {

  private static final List<String> TYPES = List.of("type", "_type", "nodeType");

  private static final List<String> TITLES = List.of("title", "headline", "headlines");

  /** Where elements hold their text. */
  private static final List<String> TEXTS = List.of("text", "value", "content", "markdown", "html");

  /** Where elements hold other elements. */
  private static final List<String> PARTS =
      List.of(
          "root", "blocks", "children", "content", "content_elements", "items", "nodes", "data");

  private static final Set<String> WITHOUT_TEXT =
      Set.of(
          ("image picture photo gallery video audio graphic oembed_response custom_embed raw_html reference divider"
                  + " interstitial_link link_list endorsement embed file bookmark button signup product toggle"
                  + " horizontalrule paywall email email-cta call-to-action header-card code table linktool")
              .split(" "));

  /** Elements within a paragraph. */
  private static final Set<String> INLINE =
      Set.of("", "text", "extended-text", "span", "leaf", "link", "autolink", "hyperlink", "mark");

  private static final Set<String> BREAKS = Set.of("linebreak", "hardBreak", "hard_break", "br");

  /** Whole runs, so that none is looked at twice. */
  private static final Pattern SPACE = Pattern.compile("\\s{2,}+");

  private final StringBuilder out = new StringBuilder();

  private RichText() {}

  /**
   * The text of a tree.
   *
   * @param tree an object or array of JSON
   * @return its paragraphs, a blank line between each; null if it has none
   */
  static String of(JsonNode tree) {
    RichText text = new RichText();
    if (tree.path("sections").isArray() && tree.has("cards")) {
      text.addMobiledoc(tree);
    } else {
      text.add(tree);
    }
    String plain = SPACE.matcher(text.out).replaceAll(RichText::squeezed).strip();
    return plain.isEmpty() ? null : plain;
  }

  /** Space with two line breaks is one between paragraphs. */
  private static String squeezed(MatchResult space) {
    boolean isBreak = space.group().indexOf('\n') < space.group().lastIndexOf('\n');
    return isBreak ? "\n\n" : space.group();
  }

  /**
   * Whether an object is such a tree, and no record or part of one.
   *
   * @param node a value
   * @return true if it has the root of one
   */
  static boolean isTree(JsonNode node) {
    boolean isDocument =
        type(node).startsWith("doc") && node.path("content").isArray()
            || node.path("root").path("children").isArray()
            || node.path("sections").isArray() && node.has("cards");
    return isDocument || node.path("blocks").path(0).isObject() && !node.has("title");
  }

  /**
   * Whether an item of a list is an element of such a tree, and no record by itself.
   *
   * @param item an item
   * @return true if it has a type and no title
   */
  static boolean isElement(JsonNode item) {
    return !type(item).isEmpty() && !hasTitle(item);
  }

  /**
   * Whether an item of a list has a title, so that it is no paragraph.
   *
   * @param item an item
   * @return true for what may be a record by itself
   */
  static boolean hasTitle(JsonNode item) {
    return title(item) != null;
  }

  /** The title of an item of a list; null for none. */
  static JsonNode title(JsonNode item) {
    return TITLES.stream().filter(item::has).findFirst().map(item::get).orElse(null);
  }

  /**
   * The text of a tree that was written as JSON into a text.
   *
   * @param text any text
   * @return the text of the tree; the same text if it holds none
   */
  static String unpacked(String text) {
    boolean isObject = text.startsWith("{") && text.endsWith("}");
    if (!isObject) {
      return text;
    }
    try {
      JsonNode tree = JsonText.parsed(text);
      String found = isTree(tree) ? of(tree) : null;
      return found == null ? text : found;
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  private void add(JsonNode node) {
    if (node.isArray()) {
      node.forEach(this::addItem);
    } else if (node.isObject()) {
      addElement(node);
    }
  }

  /** An item of a list may be a text by itself. */
  private void addItem(JsonNode item) {
    if (item.isTextual()) {
      addBlock(item.textValue());
    } else {
      add(item);
    }
  }

  private void addElement(JsonNode element) {
    String type = type(element);
    if (WITHOUT_TEXT.contains(type)) {
      return;
    }
    if (BREAKS.contains(type)) {
      out.append('\n');
      return;
    }
    boolean inline = INLINE.contains(type) && !element.path("content").isTextual();
    breakUnless(inline);
    for (String name : TEXTS) {
      JsonNode text = element.path(name);
      if (text.isTextual()) {
        out.append(plain(name, text.textValue()));
        break;
      }
    }
    PARTS.forEach(name -> add(element.path(name)));
    breakUnless(inline);
  }

  private static String type(JsonNode element) {
    return TYPES.stream()
        .map(element::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst()
        .orElse("");
  }

  private static String plain(String name, String text) {
    return name.equals("markdown") ? Markdown.plain(text) : HtmlText.plain(text);
  }

  private void breakUnless(boolean inline) {
    out.append(inline ? "" : "\n\n");
  }

  private void addBlock(String text) {
    out.append("\n\n").append(HtmlText.plain(text)).append("\n\n");
  }

  /** Sections of markers; a section that is a card points into the list of cards. */
  private void addMobiledoc(JsonNode document) {
    for (JsonNode section : document.path("sections")) {
      switch (section.path(0).asInt()) {
        case 1 -> addMarkers(section.path(2));
        case 3 -> section.path(2).forEach(this::addMarkers);
        case 10 -> addCard(document.path("cards").path(section.path(1).asInt()));
        default -> {}
      }
    }
  }

  private void addMarkers(JsonNode markers) {
    out.append("\n\n");
    for (JsonNode marker : markers) {
      boolean isText = marker.path(0).asInt() == 0;
      out.append(isText ? marker.path(3).asText() : "\n");
    }
    out.append("\n\n");
  }

  private void addCard(JsonNode card) {
    JsonNode payload = card.path(1);
    if (payload.path("markdown").isTextual()) {
      out.append("\n\n").append(Markdown.plain(payload.get("markdown").textValue())).append("\n\n");
    } else if (card.path(0).asText().equals("html") && payload.path("html").isTextual()) {
      addBlock(payload.get("html").textValue());
    }
  }
}
