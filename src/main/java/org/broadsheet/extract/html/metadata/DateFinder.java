package org.broadsheet.extract.html.metadata;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.extract.html.tree.ClassHints;
import org.broadsheet.extract.html.tree.ElementProbe;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.lexicon.Lexicon;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds when an article was published, as printed; a date of change only where no other is. */
public final class DateFinder {
  private static final List<String> META_NAMES = Lexicon.all("meta_published");

  private static final List<String> CHANGED_NAMES = Lexicon.all("meta_modified");

  private static final Pattern HAS_YEAR =
      Pattern.compile("(?:19|20)\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d\\d");
  private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d{1,2}(?!\\d)");
  private static final Pattern CHANGED = Pattern.compile(Lexicon.expanded("(?i)©|{change_marks}"));

  private static final Pattern BARS = Pattern.compile("\\s[|•·]\\s");

  /** A longer text is no date. */
  private static final int LONGEST = 80;

  /** Lines this far below the headline may be the date. */
  private static final int REACH = 10;

  /** Lines this far above the headline may be the date as well. */
  private static final int REACH_BACK = 3;

  /** Marked elements this many places on belong to other articles. */
  private static final int MOST_MARKED = 50;

  private final Document page;
  private final PageTree tree;

  DateFinder(Document page, PageTree tree) {
    this.page = page;
    this.tree = tree;
  }

  /** The date as printed, or null. */
  String find(JsonLdArticle linked, MetaTags meta, int titleBlock) {
    Stream<Supplier<String>> sources =
        Stream.of(
            linked::published,
            () -> meta.first(META_NAMES),
            this::marked,
            () -> timed(titleBlock),
            this::titled,
            this::named,
            () -> printed(titleBlock),
            linked::modified,
            () -> meta.first(CHANGED_NAMES));
    return sources
        .map(Supplier::get)
        .filter(date -> date != null && date.codePoints().anyMatch(Character::isDigit))
        .findFirst()
        .orElse(null);
  }

  private String marked() {
    return firstOf("[itemprop~=\\bdatePublished\\b], [itemprop~=\\bdateCreated\\b]", e -> true);
  }

  private String timed(int titleBlock) {
    String named =
        firstOf("time[pubdate], time.published, time.entry-date, time[class*=publish]", e -> true);
    return named != null
        ? named
        : firstOf(
            "time[datetime]", e -> !isChange(e) && !isInComments(e) && !isAside(e, titleBlock));
  }

  /** Whether the element belongs to another article than the headline does. */
  private boolean isAside(Element time, int titleBlock) {
    Element own = titleBlock < 0 ? null : tree.blocks().get(titleBlock).box().element();
    Element around = time.closest("article, aside, li");
    return own != null
        && around != null
        && around.selectFirst("h1, h2, h3, h4, h5, h6") != null
        && own.parents().stream().noneMatch(parent -> parent == around);
  }

  private String titled() {
    return firstOf("abbr.published, abbr[title].date", e -> e.hasAttr("title"));
  }

  /** The first element whose class name says that it is a date. */
  private String named() {
    for (Element element : page.select("[class]")) {
      int bits = ClassHints.of(element);
      if ((bits & ClassHints.DATE) != 0
          && (bits & ClassHints.COMMENTS) == 0
          && !isChange(element)) {
        String date = dateIn(shortText(element));
        if (date != null) {
          return date;
        }
      }
    }
    return null;
  }

  private static String shortText(Element element) {
    return ElementProbe.lengthUpTo(element, LONGEST) < LONGEST ? element.text() : "";
  }

  private String printed(int titleBlock) {
    int end = Math.min(tree.blocks().size(), titleBlock + 1 + REACH);
    for (int i = Math.max(0, titleBlock - REACH_BACK); i < end; i++) {
      String date = dateIn(tree.blocks().get(i).text());
      if (date != null && isDated(date)) {
        return date;
      }
    }
    return null;
  }

  /** Whether a day or a month stands beside the year, in digits. */
  public static boolean isDated(String line) {
    return HAS_YEAR.matcher(line).find() && DAY.matcher(line).find();
  }

  /** The part of a short line that is a date, but not one of a change. */
  private static String dateIn(String text) {
    String line = Prose.squeeze(text);
    if (line.length() > LONGEST || !HAS_YEAR.matcher(line).find()) {
      return null;
    }
    for (String part : BARS.split(line)) {
      if (HAS_YEAR.matcher(part).find() && !CHANGED.matcher(part).find()) {
        return part.strip();
      }
    }
    return null;
  }

  private static boolean isChange(Element element) {
    return CHANGED.matcher(element.className() + " " + element.attr("itemprop")).find();
  }

  private static boolean isInComments(Element element) {
    return (ClassHints.around(element) & (ClassHints.COMMENTS | ClassHints.NOISE)) != 0;
  }

  private String firstOf(String selector, Predicate<Element> fits) {
    return page.select(selector).stream()
        .limit(MOST_MARKED)
        .filter(fits)
        .map(DateFinder::valueOf)
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }

  private static String valueOf(Element element) {
    Function<String, String> attribute =
        name -> element.hasAttr(name) ? Prose.orNull(element.attr(name)) : null;
    for (String name : List.of("datetime", "content", "title")) {
      String value = attribute.apply(name);
      if (value != null) {
        return value;
      }
    }
    return Prose.orNull(element.text());
  }
}
