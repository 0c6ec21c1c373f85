package org.broadsheet.ingest.format;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.ingest.mapping.HtmlText;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.FoundArticle;
import org.jsoup.nodes.Element;

/** The items of RSS and Atom feeds, and of the exports of content systems that have these forms. */
final class FeedItems {

  private FeedItems() {}

  /**
   * Reads an item.
   *
   * @param item an {@code item} of RSS or an {@code entry} of Atom
   * @return the article; a summary is an abstract unless there is a content
   */
  static FoundArticle article(Element item) {
    String content = text(item, "content:encoded", "content", "fulltext");
    String summary = text(item, "description", "summary", "itunes:summary");
    return FoundArticle.builder()
        .title(text(item, "title", "media:title"))
        .body(content != null ? content : summary)
        .status(content != null ? BodyStatus.FULL : BodyStatus.ABSTRACT)
        .url(url(item))
        .source(source(item))
        .byline(byline(item))
        .published(text(item, "pubDate", "published", "dc:date", "updated", "issued"))
        .language(language(item))
        .section(categories(item).findFirst().orElse(null))
        .keywords(categories(item).distinct().toList())
        .build();
  }

  /** The address in Atom is an attribute, in RSS a text, or a permanent identifier. */
  private static String url(Element item) {
    for (Element link : Xml.children(item, "link")) {
      String relation = link.attr("rel");
      if (link.hasAttr("href") && (relation.isEmpty() || relation.equals("alternate"))) {
        return link.attr("href");
      }
    }
    String link = text(item, "feedburner:origLink", "link");
    String id = text(item, "guid", "id");
    return link != null ? link : id != null && id.startsWith("http") ? id : null;
  }

  private static String byline(Element item) {
    List<String> names =
        Stream.concat(
                Xml.children(item, "dc:creator").stream(), Xml.children(item, "author").stream())
            .map(author -> text(author, "name") != null ? text(author, "name") : Xml.text(author))
            .filter(name -> name != null)
            .distinct()
            .toList();
    return names.isEmpty() ? null : String.join("; ", names);
  }

  /** The source that the item names, else the title of the feed. */
  private static String source(Element item) {
    String own = ownSource(item);
    Element feed = item.parent();
    return own != null || feed == null ? own : text(feed, "dc:publisher", "title");
  }

  /** In Atom, the source is a feed with a title; in RSS, a name. */
  private static String ownSource(Element item) {
    return Xml.children(item, "source").stream()
        .map(source -> text(source, "title"))
        .filter(title -> title != null)
        .findFirst()
        .orElseGet(() -> text(item, "source", "dc:publisher"));
  }

  private static String language(Element item) {
    String own = item.attr("xml:lang");
    Element feed = item.parent();
    if (!own.isEmpty() || feed == null) {
      return own.isEmpty() ? null : own;
    }
    String ofFeed = feed.attr("xml:lang");
    return ofFeed.isEmpty() ? text(feed, "language", "dc:language") : ofFeed;
  }

  private static Stream<String> categories(Element item) {
    return Stream.concat(
            Xml.children(item, "category").stream(), Xml.children(item, "dc:subject").stream())
        .map(category -> category.hasAttr("term") ? category.attr("term") : Xml.text(category))
        .filter(category -> category != null);
  }

  private static String text(Element parent, String... names) {
    for (String name : names) {
      for (Element child : Xml.children(parent, name)) {
        String text = HtmlText.plain(Xml.text(child));
        if (text != null) {
          return text;
        }
      }
    }
    return null;
  }
}
