package org.broadsheet.ingest.format;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.web.WebAddress;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.jsoup.nodes.Element;

/** The items of an RSS or Atom feed, or of the export of a content system that has such a form. */
final class FeedItems {

  private static final Pattern HAS_SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*");

  private static final String BLOGGER_KINDS = "http://schemas.google.com/g/2005#kind";

  private static final String[] CONTENT = {
    "content:encoded", "content", "fulltext", "fullitem", "xhtml:body", "body"
  };

  private static final String[] SUMMARY = {
    "description",
    "summary",
    "itunes:summary",
    "dc:description",
    "dcterms:abstract",
    "dcterms:description",
    "media:description",
    "abstract",
    "itunes:subtitle"
  };

  private static final String[] PUBLISHED = {
    "pubdate",
    "published",
    "dc:date",
    "issued",
    "dcterms:issued",
    "dcterms:created",
    "created",
    "dcterms:available",
    "dcterms:date",
    "updated",
    "modified",
    "dcterms:modified",
    "prism:publicationdate"
  };

  /** A feed that has not said what it is by then will not. */
  private static final int MOST_READINGS = 10;

  /** Of the feed or channel of the item before; null before the first one. */
  private FeedHeader header;

  private Element feed;

  /** How often the header was read, and how many children of the feed stood before the item. */
  private int readings;

  private int children;

  private FeedItems() {}

  /**
   * Prepares to read a feed.
   *
   * @param settings how; a feed needs none
   * @return what reads its items
   */
  static Function<Element, List<FoundArticle>> of(ReadSettings settings) {
    FeedItems items = new FeedItems();
    return item -> List.of(items.article(item));
  }

  /**
   * Reads an item.
   *
   * @param item an {@code item} of RSS or an {@code entry} of Atom
   * @return the article; a summary is an abstract unless there is a content
   */
  private FoundArticle article(Element item) {
    if (feed != item.parent()) {
      feed = item.parent();
      readings = 0;
      children = 0;
      header = null;
    }
    if (header == null || header.source() == null && mayHaveMore(item)) {
      header = FeedHeader.of(item);
      readings++;
      children = item.elementSiblingIndex();
    }
    FeedFields fields = FeedFields.of(item);
    if (WordpressExport.isOne(fields)) {
      return WordpressExport.article(fields, header);
    }
    String kind = bloggerKind(fields);
    return kind == null || kind.equals("post")
        ? article(item, fields)
        : FoundArticle.rejected(Reason.NOT_TEXT, "of the Blogger kind " + kind + ", no post");
  }

  /** Whether anything stands in the feed that was not read: items before this one are removed. */
  private boolean mayHaveMore(Element item) {
    return readings < MOST_READINGS && item.elementSiblingIndex() != children;
  }

  /** What an entry of an export of Blogger is, beside posts their comments and settings. */
  private static String bloggerKind(FeedFields fields) {
    return fields.all("category").stream()
        .filter(FeedItems::isKind)
        .map(kind -> kind.attr("term"))
        .map(term -> term.substring(term.indexOf('#') + 1))
        .findFirst()
        .orElse(null);
  }

  private static boolean isKind(Element category) {
    return category.attr("scheme").equals(BLOGGER_KINDS);
  }

  private FoundArticle article(Element item, FeedFields fields) {
    String content = fields.text(CONTENT);
    String address = absolute(url(item, fields), item);
    boolean isFrontPage = isFrontPage(address);
    String own = source(fields);
    List<String> categories = categories(fields).distinct().toList();
    return FoundArticle.builder()
        .title(fields.line("title", "dc:title", "dcterms:title", "itunes:title", "media:title"))
        .body(content != null ? content : fields.text(SUMMARY))
        .status(content != null ? BodyStatus.FULL : BodyStatus.ABSTRACT)
        .url(isFrontPage ? null : address)
        .source(own != null ? own : isFrontPage ? host(address) : header.source())
        .byline(byline(fields))
        .published(published(item, fields))
        .language(language(item))
        .section(categories.isEmpty() ? null : categories.get(0))
        .keywords(categories)
        .build();
  }

  /** The address in Atom is an attribute, in RSS a text, or a permanent identifier. */
  private static String url(Element item, FeedFields fields) {
    for (Element link : fields.all("link")) {
      String relation = link.attr("rel");
      if (link.hasAttr("href") && (relation.isEmpty() || relation.equals("alternate"))) {
        return link.attr("href").strip();
      }
    }
    String link = fields.text("feedburner:origlink", "link");
    String id = fields.text("guid", "id");
    return Xml.firstOf(
        link,
        id != null && id.startsWith("http") ? id : null,
        Xml.attribute(item, "rdf:about"),
        Xml.attribute(item, "href"));
  }

  /** An address that is relative to the feed's, as some write it. */
  private String absolute(String address, Element item) {
    if (address == null || HAS_SCHEME.matcher(address).matches() || address.startsWith("//")) {
      return address;
    }
    String base = Xml.firstOf(base(item), header.link());
    try {
      return base == null ? address : URI.create(base).resolve(address).toString();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  private static String base(Element item) {
    for (Element element = item; element != null; element = element.parent()) {
      String base = Xml.attribute(element, "xml:base");
      if (base != null) {
        return base;
      }
    }
    return null;
  }

  /** An item is an article even if all that it links to is the front page of its site. */
  static boolean isFrontPage(String address) {
    return mayBeFrontPage(address)
        && WebAddress.parse(address).filter(WebAddress::homePage).isPresent();
  }

  /** Digits in the path tell most addresses of articles, at a small part of the cost. */
  private static boolean mayBeFrontPage(String address) {
    int host = address == null ? -1 : address.indexOf("//") + 2;
    int path = address == null ? -1 : address.indexOf('/', host);
    return address != null && (path < 0 || !PrintedText.hasDigit(address.substring(path)));
  }

  private static String host(String address) {
    Optional<WebAddress> parsed = WebAddress.parse(address);
    return parsed.map(WebAddress::domain).orElse(null);
  }

  private String byline(FeedFields fields) {
    String names =
        Xml.joined(Stream.concat(people(fields, "dc:creator"), people(fields, "author")));
    String others =
        names != null
            ? names
            : Xml.joined(
                Stream.of("dcterms:creator", "dc:author", "itunes:author")
                    .flatMap(name -> people(fields, name)));
    return others != null ? others : header.author();
  }

  private static Stream<String> people(FeedFields fields, String name) {
    return fields.all(name).stream()
        .map(person -> Xml.firstOf(FeedFields.of(person).line("name"), Xml.line(person)));
  }

  /** In Atom, the source of an entry is a feed with a title; in RSS, a name. */
  private static String source(FeedFields fields) {
    return fields.all("source").stream()
        .map(source -> FeedFields.of(source).line("title"))
        .filter(title -> title != null)
        .findFirst()
        .orElseGet(() -> fields.line("source", "dc:publisher", "dcterms:publisher"));
  }

  private static String published(Element item, FeedFields fields) {
    String printed = fields.line(PUBLISHED);
    return printed != null ? printed : Xml.attribute(item, "lastmod");
  }

  private String language(Element item) {
    String own = Xml.attribute(item, "xml:lang");
    return own != null ? own : header.language();
  }

  private static Stream<String> categories(FeedFields fields) {
    return Stream.of("category", "dc:subject", "dcterms:subject")
        .flatMap(name -> fields.all(name).stream())
        .filter(category -> !isKind(category))
        .map(category -> category.hasAttr("term") ? category.attr("term") : Xml.line(category))
        .filter(category -> category != null && !category.isBlank());
  }
}
