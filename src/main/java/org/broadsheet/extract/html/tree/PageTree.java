package org.broadsheet.extract.html.tree;

import java.util.List;
import java.util.Set;

/**
 * A page as its block elements and its text blocks, both in document order: what lies inside an
 * element is a range of each list.
 *
 * @param boxes the block elements, the first of them the whole page
 * @param blocks the text blocks
 */
public record PageTree(List<BlockNode> boxes, List<TextBlock> blocks) {

  /** The whole page. */
  public BlockNode root() {
    return boxes.get(0);
  }

  /** The blocks inside a box. */
  public List<TextBlock> blocksIn(BlockNode box) {
    return blocks.subList(box.from(), box.to());
  }

  /** The weight of all text inside a box, counted only until it exceeds the limit. */
  public int weightIn(BlockNode box, int limit) {
    int weight = 0;
    for (int i = box.from(); i < box.to() && weight <= limit; i++) {
      weight += blocks.get(i).weight();
    }
    return weight;
  }

  /** The innermost box that holds both. */
  public static BlockNode around(BlockNode a, BlockNode b) {
    BlockNode box = a;
    while (!box.contains(b)) {
      box = box.parent();
    }
    return box;
  }

  /** The nearest box with one of the tags, the given one included, or null. */
  public static BlockNode nearest(BlockNode from, Set<String> tags) {
    BlockNode box = from;
    while (box != null && !tags.contains(box.tag())) {
      box = box.parent();
    }
    return box;
  }
}
