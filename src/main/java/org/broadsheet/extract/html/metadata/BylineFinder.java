package org.broadsheet.extract.html.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.html.tree.ClassHints;
import org.broadsheet.extract.html.tree.ElementProbe;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.extract.html.tree.TextBlock;
import org.broadsheet.lexicon.Lexicon;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds who wrote an article: in its data, its meta elements, and on the page. */
final class BylineFinder {
  private static final List<String> META_NAMES = Lexicon.all("meta_authors");

  /** What stands between a name and a date on one line. */
  private static final Pattern BARS = Pattern.compile("\\s[|•·]\\s");

  /** A date after the name. */
  private static final Pattern DATE_TAIL =
      Pattern.compile(
          Lexicon.expanded("(?:,|\\s(?:{words_before_date}|»|[-–—]))\\s[^\\d]{0,30}\\d.*$"));

  /** A date before the name. */
  private static final Pattern DATE_BY =
      Pattern.compile(Lexicon.expanded("\\d.*\\s{by_after_date}\\s+(\\p{Lu}.*)$"));

  /** Two to four words with capitals. */
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}.’'-]*(?:\\s\\p{Lu}[\\p{L}.’'-]*){1,3}");

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
   * @param source the source's name, which is only a byline if there is no other
   */
  String find(JsonLdArticle linked, MetaTags meta, String source, int titleBlock) {
    List<Supplier<List<String>>> sources =
        List.of(
            linked::authors,
            () -> metaNames(meta),
            this::marked,
            this::named,
            () -> printed(titleBlock));
    String ownName = null;
    for (Supplier<List<String>> reader : sources) {
      List<String> names = reader.get();
      String joined = names.isEmpty() ? null : String.join("; ", names);
      if (joined != null && !isSource(joined, source)) {
        return joined;
      }
      ownName = ownName == null ? joined : ownName;
    }
    return ownName;
  }

  private static boolean isSource(String name, String source) {
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
    return page.select(selector).stream()
        .filter(element -> (ClassHints.around(element) & ClassHints.COMMENTS) == 0)
        .limit(1)
        .map(Element::text)
        .toList();
  }

  private static String valueOf(Element element) {
    return element.hasAttr("content") ? element.attr("content") : element.text();
  }

  /** The first element whose class name says that it is a byline. */
  private List<String> named() {
    for (Element element : page.select("[class]")) {
      if ((ClassHints.of(element) & ClassHints.BYLINE) != 0
          && (ClassHints.around(element) & ClassHints.COMMENTS) == 0
          && ElementProbe.lengthUpTo(element, LONGEST) < LONGEST) {
        List<String> names = clean(List.of(ElementProbe.firstLine(element)));
        if (!names.isEmpty()) {
          return names;
        }
      }
    }
    return List.of();
  }

  /** A short line with "By" in it near the headline, or one that is no other line anywhere. */
  private List<String> printed(int titleBlock) {
    int from = titleBlock + 1;
    for (int i = from; i < Math.min(tree.blocks().size(), from + REACH); i++) {
      String name = nameIn(tree.blocks().get(i).text().split("\n")[0]);
      if (name != null) {
        return clean(List.of(name));
      }
    }
    return tree.blocks().stream()
        .map(TextBlock::text)
        .filter(text -> text.length() <= LONGEST && BylinePhrases.isPostedBy(text))
        .limit(1)
        .flatMap(text -> clean(List.of(text)).stream())
        .toList();
  }

  /** What stands after "By", or before a date and a bar; null if the line is no byline. */
  private static String nameIn(String line) {
    if (line.length() > LONGEST || line.endsWith(".") || line.matches(".*[?!]")) {
      return null;
    }
    if (!BylinePhrases.withoutBy(line).equals(line)) {
      return line;
    }
    Matcher dated = DATE_BY.matcher(line);
    if (dated.find()) {
      return dated.group(1);
    }
    String[] parts = BARS.split(line);
    return parts.length > 1 && NAME.matcher(parts[0]).matches() && DateFinder.isDated(line)
        ? parts[0]
        : null;
  }

  private static List<String> clean(List<String> printed) {
    Set<String> names = new LinkedHashSet<>();
    for (String text : printed) {
      String line = BylinePhrases.withoutBy(BARS.split(Prose.squeeze(text))[0]);
      String name = DATE_TAIL.matcher(line).replaceFirst("");
      boolean plausible = name.length() > 1 && name.length() <= LONGEST && !name.startsWith("http");
      if (plausible && name.codePoints().anyMatch(Character::isLetter)) {
        names.add(name);
      }
    }
    return new ArrayList<>(names);
  }
}
