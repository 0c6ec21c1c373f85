package org.broadsheet.corpus.parse.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds who wrote an article: in its data, its meta elements, and on the page. */
final class BylineFinder {
  private static final List<String> META_NAMES =
      List.of(
          "author",
          "article:author",
          "article:author_name",
          "og:article:author",
          "og:author",
          "byl",
          "byline",
          "dc.creator",
          "dcterms.creator",
          "dc.creator.creator",
          "parsely-author",
          "sailthru.author",
          "citation_author",
          "cxenseparse:author",
          "twitter:creator:name");

  /** What stands between a name and a date on one line. */
  private static final Pattern BARS = Pattern.compile("\\s[|•·]\\s");

  /** A longer text is a biography. */
  private static final int LONGEST = 120;

  /** Blocks this far below the headline, or from the start without one, may be the byline. */
  private static final int REACH = 8;

  /** Marked elements this many places on belong to other articles. */
  private static final int MOST_MARKED = 6;

  private final Document page;
  private final PageTree tree;

  BylineFinder(Document page, PageTree tree) {
    this.page = page;
    this.tree = tree;
  }

  /**
   * The names, with "; " between them, or null.
   *
   * @param source the outlet's name, which is only a byline if there is no other
   */
  String find(LinkedArticle linked, MetaTags meta, String source, int titleBlock) {
    List<Supplier<List<String>>> sources =
        List.of(
            linked::authors,
            () -> metaNames(meta),
            this::marked,
            this::named,
            () -> printed(titleBlock));
    String outlet = null;
    for (Supplier<List<String>> reader : sources) {
      List<String> names = reader.get();
      String joined = names.isEmpty() ? null : String.join("; ", names);
      if (joined != null && !isOutlet(joined, source)) {
        return joined;
      }
      outlet = outlet == null ? joined : outlet;
    }
    return outlet;
  }

  private static boolean isOutlet(String name, String source) {
    return source != null && Prose.key(name).equals(Prose.key(source));
  }

  private static List<String> metaNames(MetaTags meta) {
    for (String name : META_NAMES) {
      List<String> names = clean(meta.all(List.of(name)));
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private List<String> marked() {
    List<String> names = new ArrayList<>();
    for (Element author : page.select("[itemprop~=\\bauthor\\b]")) {
      Element name = author.selectFirst("[itemprop=name]");
      names.add(valueOf(name == null ? author : name));
      if (names.size() == MOST_MARKED) {
        break;
      }
    }
    List<String> clean = clean(names);
    return clean.isEmpty() ? clean(firstTexts("a[rel~=\\bauthor\\b], .vcard .fn")) : clean;
  }

  private List<String> firstTexts(String selector) {
    Element first = page.selectFirst(selector);
    return first == null ? List.of() : List.of(first.text());
  }

  private static String valueOf(Element element) {
    return element.hasAttr("content") ? element.attr("content") : element.text();
  }

  /** The first element whose class name says that it is a byline. */
  private List<String> named() {
    for (Element element : page.select("[class]")) {
      if ((Traits.of(element) & Traits.BYLINE) != 0
          && (Traits.of(element) & Traits.COMMENTS) == 0
          && Inside.lengthUpTo(element, LONGEST) < LONGEST) {
        List<String> names = clean(List.of(Inside.firstLine(element)));
        if (!names.isEmpty()) {
          return names;
        }
      }
    }
    return List.of();
  }

  /** A short line with "By" before it, near the headline. */
  private List<String> printed(int titleBlock) {
    int from = titleBlock + 1;
    for (int i = from; i < Math.min(tree.blocks().size(), from + REACH); i++) {
      String line = tree.blocks().get(i).text().split("\n")[0];
      if (line.length() <= LONGEST && !Phrases.withoutBy(line).equals(line) && !isClosed(line)) {
        return clean(List.of(line));
      }
    }
    return List.of();
  }

  private static boolean isClosed(String line) {
    return line.endsWith(".") || line.endsWith("?") || line.endsWith("!");
  }

  private static List<String> clean(List<String> printed) {
    Set<String> names = new LinkedHashSet<>();
    for (String text : printed) {
      String name = Phrases.withoutBy(BARS.split(Prose.squeeze(text))[0]);
      boolean plausible = name.length() > 1 && name.length() <= LONGEST && !name.startsWith("http");
      if (plausible && name.codePoints().anyMatch(Character::isLetter)) {
        names.add(name);
      }
    }
    return new ArrayList<>(names);
  }
}
