package org.broadsheet.extract.html.body;

import java.util.Arrays;
import java.util.Set;
import org.broadsheet.extract.html.tree.BlockNode;
import org.broadsheet.extract.html.tree.ClassHints;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.lexicon.Lexicon;

/**
 * Marks the parts of a page that are not its article: navigation, share bars, comments, captions,
 * boxes that link to other articles or ask for an address.
 */
final class Noise {
  /** How much of the noise is taken out. */
  enum Level {
    /** What tags, traits and structure mark. */
    STRICT,
    /** What tags mark beyond doubt; for pages whose class names mislead. */
    TAGS
  }

  /** Why a block is not part of the text. */
  enum Mark {
    NONE,
    HIDDEN,
    CAPTION,
    TEASER,
    NOISE
  }

  private static final Set<String> NOISE_TAGS =
      Set.of("nav", "menu", "dialog", "footer", "figcaption");

  private static final Set<String> NOISE_ROLES = Set.copyOf(Lexicon.all("noise_roles"));

  /** What a figure may hold that is text. */
  private static final Set<String> FIGURE_TEXTS = Set.of("table", "pre", "blockquote", "ul", "ol");

  /** Boxes of a figure that are looked at. */
  private static final int MOST_FRAME_BOXES = 40;

  /** What holds the article is never noise for its class, whatever its words. */
  private static final Set<String> NEVER_NOISE =
      Set.of("#root", "html", "body", "main", "frameset");

  /** Small noise is a line or two; more text under such a name is a mistake. */
  private static final int LARGEST_SMALL_NOISE = 280;

  /** A box that asks for an e-mail address says at most so much about it. */
  private static final int LARGEST_MAIL_BOX = 600;

  /** A heading, a sentence or two, a label, a note on privacy. */
  private static final int MOST_MAIL_BLOCKS = 6;

  /** A form is at most so many elements deep in its box. */
  private static final int MAIL_BOX_LEVELS = 8;

  /** An element with this share of the page's prose may be the article's, whatever its class. */
  private static final double PROTECTED_SHARE = 0.5;

  /** If class names leave less than this share of the prose, they mislead. */
  private static final double MISLED_SHARE = 0.2;

  /** More text in a figure is no caption. */
  private static final int LARGEST_CAPTION = 400;

  private final PageTree tree;
  private final int titleBlock;
  private final Mark[] marks;

  private Noise(PageTree tree, int titleBlock) {
    this.tree = tree;
    this.titleBlock = titleBlock;
    this.marks = new Mark[tree.blocks().size()];
  }

  /**
   * The mark of every block of the page.
   *
   * @param titleBlock the place of the headline, or -1
   * @param address the page's own address, or null: a link to it leads nowhere else
   * @param showHidden whether text that the page does not show counts as shown
   */
  static Mark[] marks(
      PageTree tree, int titleBlock, String address, Level level, boolean showHidden) {
    Noise noise = new Noise(tree, titleBlock);
    Arrays.fill(noise.marks, Mark.NONE);
    if (!showHidden) {
      noise.markHidden();
    }
    noise.markTags();
    if (level == Level.STRICT) {
      noise.markTeasers(address);
      noise.markMailBoxes();
      noise.markTraits();
      noise.markComments();
    }
    return noise.marks;
  }

  private void markHidden() {
    for (BlockNode box : tree.boxes()) {
      if (box.isHidden() && (box.parent() == null || !box.parent().isHidden())) {
        mark(box, Mark.HIDDEN);
      }
    }
  }

  private void markTags() {
    for (int i = 0; i < tree.boxes().size(); i++) {
      BlockNode box = tree.boxes().get(i);
      if (isCaption(box) || isPictureFrame(box)) {
        mark(box, Mark.CAPTION);
      } else if (isNoiseTag(box) && !holdsTitle(box)) {
        mark(box, Mark.NOISE);
        i = box.end() - 1;
      }
    }
  }

  private static boolean isCaption(BlockNode box) {
    return box.tag().equals("figcaption") || box.tag().equals("caption");
  }

