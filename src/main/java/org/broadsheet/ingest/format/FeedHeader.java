package org.broadsheet.ingest.format;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * What a feed says of all its items. Texts are null where it says nothing.
 *
 * @param source its publisher, else its title
 * @param language its language as printed
 * @param author the author of all items that name none
 * @param link its front page
 * @param authors the names by which the authors of a blog are shown, by those that they log in with
 */
record FeedHeader(
    String source, String language, String author, String link, Map<String, String> authors) {

  /**
   * Reads what stands beside the items.
   *
   * @param item an item
   */
  static FeedHeader of(Element item) {
    Element feed = item.parent();
    FeedFields fields = FeedFields.of(feed);
    // In RSS 1.0 and before, the items stand behind the channel.
    FeedFields channel =
        fields.has("channel") ? FeedFields.of(fields.all("channel").get(0)) : fields;
    return new FeedHeader(
        Xml.valid(channel.line("dc:publisher", "title")),
        Xml.valid(language(feed, channel)),
        fields == channel ? Xml.valid(author(fields)) : null,
        Xml.valid(link(channel)),
        authors(channel));
  }

  /** In Atom, the author of the feed is that of its entries. */
  private static String author(FeedFields feed) {
    return feed.all("author").stream()
        .map(author -> FeedFields.of(author).line("name"))
        .filter(name -> name != null)
        .findFirst()
        .orElse(null);
  }

  private static String language(Element feed, FeedFields channel) {
    for (Element element = feed; element != null; element = element.parent()) {
      String declared = Xml.attribute(element, "xml:lang");
      if (declared != null) {
        return declared;
      }
    }
    return channel.text("language", "dc:language");
  }

  private static String link(FeedFields channel) {
    for (Element link : channel.all("link")) {
      String relation = link.attr("rel");
      String address = link.hasAttr("href") ? Xml.attribute(link, "href") : Xml.text(link);
      if (address != null && (relation.isEmpty() || relation.equals("alternate"))) {
        return address;
      }
    }
    return channel.text("wp:base_blog_url", "wp:base_site_url");
  }

  private static Map<String, String> authors(FeedFields channel) {
    Map<String, String> authors = new HashMap<>();
    for (Element author : channel.all("wp:author")) {
      String login = Xml.valid(Xml.line(Xml.first(author, "author_login")));
      String shown = Xml.valid(Xml.line(Xml.first(author, "author_display_name")));
      if (login != null && shown != null) {
        authors.put(login, shown);
      }
    }
    return authors;
  }
}
