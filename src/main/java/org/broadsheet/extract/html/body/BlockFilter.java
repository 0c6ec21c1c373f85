package org.broadsheet.extract.html.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.extract.html.metadata.BylinePhrases;
import org.broadsheet.extract.html.tree.BlockNode;
import org.broadsheet.extract.html.tree.ClassHints;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.extract.html.tree.TextBlock;
import org.broadsheet.extract.html.tree.TextBlock.BlockType;
import org.broadsheet.extract.html.tree.TextBlock.Quality;

/**
 * Sifts the blocks of the article's element.
 *
 * <p>A block that is surely prose stays. A short one is judged by its neighbours: between prose it
 * stays, at either end of the article it must look like prose itself. Headings stay where prose
 * follows; lists of links, teasers and labels go.
 */
public final class BlockFilter {
  /** Blocks this light are not compared with others: "Yes." may be said twice. */
  private static final int SHORTEST_COPY = 40;

  /** A short line before the text is kept from this weight on. */
  private static final int OPENING_LINE = 40;

  /** Longer text without a letter is data. */
  private static final int LONGEST_NUMBER = 20;

  /** A last line with more of it linked leads elsewhere. */
  private static final double LITTLE_LINKED = 0.1;

  /** A related-articles heading takes what follows with it, up to so many blocks. */
  private static final int MOST_RELATED = 12;

  private final List<TextBlock> blocks;
  private final Noise.Mark[] marks;
  private final int titleBlock;
  private final String titleKey;
  private final boolean[] keep;

  private BlockFilter(List<TextBlock> blocks, Noise.Mark[] marks, int titleBlock, String titleKey) {
    this.blocks = blocks;
    this.marks = marks;
    this.titleBlock = titleBlock;
    this.titleKey = titleKey;
    this.keep = new boolean[blocks.size()];
  }

  /**
   * The blocks that are the article.
   *
   * @param blocks the blocks of the chosen element, in order
   * @param marks the marks of the page's blocks
   * @param titleBlock the place of the headline in the page, or -1
   * @param title the headline, which is no part of the body
   */
  static List<TextBlock> sift(
      List<TextBlock> blocks, Noise.Mark[] marks, int titleBlock, String title) {
    BlockFilter filter = new BlockFilter(blocks, marks, titleBlock, Prose.key(title));
    filter.dropMarked();
    filter.cutAtEnd();
    filter.dropRelated();
    filter.dropLinkLists();
    filter.dropCopies();
    filter.dropShortEnds();
    filter.dropBareHeadings();
    return filter.kept();
  }

  private List<TextBlock> kept() {
    List<TextBlock> kept = new ArrayList<>();
    for (int i = 0; i < keep.length; i++) {
      if (keep[i]) {
        kept.add(blocks.get(i));
      }
    }
    return kept;
  }

  private void dropMarked() {
    for (int i = 0; i < keep.length; i++) {
      TextBlock block = blocks.get(i);
      keep[i] =
          marks[block.index()] == Noise.Mark.NONE
              && block.index() != titleBlock
              && !isTitle(block)
              && !isNumber(block)
              && !PagePhrases.isChrome(block)
              && !(PagePhrases.isTeaser(block) && !block.isHeading());
    }
  }

  /** A counter or a page number, which no table holds. */
  private static boolean isNumber(TextBlock block) {
    return block.kind() != BlockType.ROW
        && block.weight() <= LONGEST_NUMBER
        && block.text().codePoints().noneMatch(Character::isLetter);
  }

  /** The headline once more, perhaps above an answer to it. */
  private boolean isTitle(TextBlock block) {
    if (titleKey.isEmpty() || block.weight() > titleKey.length() * 2 + 20) {
      return false;
    }
    String key = Prose.key(block.text());
    boolean answer = block.isHeading() && block.isAllLinks();
    return answer ? key.endsWith(titleKey) : key.equals(titleKey);
  }

  /** Drops what follows a heading such as "Comments" below the first paragraph. */
  private void cutAtEnd() {
    boolean begun = false;
    boolean over = false;
    for (int i = 0; i < keep.length; i++) {
      TextBlock block = blocks.get(i);
      over |= begun && isShown(block) && isEndHeading(block);
      begun |= keep[i] && block.quality() == Quality.GOOD;
      keep[i] &= !over;
    }
  }

  private boolean isShown(TextBlock block) {
    return marks[block.index()] == Noise.Mark.NONE && block.quality() != Quality.GOOD;
  }

  private static boolean isEndHeading(TextBlock block) {
    return (block.isHeading() || block.text().length() <= SHORTEST_COPY)
        && PagePhrases.isEnd(block);
  }

  /** A heading such as "Read also" goes, with the links and short lines below it. */
  private void dropRelated() {
    for (int i = 0; i < keep.length; i++) {
      if (keep[i] && blocks.get(i).isHeading() && PagePhrases.isTeaser(blocks.get(i))) {
        keep[i] = false;
        dropBelow(i);
      }
    }
  }

  private void dropBelow(int heading) {
    int end = Math.min(keep.length, heading + 1 + MOST_RELATED);
    for (int i = heading + 1; i < end && !blocks.get(i).isHeading() && isRelated(i); i++) {
      keep[i] = false;
    }
  }

  private boolean isRelated(int i) {
    Quality quality = blocks.get(i).quality();
    return quality == Quality.LINKS || quality == Quality.SHORT;
  }

