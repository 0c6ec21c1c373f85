package org.broadsheet.extract.html.metadata;

import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.extract.html.tree.TextBlock;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the headline: as data says it, without the source's name that titles carry. */
final class TitleFinder {
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s+[-–—|•·»«:/~]+\\s+|\\s*[|»_]\\s*|:\\s+|：|\\s*:(?=\\S)(?<=[^\\x00-\\x7F]:)");

  private static final List<String> RANKS = List.of("h1", "h2", "h3", "h4");

  /** Headings far down a page are not its headline. */
  private static final int MOST_HEADINGS = 25;

  /** Text blocks looked through where no heading repeats the title: the old pages have none. */
  private static final int MOST_BLOCKS = 80;

  /** A shorter part of a title is a section's name. */
  private static final int SHORTEST_PART = 8;

  private final Document page;
  private final PageTree tree;
  private final String source;

  TitleFinder(Document page, PageTree tree, String source) {
    this.page = page;
    this.tree = tree;
    this.source = source;
  }

  /**
   * The headline, or "".
   *
   * @param linked the headline in JSON-LD, or null
   * @param meta the title for social media, or null
   */
  String find(String linked, String meta) {
    if (linked != null) {
      return linked;
    }
    String title = Prose.squeeze(page.title());
    if (meta != null) {
      return withoutSource(meta);
    }
    String heading = headingIn(title);
    if (heading != null) {
      return heading;
    }
    if (title.isEmpty()) {
      return firstHeading();
    }
    return withoutSource(title);
  }

  /** The longest heading or, failing that, line of the page that is a part of its title. */
  private String headingIn(String title) {
    String best = null;
    for (String rank : RANKS) {
      int seen = 0;
      for (Element heading : page.getElementsByTag(rank)) {
        if (++seen > MOST_HEADINGS) {
          break;
        }
        if (!isHomeLink(heading.selectFirst("a[href]"))) {
          best = longer(best, partOf(title, Prose.squeeze(heading.text())));
        }
      }
    }
    for (int i = 0; best == null && i < Math.min(MOST_BLOCKS, tree.blocks().size()); i++) {
      TextBlock block = tree.blocks().get(i);
      best = block.linkWeight() == 0 ? partOf(title, Prose.squeeze(block.text())) : null;
    }
    return best;
  }

  /** The source's name, as pages print it, leads to the front page. */
  private static boolean isHomeLink(Element link) {
    return link != null && AddressFinder.isFrontPage(link.attr("href"));
  }

  private String partOf(String title, String text) {
    boolean fits = text.length() >= SHORTEST_PART && text.length() <= title.length();
    return fits && title.contains(text) && !isSource(text) ? text : null;
  }

  private static String longer(String a, String b) {
    return a == null || (b != null && b.length() > a.length()) ? b : a;
  }

  private String firstHeading() {
    Element heading = page.selectFirst("h1");
    return heading == null ? "" : Prose.squeeze(heading.text());
  }

  /** The title without the source's name at its end, where the page shows that it is one. */
  private String withoutSource(String title) {
    String heading = headingIn(title);
    if (heading != null && heading.length() * 2 > title.length()) {
      return heading;
    }
    String[] parts = SEPARATOR.split(title);
    String last = parts.length == 0 ? "" : parts[parts.length - 1];
    if (parts.length < 2 || !isSource(last)) {
      return title;
    }
    String rest = title.substring(0, title.lastIndexOf(last)).strip();
    return rest.replaceAll("\\s*[-–—|•·»«:：/~_]+$", "");
  }

  private boolean isSource(String part) {
    return source != null && Prose.key(part).equals(Prose.key(source));
  }
}
