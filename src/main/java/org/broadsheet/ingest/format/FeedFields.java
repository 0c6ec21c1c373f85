package org.broadsheet.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.mapping.HtmlText;
import org.jsoup.nodes.Element;

/**
 * The children of a feed or of its item by their usual names, such as {@code dc:title}, whatever
 * prefixes the feed gives the vocabularies, declared or not.
 */
final class FeedFields {

  /** The usual prefixes of vocabularies; none for those of feeds themselves. */
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("http://purl.org/dc/elements/1.1", "dc:"),
          Map.entry("http://purl.org/dc/elements/1.0", "dc:"),
          Map.entry("http://purl.org/dc/terms", "dcterms:"),
          Map.entry("http://purl.org/rss/1.0/modules/content", "content:"),
          Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
          Map.entry("http://search.yahoo.com/mrss", "media:"),
          Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner:"),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml:"),
          Map.entry("http://www.w3.org/2005/atom", ""),
          Map.entry("http://purl.org/atom/ns", ""),
          Map.entry("http://purl.org/rss/1.0", ""),
          Map.entry("http://my.netscape.com/rdf/simple/0.9", ""));

  /** Prefixes that feeds use for Atom, also where they forget to declare them. */
  private static final List<String> OF_ATOM = List.of("atom", "atom10", "a10", "rss");

  private static final Set<String> MEDIA_GROUPS = Set.of("media:group", "media:content");

  private static final int DEEPEST_GROUP = 2;

  private final Map<String, List<Element>> byName = new HashMap<>();

  private FeedFields() {}

  /**
   * The fields of an element.
   *
   * @param parent a feed, a channel, an item, or an author; null for no fields
   */
  static FeedFields of(Element parent) {
    FeedFields fields = new FeedFields();
    if (parent != null) {
      fields.add(parent, prefix(parent.normalName()), 0);
    }
    return fields;
  }

  /** What is grouped, as the forms of one video are, counts as if it were not. */
  private void add(Element parent, String own, int depth) {
    for (Element child : parent.children()) {
      String name = name(child, own);
      byName.computeIfAbsent(name, n -> new ArrayList<>(1)).add(child);
      if (MEDIA_GROUPS.contains(name) && depth < DEEPEST_GROUP) {
        add(child, own, depth + 1);
      }
    }
  }

  /** The usual name of an element, in lower case. */
  private static String name(Element element, String own) {
    String name = element.normalName();
    String prefix = prefix(name);
    String local = name.substring(prefix.length());
    String usual = PREFIXES.get(vocabulary(element));
    if (usual != null) {
      return usual + local;
    }
    boolean isFeedsOwn = prefix.equals(own) || isOfAtom(prefix);
    return isFeedsOwn ? local : name;
  }

  private static String prefix(String name) {
    return name.substring(0, name.indexOf(':') + 1);
  }

  private static boolean isOfAtom(String prefix) {
    return !prefix.isEmpty() && OF_ATOM.contains(prefix.substring(0, prefix.length() - 1));
  }

  /** The address that names the vocabulary, without what feeds write differently. */
  private static String vocabulary(Element element) {
    String address = element.tag().namespace();
    int end = address.length();
    while (end > 0 && (address.charAt(end - 1) == '/' || address.charAt(end - 1) == '#')) {
      end--;
    }
    return address.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /** The elements of a usual name in their order. */
  List<Element> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The first text among elements of some names; null without one. */
  String text(String... names) {
    for (String name : names) {
      for (Element element : all(name)) {
        String text = plain(element);
        if (text != null) {
          return text;
        }
      }
    }
    return null;
  }

  /** The first text among elements of some names, on one line; null without one. */
  String line(String... names) {
    return Xml.line(text(names));
  }

  /** The plain text of an element, which may hold text, HTML, XHTML or base64. */
  private static String plain(Element element) {
    String text = Xml.text(element);
    String mode = element.attr("mode");
    if (element.attr("type").equals("xhtml") || mode.equals("xml")) {
      return text;
    }
    return HtmlText.plain(mode.equals("base64") && text != null ? unpacked(text) : text);
  }

  private static String unpacked(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
      return Encoding.decode(bytes, null).text();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
