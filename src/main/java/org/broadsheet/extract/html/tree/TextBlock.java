package org.broadsheet.extract.html.tree;

/**
 * A run of text between two block boundaries: a paragraph, a heading, a list item, a table row.
 *
 * @param text the text, white space squeezed, line breaks kept
 * @param weight its weight (see {@link Prose#weight})
 * @param linkWeight the weight of what stands in links, and in times and the like
 * @param kind what it is
 * @param box the innermost block element around it
 * @param index its place in the page
 * @param href where its first link leads, or ""
 */
public record TextBlock(
    String text,
    int weight,
    int linkWeight,
    BlockType kind,
    BlockNode box,
    int index,
    String href) {

  /** A paragraph with links is still prose up to this share of linked text. */
  private static final double PROSE_LINK_SHARE = 0.4;

  /** Nothing but links. */
  private static final double ALL_LINKS = 0.8;

  /** The weight of a paragraph that must be prose: two lines of a column. */
  private static final int LONG = 90;

  /** The weight of a sentence that may be prose. */
  private static final int SENTENCE = 30;

  /** The weight from which text without a closing mark may be prose. */
  private static final int UNCLOSED = 60;

  /** What a block is. */
  public enum BlockType {
    PARAGRAPH,
    HEADING,
    ITEM,
    ROW,
    PREFORMATTED
  }

  /** How surely a block is prose, judged by itself. */
  public enum Quality {
    GOOD,
    NEAR,
    SHORT,
    LINKS
  }

  /** The share of the weight that stands in links, from 0 to 1. */
  public double linkShare() {
    return weight == 0 ? 0 : (double) linkWeight / weight;
  }

  int proseWeight() {
    return weight - linkWeight;
  }

  /** Whether it is a heading. */
  public boolean isHeading() {
    return kind == BlockType.HEADING;
  }

  /** All of it is links, so that it leads elsewhere. */
  public boolean isAllLinks() {
    return linkShare() >= ALL_LINKS;
  }

  /** How surely it is prose, judged by itself. */
  public Quality quality() {
    boolean linked = linkShare() > PROSE_LINK_SHARE && proseWeight() < UNCLOSED;
    if (linked || isAllLinks()) {
      return Quality.LINKS;
    }
    if (kind == BlockType.HEADING) {
      return Quality.SHORT;
    }
    if (proseWeight() >= LONG) {
      return Quality.GOOD;
    }
    boolean closed = weight >= SENTENCE && Prose.endsSentence(text);
    return closed || proseWeight() >= UNCLOSED ? Quality.NEAR : Quality.SHORT;
  }

  /** The weight that the block gives to the elements around it; 0 if it is no prose. */
  public int mass() {
    return switch (quality()) {
      case GOOD -> proseWeight();
      case NEAR -> proseWeight() * 2 / 3;
      case SHORT, LINKS -> 0;
    };
  }
}
