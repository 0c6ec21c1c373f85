package org.broadsheet.extract.html;

import org.jsoup.nodes.Element;

/** A block element of a page, with the range of boxes and of text blocks that it holds. */
final class Box {
  final Element element;
  final Box parent;
  final String tag;
  final int depth;
  final int traits;

  /** Its place in {@link PageTree#boxes}. */
  final int index;

  /** The place after the last box inside. */
  int end;

  /** The place of its first text block in {@link PageTree#blocks}. */
  final int from;

  /** The place after its last text block. */
  int to;

  /** Whether it, or a box around it, is not shown. */
  boolean hidden;

  /** Whether it is the article's or the main element by its tag or name, or lies in one. */
  final boolean inArticle;

  /** Whether a field for an e-mail address stands directly in it. */
  boolean mailField;

  Box(Element element, Box parent, int traits, int index, int from) {
    this.element = element;
    this.parent = parent;
    this.tag = element.normalName();
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.traits = traits;
    this.index = index;
    this.from = from;
    this.inArticle =
        (parent != null && parent.inArticle)
            || tag.equals("article")
            || tag.equals("main")
            || has(Traits.CONTENT);
    this.hidden = parent != null && parent.hidden;
  }

  boolean has(int trait) {
    return (traits & trait) != 0;
  }

  boolean isHeading() {
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }

  boolean contains(Box other) {
    return other.index >= index && other.index < end;
  }

  /** What it looks like to a style sheet, numbers aside: boxes of one kind share it. */
  String signature() {
    return tag + "." + element.className().replaceAll("\\d+", "");
  }
}
