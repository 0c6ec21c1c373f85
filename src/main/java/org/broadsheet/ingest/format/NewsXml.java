package org.broadsheet.ingest.format;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.Reason;
import org.jsoup.nodes.Element;

/**
 * Articles in the exchange formats of agencies: NITF, NewsML-G2, and the form of the Reuters
 * corpora, whose element has the name of that of NewsML-G2.
 */
final class NewsXml {

  private NewsXml() {}

  /**
   * Reads a document of NITF.
   *
   * @param nitf the element {@code nitf}
   * @return the article
   */
  static FoundArticle nitf(Element nitf) {
    Element content = Xml.first(nitf, "body.content");
    List<String> captions =
        content == null
            ? List.of()
            : texts(Xml.all(content, "media-caption").stream().map(Xml::text));
    return FoundArticle.builder()
        .title(title(nitf))
        .body(content == null ? null : body(content))
        .url(Xml.attribute(Xml.first(nitf, "pubdata"), "ex-ref"))
        .source(nitfSource(nitf))
        .byline(Xml.text(Xml.first(nitf, "byline")))
        .dateline(Xml.text(Xml.first(nitf, "dateline")))
        .published(nitfDate(nitf))
        .language(Xml.attribute(nitf, "xml:lang"))
        .section(meta(nitf, "section"))
        .keywords(attributes(nitf, "keyword", "key"))
        .captions(captions)
        .build();
  }

  private static String title(Element root) {
    Element headline = Xml.first(root, "hl1");
    return Xml.text(headline != null ? headline : Xml.first(root, "title"));
  }

  /** The text without pictures. */
  private static String body(Element content) {
    Element text = content.clone();
    Xml.all(text, "media").forEach(Element::remove);
    return Xml.text(text);
  }

  private static String nitfSource(Element nitf) {
    Element publication = Xml.first(nitf, "pubdata");
    String name = Xml.attribute(publication, "name");
    String distributor = Xml.text(Xml.first(nitf, "distributor"));
    return name != null ? name : distributor != null ? distributor : meta(nitf, "source");
  }

  /** When it was issued; else released; else published; else the date of the story. */
  private static String nitfDate(Element nitf) {
    return Stream.of(
            Xml.attribute(Xml.first(nitf, "date.issue"), "norm"),
            Xml.attribute(Xml.first(nitf, "date.release"), "norm"),
            Xml.attribute(Xml.first(nitf, "pubdata"), "date.publication"),
            Xml.attribute(Xml.first(nitf, "story.date"), "norm"))
        .filter(date -> date != null)
        .findFirst()
        .orElse(null);
  }

  /** The content of a {@code meta} whose name is, or ends in, a word. */
  private static String meta(Element root, String word) {
    return Xml.all(root, "meta").stream()
        .filter(meta -> meta.attr("name").toLowerCase(java.util.Locale.ROOT).endsWith(word))
        .map(meta -> Xml.attribute(meta, "content"))
        .filter(content -> content != null)
        .findFirst()
        .orElse(null);
  }

  /**
   * Reads an item of NewsML-G2.
   *
   * @param item the element {@code newsItem}
   * @return the article; a rejection for pictures, graphics, audio and video
   */
  static FoundArticle newsItem(Element item) {
    String kind = Xml.attribute(Xml.first(item, "itemClass"), "qcode");
    if (kind != null && !kind.endsWith(":text") && !kind.endsWith(":composite")) {
      return FoundArticle.rejected(Reason.NOT_TEXT, "an item of class " + kind);
    }
    Element text = Xml.first(item, "text");
    if (text != null) {
      return reuters(item, text);
    }
    Element meta = Xml.first(item, "contentMeta");
    Element set = Xml.first(item, "contentSet");
    Element inline = set == null ? null : Xml.first(set, "body.content");
    return FoundArticle.builder()
        .title(newsTitle(item, meta, set))
        .body(inline != null ? body(inline) : Xml.text(contentBody(set)))
        .url(address(item))
        .source(newsSource(item))
        .byline(newsByline(meta))
        .dateline(below(meta, "dateline"))
        .published(newsDate(item, meta))
        .language(
            Stream.of(attributeBelow(meta, "language", "tag"), Xml.attribute(item, "xml:lang"))
                .filter(language -> language != null)
                .findFirst()
                .orElse(null))
        .keywords(meta == null ? List.of() : subjects(meta))
        .section(below(meta, "genre"))
        .build();
  }

