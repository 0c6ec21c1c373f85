package org.broadsheet.extract.savedtext;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeVisitor;

/**
 * Reads the pages that news databases export, of one article or of many: {@code PageLayout} says
 * what they look like. Never throws, changes nothing, and needs linear time.
 */
public final class ExportedPage {

  private ExportedPage() {}

  /**
   * The articles of a page.
   *
   * @param html its source: a page of a site, or without certain words, is not looked at any
   *     further
   * @param page the same, parsed
   * @return the articles in order; none if the page is no known export
   */
  public static List<SavedArticle> articles(String html, Document page) {
    if (isOfSite(page)) {
      return List.of();
    }
    for (PageLayout layout : PageLayout.all()) {
      if (layout.mayFit(html)) {
        List<SavedArticle> articles =
            layout.text() == null ? ofElements(layout, page) : ofLines(layout, page);
        if (!articles.isEmpty()) {
          return articles;
        }
      }
    }
    return List.of();
  }

  /** Whether a page tells search engines and other sites what it is: no export does. */
  private static boolean isOfSite(Document page) {
    return page.head().children().stream()
        .anyMatch(
            element ->
                element.attr("property").startsWith("og:")
                    || element.attr("rel").equals("canonical"));
  }

  private static List<SavedArticle> ofLines(PageLayout layout, Document page) {
    List<List<String>> parts = BlockLines.cut(page.body(), new ArticleStarts(layout, page));
    return parts.size() == 1
        ? ExportedText.articles(layout.text(), parts.get(0))
        : ExportedText.articlesOfParts(layout.text(), parts.subList(1, parts.size()));
  }

  private static List<SavedArticle> ofElements(PageLayout layout, Document page) {
    FieldCollector collector = new FieldCollector(layout, page);
    page.body().traverse(collector);
    List<PageFields> articles = collector.articles.stream().filter(PageFields::isArticle).toList();
    return articles.stream().anyMatch(PageFields::saysWhoseOrWhen)
        ? articles.stream().map(PageFields::article).toList()
        : List.of();
  }

  /**
   * The elements that a selector matches. Asked of the page at once: selectors remember the
   * elements that they see one by one.
   */
  private static Set<Element> matching(Evaluator selector, Document page) {
    Set<Element> matching = Collections.newSetFromMap(new IdentityHashMap<>());
    matching.addAll(page.select(selector));
    return matching;
  }

  /** Whether an element begins an article: the first one of the page decides by which selector. */
  private static final class ArticleStarts implements Predicate<Element> {
    private final List<Set<Element>> any;
    private Set<Element> starts;

    ArticleStarts(PageLayout layout, Document page) {
      this.any = layout.starts().stream().map(start -> matching(start, page)).toList();
    }

    @Override
    public boolean test(Element element) {
      if (starts == null) {
        starts = any.stream().filter(one -> one.contains(element)).findFirst().orElse(null);
      }
      return starts != null && starts.contains(element);
    }
  }

  /** Collects the elements of each article in one pass, however they are nested. */
  private static final class FieldCollector implements NodeVisitor {
    private final PageLayout layout;
    private final ArticleStarts starts;
    private final List<Set<Element>> slots;
    private final List<PageFields> articles = new ArrayList<>();
    private final Element[] open;

    FieldCollector(PageLayout layout, Document page) {
      this.layout = layout;
      this.starts = new ArticleStarts(layout, page);
      this.slots = layout.slots().stream().map(slot -> matching(slot.element(), page)).toList();
      this.open = new Element[slots.size()];
    }

    @Override
    public void head(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      if (starts.test(element)) {
        articles.add(new PageFields(layout, element));
      }
      for (int i = 0; i < open.length && !articles.isEmpty(); i++) {
        if (open[i] == null && slots.get(i).contains(element) && !isPart(i, element)) {
          open[i] = element;
          articles.get(articles.size() - 1).add(i, element);
        }
      }
    }

    /** A division that holds blocks is no line, but a part of the page. */
    private boolean isPart(int slot, Element element) {
      return layout.slots().get(slot).field() == null
          && element.normalName().equals("div")
          && element.children().stream().anyMatch(Element::isBlock);
    }

    @Override
    public void tail(Node node, int depth) {
      for (int i = 0; i < open.length; i++) {
        open[i] = open[i] == node ? null : open[i];
      }
    }
  }
}
