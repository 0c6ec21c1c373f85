package org.broadsheet.ingest.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.FoundArticle.FoundArticleBuilder;
import org.broadsheet.ingest.record.Reason;
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

  private static final int DEEPEST = 40;

  private static final Pattern DIVISION = Pattern.compile("div[0-7]?");

  private static final String ARTICLE = "article";

  /** Types of divisions that are articles if they hold none. */
  private static final Set<String> STORIES = Set.of("news", "story", "letter", "editorial");

  /** Of two readings, those that are not taken. */
  private static final Set<String> CHOSEN_AGAINST = Set.of("sic", "orig", "abbr");

  /** Letters of a rejected text that are shown. */
  private static final int SHOWN = 60;

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
    List<Element> bodies =
        Xml.all(tei, "text").stream().filter(text -> Xml.child(text, "body") != null).toList();
    otherReadings(tei).forEach(Element::remove);
    Element text = Xml.child(tei, "text");
    Edition edition = new Edition(source(header), published(header), language(tei, header, text));
    List<FoundArticle> articles = new ArrayList<>();
    for (Element one : bodies.size() < 2 ? Collections.singletonList(text) : bodies) {
      List<Element> divisions = new ArrayList<>();
      addArticles(one, divisions, 0);
      if (divisions.size() > 1) {
        divisions.forEach(division -> articles.add(division(edition, division)));
        divisions.forEach(Element::remove);
        beside(one).ifPresent(articles::add);
      } else if (bodies.size() < 2) {
        articles.add(whole(edition, header, one));
      } else {
        articles.add(division(edition, Xml.child(one, "body")));
      }
    }
    return articles;
  }

  /** What a text says in another way as well: as it was printed, or before it was mended. */
  private static List<Element> otherReadings(Element tei) {
    return tei.stream().filter(TeiDocuments::isOtherReading).toList();
  }

  private static boolean isOtherReading(Element element) {
    String name = Xml.localName(element);
    Element around = element.parent();
    return name.equals("del")
        || CHOSEN_AGAINST.contains(name) && around != null && Xml.isNamed(around, "choice");
  }

  /** Adds the outermost articles; a division of news may hold articles, or be one. */
  private static void addArticles(Element parent, List<Element> articles, int depth) {
    if (parent == null || depth > DEEPEST) {
      return;
    }
    for (Element child : parent.children()) {
      String type = isDivision(child) ? child.attr("type").toLowerCase(Locale.ROOT) : "";
      int before = articles.size();
      if (!type.equals(ARTICLE)) {
        addArticles(child, articles, depth + 1);
      }
      if (type.equals(ARTICLE) || STORIES.contains(type) && articles.size() == before) {
        articles.add(child);
      }
    }
  }

  private static boolean isDivision(Element element) {
    return DIVISION.matcher(Xml.localName(element)).matches();
  }

  /** A rejection of the paragraphs that are in no article. */
  private static Optional<FoundArticle> beside(Element text) {
    Element rest = Xml.child(text, "body");
    String words = Xml.first(rest, "p") == null ? null : Xml.line(body(rest));
    return Optional.ofNullable(words)
        .map(
            line ->
                FoundArticle.rejected(
                    Reason.BAD_RECORD,
                    "text in no division of the type article: "
                        + line.substring(0, Math.min(SHOWN, line.length()))));
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
    Element head = Xml.isNamed(text, "body") ? Xml.first(text, "head") : Xml.child(text, "head");
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
    String html = isDivision(element) ? "div" : AS_HTML.get(Xml.localName(element));
    if (html != null) {
      element.tagName(html);
    }
  }

  private static String names(Element parent, String name) {
    return Xml.joined(Xml.all(parent, name).stream().map(Xml::line));
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
