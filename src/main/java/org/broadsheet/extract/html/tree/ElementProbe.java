package org.broadsheet.extract.html.tree;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Looks into an element only as far as a question needs, so that asking stays cheap. */
public final class ElementProbe {
  private ElementProbe() {}

  /** The length of the text inside, or the limit where it is longer or long to find out. */
  public static int lengthUpTo(Element element, int limit) {
    Count count = new Count(limit);
    element.filter(count);
    return Math.min(limit, count.length);
  }

  /** The first line of the text. */
  public static String firstLine(Element element) {
    StringBuilder line = new StringBuilder();
    element.filter(
        (node, depth) -> {
          if (node instanceof TextNode text) {
            line.append(text.getWholeText());
          }
          boolean ends =
              node instanceof Element inner
                  && node != element
                  && (inner.normalName().equals("br") || inner.isBlock());
          return ends && Prose.hasLetterOrDigit(line)
              ? NodeFilter.FilterResult.STOP
              : NodeFilter.FilterResult.CONTINUE;
        });
    return Prose.squeeze(line.toString());
  }

  /** Adds up the text's length, and gives up after as many nodes as the limit. */
  private static final class Count implements NodeFilter {
    private final int limit;
    private int length;
    private int nodes;

    Count(int limit) {
      this.limit = limit;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        length += text.getWholeText().length();
      }
      if (++nodes > limit) {
        length = limit;
      }
      return length >= limit ? FilterResult.STOP : FilterResult.CONTINUE;
    }
  }
}