  /** A figure around a picture; some are around a table, a quotation or code. */
  private boolean isPictureFrame(BlockNode box) {
    if (!box.tag().equals("figure") || tree.weightIn(box, LARGEST_CAPTION) > LARGEST_CAPTION) {
      return false;
    }
    for (int i = box.index() + 1; i < Math.min(box.end(), box.index() + MOST_FRAME_BOXES); i++) {
      if (FIGURE_TEXTS.contains(tree.boxes().get(i).tag())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNoiseTag(BlockNode box) {
    return NOISE_TAGS.contains(box.tag())
        || (!NEVER_NOISE.contains(box.tag())
            && NOISE_ROLES.contains(Prose.lower(box.element().attr("role"))));
  }

  private void markTeasers(String address) {
    for (BlockNode box : new Teasers(tree, titleBlock, address).find()) {
      if (marks[box.from()] == Mark.NONE) {
        mark(box, Mark.TEASER);
      }
    }
  }

  private void markMailBoxes() {
    for (BlockNode box : tree.boxes()) {
      if (box.hasMailField()) {
        markMailBox(box);
      }
    }
  }

  private void markMailBox(BlockNode field) {
    BlockNode box = null;
    BlockNode next = field;
    for (int level = 0; level < MAIL_BOX_LEVELS && isMailBox(next); level++) {
      box = next;
      next = next.parent();
    }
    if (box != null && !NEVER_NOISE.contains(box.tag()) && !box.tag().equals("article")) {
      mark(box, Mark.NOISE);
    }
  }

  private boolean isMailBox(BlockNode box) {
    return box != null
        && !holdsTitle(box)
        && !box.has(ClassHints.CONTENT)
        && box.to() - box.from() <= MOST_MAIL_BLOCKS
        && tree.weightIn(box, LARGEST_MAIL_BOX) <= LARGEST_MAIL_BOX;
  }

  private void markTraits() {
    Mark[] before = marks.clone();
    ProseMass masses = new ProseMass(tree, marks);
    long all = masses.of(tree.root());
    markTraits(masses, all + 1.0);
    if (new ProseMass(tree, marks).of(tree.root()) < all * MISLED_SHARE) {
      System.arraycopy(before, 0, marks, 0, marks.length);
      markTraits(masses, all * PROTECTED_SHARE);
    }
  }

  private void markTraits(ProseMass masses, double protectedMass) {
    for (int i = 0; i < tree.boxes().size(); i++) {
      BlockNode box = tree.boxes().get(i);
      Mark mark = NEVER_NOISE.contains(box.tag()) ? Mark.NONE : markOf(box);
      if (mark != Mark.NONE && !isProtected(box, masses.of(box), protectedMass)) {
        mark(box, mark);
        i = box.end() - 1;
      }
    }
  }

  private boolean isProtected(BlockNode box, long mass, double protectedMass) {
    if (holdsTitle(box)) {
      return true;
    }
    return !box.has(ClassHints.COMMENTS) && mass > 0 && mass >= protectedMass;
  }

  private Mark markOf(BlockNode box) {
    if (box.tag().equals("aside") || box.has(ClassHints.NOISE | ClassHints.COMMENTS)) {
      return Mark.NOISE;
    }
    if (box.tag().equals("header") && !box.isInArticle()) {
      return Mark.NOISE;
    }
    boolean small = tree.weightIn(box, LARGEST_SMALL_NOISE) <= LARGEST_SMALL_NOISE;
    if (small && box.has(ClassHints.CAPTION)) {
      return Mark.CAPTION;
    }
    return small && box.has(ClassHints.SMALL_NOISE) ? Mark.NOISE : Mark.NONE;
  }

  private void markComments() {
    for (BlockNode box : new CommentRows(tree, new ProseMass(tree, marks), titleBlock).find()) {
      mark(box, Mark.NOISE);
    }
  }

  private boolean holdsTitle(BlockNode box) {
    return titleBlock >= box.from() && titleBlock < box.to();
  }

  private void mark(BlockNode box, Mark mark) {
    for (int i = box.from(); i < box.to(); i++) {
      if (marks[i] == Mark.NONE || mark == Mark.NOISE) {
        marks[i] = mark;
      }
    }
  }
}
