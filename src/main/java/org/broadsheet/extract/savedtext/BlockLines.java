package org.broadsheet.extract.savedtext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.broadsheet.lexicon.Lexicon;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The text of an element as lines: a block is a line, with a blank line around it, and a line break
 * within it begins another. In preformatted text, lines and their indents are kept. Walks without
 * recursion, however deep the elements lie.
 */
final class BlockLines implements NodeFilter {
  /** Elements that hold no text for readers, or only that of controls. */
  private static final Set<String> SKIPPED = Set.copyOf(Lexicon.all("skipped_tags"));

  private static final char SOFT_HYPHEN = '\u00ad';

  private final Predicate<Element> cuts;
  private final List<List<String>> parts = new ArrayList<>();
  private List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int preformatted;

  private BlockLines(Predicate<Element> cuts) {
    this.cuts = cuts;
  }

  /** The lines of an element. */
  static List<String> of(Element element) {
    return cut(element, inside -> false).get(0);
  }

  /**
   * The lines of an element, cut into parts.
   *
   * @param root the element
   * @param cuts whether a new part begins at an element
   * @return the parts, the first of them above the first cut
   */
  static List<List<String>> cut(Element root, Predicate<Element> cuts) {
    BlockLines reader = new BlockLines(cuts);
    root.filter(reader);
    reader.endPart();
    return reader.parts;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
    } else if (node instanceof Element element) {
      String tag = element.normalName();
      if (depth > 0 && SKIPPED.contains(tag)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (cuts.test(element)) {
        endPart();
      }
      if (tag.equals("br")) {
        endLine();
      } else if (breaks(element)) {
        endBlock();
      }
      preformatted += tag.equals("pre") ? 1 : 0;
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && breaks(element)) {
      endBlock();
      preformatted -= element.normalName().equals("pre") ? 1 : 0;
    }
    return FilterResult.CONTINUE;
  }

  private static boolean breaks(Element element) {
    return element.isBlock() || element.normalName().equals("center");
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (preformatted > 0 && c == '\n') {
        endLine();
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        appendSpace();
      } else if (!Character.isISOControl(c) && c != SOFT_HYPHEN) {
        line.append(c);
      }
    }
  }

  private void appendSpace() {
    if (preformatted > 0 || !line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
      line.append(' ');
    }
  }

  private void endLine() {
    lines.add(line.toString().stripTrailing());
    line.setLength(0);
  }

  private void endBlock() {
    if (!line.isEmpty()) {
      endLine();
    }
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
  }

  private void endPart() {
    endBlock();
    parts.add(lines);
    lines = new ArrayList<>();
  }
}
