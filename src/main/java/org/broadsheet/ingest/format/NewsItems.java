package org.broadsheet.ingest.format;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.ingest.mapping.HtmlText;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.Reason;
import org.jsoup.nodes.Element;

/**
 * Items of NewsML-G2, of NewsML 1, and of the form of the Reuters corpora: all have elements of the
 * same name.
 */
final class NewsItems {

  /** The elements that are items. All but the first stand beside articles. */
  static final Set<String> NAMES =
      Set.of(
          "newsitem", "packageitem", "knowledgeitem", "conceptitem", "planningitem", "catalogitem");

  /** How a link says that it leads to the item itself, and not to something else. */
  private static final Set<String> TO_ITSELF =
      Set.of("canonical", "permalink", "self", "alternate");

  private static final List<String> FRAME = List.of("header", "footer", "nav", "aside");

  private NewsItems() {}

  /**
   * Reads an item.
   *
   * @param item the element
   * @return its articles; a rejection for items without a text
   */
  static List<FoundArticle> articles(Element item) {
    if (!Xml.isNamed(item, "newsItem")) {
      return List.of(
          FoundArticle.rejected(
              Reason.NOT_TEXT, "a " + item.tagName() + " lists or describes, and is no article"));
    }
    if (NewsComponents.areIn(item)) {
      return NewsComponents.articles(item);
    }
    Element text = Xml.child(item, "text");
    return List.of(text != null ? reuters(item, text) : article(item));
  }

  private static FoundArticle article(Element item) {
    Element itemMeta = Xml.child(item, "itemMeta");
    String kind = Xml.attribute(Xml.first(itemMeta, "itemClass"), "qcode");
    if (kind != null && !kind.endsWith(":text") && !kind.endsWith(":composite")) {
      return FoundArticle.rejected(Reason.NOT_TEXT, "an item of class " + kind);
    }
    Element meta = Xml.first(item, "contentMeta");
    Element set = Xml.first(item, "contentSet");
    return FoundArticle.builder()
        .title(title(item, meta, set))
        .body(body(set))
        .url(address(item))
        .source(source(item, set))
        .byline(byline(meta, set))
        .dateline(Xml.firstOf(below(meta, "dateline"), set == null ? null : Nitf.dateline(set)))
        .published(published(item, meta))
        .language(
            Xml.firstOf(
                Xml.attribute(Xml.first(meta, "language"), "tag"), Xml.attribute(item, "xml:lang")))
        .keywords(subjects(meta))
        .section(below(meta, "genre"))
        .build();
  }

  private static FoundArticle reuters(Element item, Element text) {
    return FoundArticle.builder()
        .title(Xml.firstOf(below(item, "headline"), below(item, "title")))
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
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String title(Element item, Element meta, Element set) {
    return Xml.firstOf(headline(meta), set == null ? null : Nitf.title(set), below(item, "title"));
  }

  /** The main headline where there are several. */
  private static String headline(Element meta) {
    List<Element> headlines = Xml.all(meta, "headline");
    return headlines.stream()
        .filter(headline -> headline.attr("role").endsWith(":main"))
        .findFirst()
        .or(() -> headlines.stream().findFirst())
        .map(Xml::line)
        .orElse(null);
  }

  /** The content in NITF; else the body of a page; else the longest of what is there as text. */
  private static String body(Element set) {
    if (set == null) {
      return null;
    }
    String nitf = Nitf.body(set);
    return nitf != null ? nitf : Xml.firstOf(longest(set, "inlineXML"), longest(set, "inlineData"));
  }

  private static String longest(Element set, String name) {
    return Xml.all(set, name).stream()
        .map(NewsItems::inline)
        .filter(Objects::nonNull)
        .max(Comparator.comparingInt(String::length))
        .orElse(null);
  }

  private static String inline(Element inline) {
    Element body = Xml.first(inline, "body");
    if (body == null) {
      return HtmlText.plain(Xml.text(inline));
    }
    // Where a page has a head and a foot of its own, they are not the story.
    return HtmlText.plain(
        Xml.textWithout(
            body, part -> part.parent() == body && FRAME.contains(Xml.localName(part))));
  }

  /** The web address of an item, which its identifier is not; null without one. */
  private static String address(Element item) {
    return Stream.concat(
            Xml.children(item, "link").stream(),
            Xml.all(Xml.child(item, "itemMeta"), "link").stream())
        .filter(link -> TO_ITSELF.contains(afterColon(link.attr("rel"))))
        .map(link -> Xml.attribute(link, "href"))
        .filter(href -> href != null && href.startsWith("http"))
        .findFirst()
        .orElse(null);
  }

  private static String afterColon(String code) {
    return code.substring(code.indexOf(':') + 1);
  }

  /** Where the news is from, else who provides it, else who holds the rights. */
  private static String source(Element item, Element set) {
    return Xml.firstOf(
        party(Xml.first(item, "infoSource")),
        party(Xml.first(item, "provider")),
        party(Xml.first(item, "copyrightHolder")),
        set == null ? null : Nitf.holder(set),
        code(Xml.first(item, "provider")));
  }

  /** The name of a party as printed; null where it is known by a code only. */
  private static String party(Element party) {
    return party == null
        ? null
        : Xml.firstOf(below(party, "name"), Xml.attribute(party, "literal"));
  }

  private static String code(Element party) {
    String code = Xml.attribute(party, "qcode");
    return code == null ? null : afterColon(code);
  }

  private static String byline(Element meta, Element set) {
    String by = Xml.joined(Xml.all(meta, "by").stream().map(Xml::line));
    String creators = Xml.joined(Xml.all(meta, "creator").stream().map(NewsItems::party));
    String author = Xml.firstOf(by, creators, set == null ? null : Nitf.byline(set));
    String credit = below(meta, "creditline");
    return author == null || credit == null || author.contains(credit)
        ? Xml.firstOf(author, credit)
        : author + ", " + credit;
  }

  private static String published(Element item, Element meta) {
    return Xml.firstOf(
        below(item, "firstCreated"),
        below(meta, "contentCreated"),
        below(meta, "contentModified"),
        below(item, "versionCreated"));
  }

  private static List<String> subjects(Element meta) {
    return Xml.all(meta, "subject").stream()
        .map(subject -> Xml.firstOf(below(subject, "name"), Xml.attribute(subject, "qcode")))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static String below(Element parent, String name) {
    return Xml.line(Xml.first(parent, name));
  }
}
