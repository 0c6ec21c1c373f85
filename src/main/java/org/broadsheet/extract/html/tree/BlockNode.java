package org.broadsheet.extract.html.tree;

import org.jsoup.nodes.Element;

/** A block element of a page, with the range of boxes and of text blocks that it holds. */
public final class BlockNode {
  private final Element element;
  private final BlockNode parent;
  private final String tag;
  private final int traits;
  private final int index;
  private final int from;
  private final boolean inArticle;
  private int end;
  private int to;
  private boolean hidden;
  private boolean mailField;

  BlockNode(Element element, BlockNode parent, int traits, int index, int from) {
    this.element = element;
    this.parent = parent;
    this.tag = element.normalName();
    this.traits = traits;
    this.index = index;
    this.from = from;
    this.inArticle =
        (parent != null && parent.inArticle)
            || tag.equals("article")
            || tag.equals("main")
            || has(ClassHints.CONTENT);
    this.hidden = parent != null && parent.hidden;
  }

  /** Ends the ranges of boxes and of text blocks, when all inside has been read. */
  void close(int endOfBoxes, int endOfBlocks) {
    this.end = endOfBoxes;
    this.to = endOfBlocks;
  }

  void hide() {
    hidden = true;
  }

  void noteMailField() {
    mailField = true;
  }

  /** The element of the page. */
  public Element element() {
    return element;
  }

  /** The box around it; null for the whole page. */
  public BlockNode parent() {
    return parent;
  }

  /** The name of the element in lower case. */
  public String tag() {
    return tag;
  }

  /** Its place in {@link PageTree#boxes}. */
  public int index() {
    return index;
  }

  /** The place after the last box inside. */
  public int end() {
    return end;
  }

  /** The place of its first text block in {@link PageTree#blocks}. */
  public int from() {
    return from;
  }

  /** The place after its last text block. */
  public int to() {
    return to;
  }

  /** Whether it, or a box around it, is not shown. */
  public boolean isHidden() {
    return hidden;
  }

  /** Whether it is the article's or the main element by its tag or name, or lies in one. */
  public boolean isInArticle() {
    return inArticle;
  }

  /** Whether a field for an e-mail address stands directly in it. */
  public boolean hasMailField() {
    return mailField;
  }

  /** Whether its class names give any of the hints, which are bits of {@link ClassHints}. */
  public boolean has(int trait) {
    return (traits & trait) != 0;
  }

  /** Whether it is one of h1 to h9. */
  public boolean isHeading() {
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }

  /** Whether the other is this one or lies inside it. */
  public boolean contains(BlockNode other) {
    return other.index >= index && other.index < end;
  }

  /** What it looks like to a style sheet, numbers aside: boxes of one kind share it. */
  public String signature() {
    return tag + "." + element.className().replaceAll("\\d+", "");
  }
}
