package org.broadsheet.ingest.mapping;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Makes plain text of HTML that stands in a field: blocks become paragraphs. */
public final class HtmlText {

  /** An opening tag of a block, or any closing tag: a single tag of emphasis may be text. */
  private static final Pattern TAGS =
      Pattern.compile(
          "<(?:(?:p|br|div|h[1-6]|ul|ol|li|blockquote|img|figure|table)\\b[^<>]{0,2000}|/[a-z][a-z0-9]{0,10})>",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,20});");

  private HtmlText() {}

  /**
   * Makes plain text of a value that may be HTML.
   *
   * @param text a value; may be null
   * @return the value itself if it has no tags and no entities
   */
  public static String plain(String text) {
    if (text == null) {
      return null;
    }
    int tag = text.indexOf('<');
    if (tag >= 0 && TAGS.matcher(text).find(tag)) {
      return of(Jsoup.parseBodyFragment(text).body());
    }
    int entity = text.indexOf('&');
    boolean escaped = entity >= 0 && ENTITY.matcher(text).find(entity);
    return escaped ? Parser.unescapeEntities(text, false) : text;
  }

  /**
   * The text of an element.
   *
   * @param element an element of HTML or of XML that holds such
   * @return its paragraphs, a blank line between each
   */
  public static String of(Element element) {
    return of(element, none -> false);
  }

  /**
   * The text of an element without that of some elements in it.
   *
   * @param element an element of HTML or of XML that holds such
   * @param isBeside which elements are none of the text
   * @return its paragraphs, a blank line between each
   */
  public static String of(Element element, Predicate<Element> isBeside) {
    ParagraphWriter paragraphs = new ParagraphWriter(isBeside);
    element.traverse(paragraphs);
    return paragraphs.text();
  }

  /** Walks without recursion, however deep the elements lie. */
  private static final class ParagraphWriter implements NodeVisitor {
    private static final Pattern BREAKS = Pattern.compile("\\s*\\n\\s*\\n\\s*");
    private static final Pattern UNPRINTED = Pattern.compile("script|style|template|noscript");
    private static final Set<String> BLOCKS =
        Set.of(
            ("address article aside block blockquote bq caption dd div dl dt fieldset figcaption figure footer"
                    + " form h1 h2 h3 h4 h5 h6 header hl1 hl2 hr li main nav ol p pre section table tbody"
                    + " tfoot thead tr ul")
                .split(" "));
    private final StringBuilder out = new StringBuilder();
    private final Predicate<Element> isBeside;
    private int hidden;

    ParagraphWriter(Predicate<Element> isBeside) {
      this.isBeside = isBeside;
    }

    private boolean isHidden(Element element) {
      return UNPRINTED.matcher(element.normalName()).matches() || isBeside.test(element);
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        hidden += isHidden(element) ? 1 : 0;
        breakAround(element);
      } else if (node instanceof TextNode text && hidden == 0) {
        append(text.getWholeText());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        hidden -= isHidden(element) ? 1 : 0;
        if (!element.normalName().equals("br")) {
          breakAround(element);
        }
      }
    }

    private void breakAround(Element element) {
      if (element.normalName().equals("br")) {
        out.append('\n');
      } else if (BLOCKS.contains(element.normalName())) {
        out.append("\n\n");
      }
    }

    /** White space within a paragraph is one blank. */
    private void append(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean space = Character.isWhitespace(c);
        if (!space) {
          out.append(c);
        } else if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) {
          out.append(' ');
        }
      }
    }

    String text() {
      return BREAKS.matcher(out).replaceAll("\n\n").replaceAll(" ?\n ?", "\n").strip();
    }
  }
}
