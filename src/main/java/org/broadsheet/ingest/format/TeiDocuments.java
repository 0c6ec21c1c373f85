package org.broadsheet.ingest.format;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.FoundArticle.FoundArticleBuilder;
import org.jsoup.nodes.Element;

/**
 * Articles in TEI, the form of digital editions: a document is one, or an issue whose divisions
 * are.
 */
final class TeiDocuments {

  /** The root of a document today, and before version 5. */
  static final Set<String> NAMES = Set.of("tei", "tei.2");

  /** How HTML names the elements that break lines and paragraphs. */
  private static final Map<String, String> AS_HTML =
      Map.of(
          "head",
          "h2",
          "ab",
          "p",
          "l",
          "p",
          "lg",
          "div",
          "lb",
          "br",
          "item",
          "li",
          "list",
          "ul",
          "sp",
          "p",
          "quote",
          "blockquote");

  /** What pages carry beside the text, and what its editors say about it. */
  private static final Set<String> BESIDE_TEXT =
      Set.of("note", "fw", "figure", "teiheader", "back");

  private static final int DEEPEST = 20;

  /**
   * What a document says of all its articles.
   *
   * @param source the newspaper that an edition is made from, else who publishes the edition
   * @param published the day of the paper, else of the edition
   * @param language the language
   */
  private record Edition(String source, String published, String language) {

    FoundArticleBuilder article(Element text, String body) {
      return FoundArticle.builder()
          .body(body)
          .source(source)
          .published(published)
          .language(Xml.firstOf(Xml.attribute(text, "xml:lang"), language));
    }
  }

  private TeiDocuments() {}

  /**
   * Reads a document.
   *
   * @param tei its root
   * @return its articles
   */
  static List<FoundArticle> articles(Element tei) {
    Element header = Xml.child(tei, "teiHeader");
    Element text = Xml.child(tei, "text");
    Edition edition = new Edition(source(header), published(header), language(tei, header, text));
    List<Element> divisions =
        Xml.all(text, "div").stream().filter(TeiDocuments::isOutermostArticle).toList();
    return divisions.size() < 2
        ? List.of(whole(edition, header, text))
        : divisions.stream().map(division -> division(edition, division)).toList();
  }

  private static boolean isArticle(Element division) {
    return Xml.isNamed(division, "div") && division.attr("type").equalsIgnoreCase("article");
  }

  private static boolean isOutermostArticle(Element division) {
    Element around = division.parent();
    boolean isWithin = false;
    for (int depth = 0; around != null && depth < DEEPEST; depth++) {
      isWithin |= isArticle(around);
      around = around.parent();
    }
    return isArticle(division) && !isWithin;
  }

  private static FoundArticle whole(Edition edition, Element header, Element text) {
    Element titles = Xml.first(header, "titleStmt");
    Element body = Xml.first(text, "body");
    return edition
        .article(text, body(body == null ? text : body))
        .title(Xml.line(Xml.child(titles, "title")))
        .byline(names(titles, "author"))
        .build();
  }

  private static FoundArticle division(Edition edition, Element division) {
    Element text = division.clone();
    Element head = Xml.child(text, "head");
    Element byline = Xml.child(text, "byline");
    Stream.of(head, byline).filter(Objects::nonNull).forEach(Element::remove);
    return edition
        .article(division, body(text))
        .title(Xml.line(head))
        .byline(Xml.line(byline))
        .build();
  }

  private static String body(Element text) {
    if (text == null) {
      return null;
    }
    Element body = text.clone();
    body.stream().forEach(TeiDocuments::nameAsHtml);
    return Xml.textWithout(body, element -> BESIDE_TEXT.contains(Xml.localName(element)));
  }

  private static void nameAsHtml(Element element) {
    String html = AS_HTML.get(Xml.localName(element));
    if (html != null) {
      element.tagName(html);
    }
  }

  private static String names(Element parent, String name) {
    String names =
        Xml.all(parent, name).stream()
            .map(Xml::line)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining("; "));
    return names.isEmpty() ? null : names;
  }

  private static String source(Element header) {
    Element origin = Xml.first(header, "sourceDesc");
    String journal =
        Xml.all(origin, "title").stream()
            .filter(title -> title.attr("level").equals("j"))
            .findFirst()
            .map(Xml::line)
            .orElse(null);
    return Xml.firstOf(
        journal,
        Xml.line(Xml.first(origin, "publisher")),
        Xml.line(Xml.first(Xml.first(header, "publicationStmt"), "publisher")));
  }

  private static String published(Element header) {
    return Stream.of("sourceDesc", "publicationStmt", "creation")
        .map(place -> Xml.first(Xml.first(header, place), "date"))
        .map(
            date ->
                Xml.firstOf(
                    Xml.attribute(date, "when"), Xml.attribute(date, "when-iso"), Xml.line(date)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String language(Element tei, Element header, Element text) {
    return Xml.firstOf(
        Xml.attribute(text, "xml:lang"),
        Xml.attribute(Xml.first(Xml.first(header, "langUsage"), "language"), "ident"),
        Xml.attribute(tei, "xml:lang"));
  }
}
