package org.broadsheet.extract.html.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.broadsheet.extract.html.tree.TextBlock.BlockType;
import org.broadsheet.lexicon.Lexicon;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Reads a document into a {@link PageTree}, in one pass without recursion. */
public final class PageTreeBuilder implements NodeFilter {
  /** Elements that hold no text for readers, or only that of controls. */
  private static final Set<String> SKIPPED = Set.copyOf(Lexicon.all("skipped_tags"));

  /** Elements that break the line, besides those the parser knows as such. */
  private static final Set<String> MORE_BLOCKS =
      Set.of("picture", "summary", "details", "center", "noscript", "noframes", "dialog", "body");

  private static final Set<String> LINKS = Set.of("a", "time");

  /** Inline elements with the traits of noise longer than this are mistakes, and kept. */
  private static final int LONGEST_INLINE_NOISE = 160;

  /** A line of at least this weight that ends a sentence is a paragraph, even before one break. */
  private static final int PARAGRAPH_LINE = 80;

  /** How far up from a text the element is sought that says what it is. */
  private static final int KIND_LEVELS = 3;

  private static final Set<String> BOLD = Set.of("b", "strong");

  private final boolean linksCount;
  private final List<BlockNode> boxes = new ArrayList<>();
  private final List<TextBlock> blocks = new ArrayList<>();
  private final Deque<BlockNode> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private int weight;
  private int linkWeight;
  private int linkDepth;
  private int boldDepth;
  private int boldChars;
  private int preDepth;
  private int rowDepth;
  private String openHref = "";
  private String href = "";

  private PageTreeBuilder(boolean linksCount) {
    this.linksCount = linksCount;
  }

  /** The tree of an element; of a page, its root. */
  public static PageTree build(Element root) {
    return build(root, true);
  }

  /** The tree of a page where a link was never closed, so that all of its text seems linked. */
  public static PageTree buildWithoutLinks(Element root) {
    return build(root, false);
  }

