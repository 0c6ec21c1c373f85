package org.broadsheet.extract.html.body;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.extract.html.metadata.DateFinder;
import org.broadsheet.extract.html.metadata.PageMetadata;
import org.broadsheet.extract.html.metadata.TitleBlock;
import org.broadsheet.extract.html.tree.BlockNode;
import org.broadsheet.extract.html.tree.ClassHints;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.TextBlock;

/**
 * Tells a page that holds several articles: elements of one kind side by side, each with a headline
 * and paragraphs, which together are nearly all of its text. Sections of one article look the same,
 * but stand below its headline and are not dated; a page that says that it is an article is one,
 * whatever follows below it.
 */
public final class ArticleFrames {
  /** A shorter text is a teaser, an entry of a live blog or a comment. */
  private static final int LEAST_PROSE = 500;

  private static final int FEWEST_PARAGRAPHS = 2;

  /** Two elements with headings, but no dates, may be two columns. */
  private static final int FEWEST_UNDATED = 3;

  /** The share of the page's prose that the articles have. */
  private static final double MOST_OF_PAGE = 0.75;

  /** Blocks in which a headline and a date stand. */
  private static final int HEAD_BLOCKS = 8;

  private static final int LONGEST_HEADLINE = 250;

  private static final int LONGEST_DATE = 100;

  private static final int UNWANTED = ClassHints.COMMENTS | ClassHints.NOISE;

  private final PageTree tree;
  private final int titleBlock;
  private final int[] mass;
  private final int[] paragraphs;

  private ArticleFrames(PageTree tree, PageMetadata facts) {
    this.tree = tree;
    this.titleBlock = TitleBlock.find(tree, facts.title());
    this.mass = new int[tree.blocks().size() + 1];
    this.paragraphs = new int[tree.blocks().size() + 1];
    for (TextBlock block : tree.blocks()) {
      int prose = block.mass();
      mass[block.index() + 1] = mass[block.index()] + prose;
      paragraphs[block.index() + 1] = paragraphs[block.index()] + (prose > 0 ? 1 : 0);
    }
  }

  /**
   * How many articles a page seems to hold.
   *
   * @return their number; 1 for all pages but those that look like several
   */
  public static int count(PageTree tree, PageMetadata facts) {
    return facts.article() ? 1 : new ArticleFrames(tree, facts).count();
  }

  private int count() {
    Map<String, FrameGroup> groups = new HashMap<>();
    for (BlockNode box : tree.boxes()) {
      if (box.parent() != null && isFrame(box)) {
        groups
            .computeIfAbsent(box.parent().index() + " " + box.signature(), key -> new FrameGroup())
            .add(box);
      }
    }
    return groups.values().stream()
        .filter(this::isOfArticles)
        .mapToInt(group -> group.frames)
        .max()
        .orElse(1);
  }

  /** Elements of one kind with one parent. */
  private final class FrameGroup {
    private int frames;
    private int dated;
    private int headed;
    private int prose;
    private int first = Integer.MAX_VALUE;

    void add(BlockNode box) {
      frames++;
      dated += isDated(box) ? 1 : 0;
      headed += head(box).get(0).isHeading() ? 1 : 0;
      prose += massOf(box);
      first = Math.min(first, box.from());
    }
  }

  private boolean isOfArticles(FrameGroup group) {
    boolean belowHeadline = titleBlock >= 0 && titleBlock < group.first;
    boolean manyHeaded = group.headed == group.frames && group.frames >= FEWEST_UNDATED;
    return group.frames > 1
        && group.prose >= MOST_OF_PAGE * mass[mass.length - 1]
        && (group.dated == group.frames || !belowHeadline && manyHeaded);
  }

  private boolean isFrame(BlockNode box) {
    return massOf(box) >= LEAST_PROSE
        && paragraphs[box.to()] - paragraphs[box.from()] >= FEWEST_PARAGRAPHS
        && !box.has(UNWANTED)
        && !box.isHidden()
        && hasHeadline(box);
  }

  private int massOf(BlockNode box) {
    return mass[box.to()] - mass[box.from()];
  }

  /** A heading before the first paragraph, or a first line that is none. */
  private boolean hasHeadline(BlockNode box) {
    for (TextBlock block : head(box)) {
      if (block.mass() > 0) {
        return false;
      }
      if (block.isHeading() || block.weight() <= LONGEST_HEADLINE) {
        return true;
      }
    }
    return false;
  }

  private boolean isDated(BlockNode box) {
    return head(box).stream()
        .anyMatch(block -> block.weight() <= LONGEST_DATE && DateFinder.isDated(block.text()));
  }

  private List<TextBlock> head(BlockNode box) {
    return tree.blocks().subList(box.from(), Math.min(box.to(), box.from() + HEAD_BLOCKS));
  }
}
