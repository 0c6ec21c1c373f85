package org.broadsheet.extract.html.metadata;

import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.extract.html.tree.TextBlock;

/** Finds the block that prints the headline: the article starts below it. */
public final class TitleBlock {
  /** A heading that is this much of the headline is the headline, shortened. */
  private static final double MOST_OF_IT = 0.6;

  /** A heading this much longer than the headline holds more than a kicker and the headline. */
  private static final int LONGEST_KICKER = 60;

  private TitleBlock() {}

  /** The place of the headline among the page's blocks, or -1. */
  public static int find(PageTree tree, String title) {
    String key = Prose.key(title);
    int best = -1;
    int bestRank = 0;
    for (TextBlock block : tree.blocks()) {
      int rank = block.box().isHidden() ? 0 : rank(block, key);
      if (rank > bestRank) {
        best = block.index();
        bestRank = rank;
      }
    }
    return best;
  }

  private static int rank(TextBlock block, String titleKey) {
    boolean first = block.box().tag().equals("h1");
    if (titleKey.isEmpty() || block.weight() > 4 * (titleKey.length() + LONGEST_KICKER)) {
      return first ? 1 : 0;
    }
    String key = Prose.key(block.text());
    boolean same = key.equals(titleKey);
    boolean part =
        (key.contains(titleKey) && key.length() <= titleKey.length() + LONGEST_KICKER)
            || (titleKey.contains(key) && key.length() >= MOST_OF_IT * titleKey.length());
    if (block.isHeading()) {
      return same ? (first ? 6 : 5) : part ? (first ? 4 : 3) : first ? 1 : 0;
    }
    return same ? 2 : 0;
  }
}