  /** Lists whose items are mostly links, and lines that are nothing but a link. */
  private void dropLinkLists() {
    int from = 0;
    while (from < keep.length) {
      int to = from + 1;
      while (to < keep.length && isSameList(blocks.get(from), blocks.get(to))) {
        to++;
      }
      if (isLinkList(from, to)) {
        for (int i = from; i < to; i++) {
          keep[i] = false;
        }
      }
      from = to;
    }
  }

  private static boolean isSameList(TextBlock a, TextBlock b) {
    return a.kind() == BlockType.ITEM && b.kind() == BlockType.ITEM && listOf(a) == listOf(b);
  }

  private static BlockNode listOf(TextBlock item) {
    BlockNode list = PageTree.nearest(item.box(), Set.of("ul", "ol", "dl"));
    return list == null ? item.box() : list;
  }

  private boolean isLinkList(int from, int to) {
    if (to - from == 1) {
      TextBlock block = blocks.get(from);
      return block.quality() == Quality.LINKS && !block.isHeading() && !isBetweenInline(from);
    }
    int weight = 0;
    int links = 0;
    for (int i = from; i < to; i++) {
      weight += blocks.get(i).weight();
      links += blocks.get(i).linkWeight();
    }
    return links * 2 > weight;
  }

  /** A sentence that happens to be short and linked, inside running prose. */
  private boolean isBetweenInline(int i) {
    TextBlock block = blocks.get(i);
    return !block.isAllLinks() && block.weight() > OPENING_LINE && Prose.endsSentence(block.text());
  }

  /** The same paragraph twice, as pages for two screens print it: the first stays. */
  private void dropCopies() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < keep.length; i++) {
      TextBlock block = blocks.get(i);
      if (keep[i]
          && block.weight() >= SHORTEST_COPY
          && block.kind() != BlockType.ROW
          && !seen.add(block.text())) {
        keep[i] = false;
      }
    }
  }

  private void dropShortEnds() {
    int first = nextProse(0, 1);
    while (first < keep.length && blocks.get(first).quality() != Quality.GOOD && !opens(first)) {
      keep[first] = false;
      first = nextProse(first + 1, 1);
    }
    int last = nextProse(keep.length - 1, -1);
    for (int i = 0; i < keep.length; i++) {
      if (i < first) {
        keep[i] &= opens(i);
      } else if (i > last) {
        keep[i] &= closes(i, last);
      }
    }
  }

  /** A lead without a full stop; a line of names and dates has digits. */
  private static boolean isUnclosedSentence(TextBlock block) {
    return block.weight() >= OPENING_LINE
        && block.text().codePoints().noneMatch(Character::isDigit)
        && block.text().indexOf('|') < 0;
  }

  private int nextProse(int from, int step) {
    int i = from;
    while (i >= 0 && i < keep.length && !(keep[i] && isProse(blocks.get(i)))) {
      i += step;
    }
    return i;
  }

  private static boolean isProse(TextBlock block) {
    Quality quality = block.quality();
    return quality == Quality.GOOD || quality == Quality.NEAR;
  }

  /** Before the prose only what comes after the headline, and looks like a heading or a line. */
  private boolean opens(int i) {
    TextBlock block = blocks.get(i);
    if (block.index() < titleBlock) {
      return false;
    }
    if (block.linkWeight() > 0) {
      return block.mass() >= OPENING_LINE && Prose.endsSentence(block.text());
    }
    boolean line = Prose.endsSentence(block.text()) || isUnclosedSentence(block);
    boolean byline = !BylinePhrases.withoutBy(block.text()).equals(block.text());
    return block.isHeading() || block.box().has(ClassHints.LEAD) || (line && !byline);
  }

  /** After the prose only what stands in the same element, as a poem's or a letter's last line. */
  private boolean closes(int i, int last) {
    TextBlock block = blocks.get(i);
    if (block.isHeading() || block.kind() == BlockType.ROW || PagePhrases.isCredit(block)) {
      return true;
    }
    if (last < 0) {
      return false;
    }
    BlockNode near = blocks.get(last).box();
    boolean together = near == block.box() || near.parent() == block.box().parent();
    boolean list = block.kind() == BlockType.ITEM;
    return block.linkShare() < LITTLE_LINKED && (together || list);
  }

  /** A heading stays if prose, a list or a table follows before the next heading of its rank. */
  private void dropBareHeadings() {
    boolean content = false;
    String below = "h9";
    for (int i = keep.length - 1; i >= 0; i--) {
      if (!keep[i]) {
        continue;
      }
      TextBlock block = blocks.get(i);
      if (!block.isHeading()) {
        content = true;
        below = "h9";
        continue;
      }
      String rank = block.box().tag();
      boolean ranked = below.equals("h9") || rank.compareTo(below) < 0;
      keep[i] = content && ranked && !isLeftAlone(i);
      if (keep[i]) {
        below = rank;
      }
    }
  }

  /** Whether all that follows in the heading's own box is gone, so that it was a label of links. */
  private boolean isLeftAlone(int heading) {
    TextBlock block = blocks.get(heading);
    int end = Math.min(keep.length, heading + block.box().parent().to() - block.index());
    for (int i = heading + 1; i < end; i++) {
      if (keep[i] && !blocks.get(i).isHeading()) {
        return false;
      }
    }
    return end > heading + 1;
  }
}