  private static FoundArticle reuters(Element item, Element text) {
    String headline = below(item, "headline");
    return FoundArticle.builder()
        .title(headline != null ? headline : below(item, "title"))
        .body(Xml.text(text))
        .source(reutersMeta(item, "dc.source"))
        .byline(below(item, "byline"))
        .dateline(below(item, "dateline"))
        .published(Xml.attribute(item, "date"))
        .language(Xml.attribute(item, "xml:lang"))
        .build();
  }

  private static String reutersMeta(Element item, String name) {
    return Xml.all(item, "dc").stream()
        .filter(meta -> meta.attr("element").equals(name))
        .map(meta -> Xml.attribute(meta, "value"))
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }

  private static String newsTitle(Element item, Element meta, Element set) {
    String headline = below(meta, "headline");
    if (headline != null) {
      return headline;
    }
    String inline = set == null ? null : title(set);
    return inline != null ? inline : Xml.text(Xml.first(item, "title"));
  }

  private static Element contentBody(Element set) {
    if (set == null) {
      return null;
    }
    Element inlineXml = Xml.first(set, "inlineXML");
    Element body = inlineXml == null ? null : Xml.first(inlineXml, "body");
    return body != null ? body : inlineXml != null ? inlineXml : Xml.first(set, "inlineData");
  }

  /** The web address of an item, which its identifier is not; null without one. */
  private static String address(Element item) {
    return Xml.all(item, "link").stream()
        .map(link -> Xml.attribute(link, "href"))
        .filter(href -> href != null && href.startsWith("http"))
        .findFirst()
        .orElse(null);
  }

  private static String newsSource(Element item) {
    for (String name : List.of("infoSource", "provider")) {
      Element source = Xml.first(item, name);
      String printed = source == null ? null : below(source, "name");
      String literal = Xml.attribute(source, "literal");
      if (printed != null || literal != null) {
        return printed != null ? printed : literal;
      }
    }
    return null;
  }

  private static String newsByline(Element meta) {
    String by = below(meta, "by");
    Element creator = meta == null ? null : Xml.first(meta, "creator");
    String name = creator == null ? null : below(creator, "name");
    String credit = below(meta, "creditline");
    String author = by != null ? by : name;
    return author == null || credit == null || author.contains(credit)
        ? author != null ? author : credit
        : author + ", " + credit;
  }

  private static String newsDate(Element item, Element meta) {
    return Stream.of(
            Xml.text(Xml.first(item, "firstCreated")),
            below(meta, "contentCreated"),
            below(meta, "contentModified"),
            Xml.text(Xml.first(item, "versionCreated")))
        .filter(date -> date != null)
        .findFirst()
        .orElse(null);
  }

  private static List<String> subjects(Element meta) {
    return Xml.all(meta, "subject").stream()
        .map(
            subject ->
                below(subject, "name") != null
                    ? below(subject, "name")
                    : Xml.attribute(subject, "qcode"))
        .filter(subject -> subject != null)
        .distinct()
        .toList();
  }

  private static String below(Element parent, String name) {
    return parent == null ? null : Xml.text(Xml.first(parent, name));
  }

  private static String attributeBelow(Element parent, String name, String attribute) {
    return parent == null ? null : Xml.attribute(Xml.first(parent, name), attribute);
  }

  private static List<String> attributes(Element root, String name, String attribute) {
    return texts(Xml.all(root, name).stream().map(e -> Xml.attribute(e, attribute)));
  }

  private static List<String> texts(Stream<String> values) {
    return values.filter(text -> text != null).toList();
  }
}