  private static PageTree build(Element root, boolean linksCount) {
    PageTreeBuilder builder = new PageTreeBuilder(linksCount);
    builder.open(root);
    root.filter(builder);
    builder.flush();
    builder.close();
    return new PageTree(builder.boxes, builder.blocks);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode textNode) {
      append(textNode.getWholeText());
    } else if (depth > 0 && node instanceof Element element) {
      return enter(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (depth > 0 && node instanceof Element element) {
      leave(element);
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult enter(Element element) {
    String tag = element.normalName();
    if (SKIPPED.contains(tag)) {
      noteMailField(element, tag);
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tag.equals("br")) {
      lineBreak();
    } else if (isRowCell(tag)) {
      appendSpace();
    } else if (isBlock(element, tag)) {
      flush();
      open(element);
      preDepth += tag.equals("pre") ? 1 : 0;
      rowDepth += tag.equals("tr") && DataTable.holds(element) ? 1 : 0;
    } else if (isInlineNoise(element)) {
      return FilterResult.SKIP_ENTIRELY;
    } else if (linksCount && LINKS.contains(tag)) {
      openLink(element);
    } else if (BOLD.contains(tag)) {
      boldDepth++;
    }
    return FilterResult.CONTINUE;
  }

  private void leave(Element element) {
    String tag = element.normalName();
    if (!open.isEmpty() && open.peek().element() == element) {
      flush();
      preDepth -= tag.equals("pre") ? 1 : 0;
      rowDepth -= rowDepth > 0 && tag.equals("tr") ? 1 : 0;
      close();
    } else if (linkDepth > 0 && LINKS.contains(tag)) {
      linkDepth--;
    } else if (boldDepth > 0 && BOLD.contains(tag)) {
      boldDepth--;
    }
  }

  private void open(Element element) {
    BlockNode box =
        new BlockNode(element, open.peek(), ClassHints.of(element), boxes.size(), blocks.size());
    if (Visibility.isHidden(element)) {
      box.hide();
    }
    boxes.add(box);
    open.push(box);
  }

  private void close() {
    BlockNode box = open.pop();
    box.close(boxes.size(), blocks.size());
  }

  private void openLink(Element element) {
    linkDepth++;
    if (element.normalName().equals("a")) {
      openHref = element.attr("href");
    }
  }

  private void noteMailField(Element element, String tag) {
    if (tag.equals("input") && !open.isEmpty() && isMailField(element)) {
      open.peek().noteMailField();
    }
  }

  private static boolean isMailField(Element input) {
    String type = Prose.lower(input.attr("type"));
    return type.equals("email")
        || (type.equals("text") && Prose.lower(input.attr("name")).contains("mail"));
  }

  /** A cell of a data table, whose row is one line of text. */
  private boolean isRowCell(String tag) {
    return rowDepth > 0 && !tag.equals("table") && !tag.equals("tr") && new Tags(tag).breaksLine();
  }

  private static boolean isBlock(Element element, String tag) {
    return element.isBlock() || MORE_BLOCKS.contains(tag) || tag.indexOf('-') > 0;
  }

  /** A label by its class name; inside a sentence, only names beyond doubt make it one. */
  private boolean isInlineNoise(Element element) {
    if (Visibility.isHidden(element)) {
      return true;
    }
    int bits = ClassHints.of(element);
    int small = text.length() == 0 ? ClassHints.SMALL_NOISE : 0;
    int unwanted = ClassHints.NOISE | ClassHints.COMMENTS | ClassHints.CAPTION | small;
    return (bits & unwanted) != 0
        && !element.normalName().equals("a")
        && ElementProbe.lengthUpTo(element, LONGEST_INLINE_NOISE) < LONGEST_INLINE_NOISE;
  }

  private void append(String whole) {
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (!Prose.isWhite(c)) {
        add(c);
      } else if (preDepth > 0 && c == '\n') {
        lineBreak();
      } else if (c != 0xAD && c != 0x200B && c != 0xFEFF) {
        appendSpace();
      }
    }
  }

  private void add(char c) {
    text.append(c);
    boldChars += boldDepth > 0 ? 1 : 0;
    int add = Prose.weight(c);
    weight += add;
    if (linkDepth > 0) {
      linkWeight += add;
      href = href.isEmpty() ? openHref : href;
    }
  }

  private void appendSpace() {
    if (text.length() > 0 && !Prose.isWhite(text.charAt(text.length() - 1))) {
      text.append(' ');
      weight++;
      linkWeight += linkDepth > 0 ? 1 : 0;
    }
  }

  /** One break ends a line, two end a paragraph, and so does one after a long full sentence. */
  private void lineBreak() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    if (end == 0) {
      return;
    }
    boolean second = text.charAt(end - 1) == '\n';
    if (second || (preDepth == 0 && (endsParagraph() || isBoldLine()))) {
      flush();
    } else {
      text.append('\n');
    }
  }

  /** A first line all in bold type is a heading. */
  private boolean isBoldLine() {
    return boldChars > 0
        && text.indexOf("\n") < 0
        && boldChars >= text.chars().filter(c -> c != ' ').count();
  }

  private boolean endsParagraph() {
    int line = text.length() - text.lastIndexOf("\n") - 1;
    return line >= PARAGRAPH_LINE / 2
        && Prose.weight(text.substring(text.length() - line)) >= PARAGRAPH_LINE
        && Prose.endsSentence(text.substring(text.length() - Math.min(line, 8)));
  }

  private void flush() {
    if (Prose.hasLetterOrDigit(text)) {
      BlockNode box = open.peek();
      blocks.add(
          new TextBlock(
              text.toString().strip(),
              weight,
              Math.min(weight, linkWeight),
              kind(box),
              box,
              blocks.size(),
              href));
    }
    text.setLength(0);
    weight = 0;
    linkWeight = 0;
    boldChars = 0;
    href = "";
  }

  private BlockType kind(BlockNode innermost) {
    if (preDepth > 0) {
      return BlockType.PREFORMATTED;
    }
    BlockNode box = innermost;
    for (int level = 0; box != null && level < KIND_LEVELS; level++) {
      BlockType kind = new Tags(box.tag()).kind();
      if (kind != null) {
        return kind;
      }
      box = box.parent();
    }
    return BlockType.PARAGRAPH;
  }

  /** What a tag says of the text in it. */
  private record Tags(String tag) {
    BlockType kind() {
      return switch (tag) {
        case "h1", "h2", "h3", "h4", "h5", "h6" -> BlockType.HEADING;
        case "li", "dt", "dd" -> BlockType.ITEM;
        case "tr" -> BlockType.ROW;
        case "td", "th", "blockquote", "article", "section", "main" -> BlockType.PARAGRAPH;
        default -> null;
      };
    }

    boolean breaksLine() {
      return switch (tag) {
        case "td", "th", "p", "div", "li", "ul", "ol" -> true;
        default -> false;
      };
    }
  }
}
