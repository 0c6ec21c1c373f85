package org.broadsheet.extract.html.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.extract.html.tree.BlockNode;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.TextBlock;

/**
 * Finds readers' comments by what stands in each of them, whatever the page calls them: boxes of
 * one kind side by side, below the article, with "Jane says:" or a link to reply.
 */
final class CommentRows {
  /** So many comments make a row. */
  private static final int SHORTEST_ROW = 3;

  /** How far up from its sign the box of a comment is sought. */
  private static final int LEVELS = 6;

  private final PageTree tree;
  private final ProseMass masses;
  private final int titleBlock;

  /**
   * Takes the page.
   *
   * @param masses the prose in each of its boxes
   * @param titleBlock the place of the headline, or -1
   */
  CommentRows(PageTree tree, ProseMass masses, int titleBlock) {
    this.tree = tree;
    this.masses = masses;
    this.titleBlock = titleBlock;
  }

  /** The boxes of all comments. */
  List<BlockNode> find() {
    Map<BlockNode, Map<String, Set<BlockNode>>> rows = new HashMap<>();
    for (TextBlock block : tree.blocks()) {
      if (PagePhrases.isCommentSign(block)) {
        addBoxes(block.box(), rows);
      }
    }
    List<BlockNode> found = new ArrayList<>();
    rows.values().stream()
        .flatMap(kinds -> kinds.values().stream())
        .filter(row -> row.size() >= SHORTEST_ROW && isBelowText(row.iterator().next()))
        .forEach(found::addAll);
    return found;
  }

  private static void addBoxes(
      BlockNode innermost, Map<BlockNode, Map<String, Set<BlockNode>>> rows) {
    BlockNode box = innermost;
    for (int level = 0; box.parent() != null && level < LEVELS; level++) {
      rows.computeIfAbsent(box.parent(), parent -> new HashMap<>())
          .computeIfAbsent(box.signature(), signature -> new LinkedHashSet<>())
          .add(box);
      box = box.parent();
    }
  }

  /** In a forum the first of the row is the text itself. */
  private boolean isBelowText(BlockNode first) {
    return first.from() > titleBlock && masses.of(titleBlock + 1, first.from()) > 0;
  }
}
