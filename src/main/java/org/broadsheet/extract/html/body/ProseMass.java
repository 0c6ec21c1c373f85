package org.broadsheet.extract.html.body;

import org.broadsheet.extract.html.tree.BlockNode;
import org.broadsheet.extract.html.tree.PageTree;

/** How much prose each element holds, counting only the blocks that no mark takes out. */
final class ProseMass {
  private final long[] sums;

  ProseMass(PageTree tree, Noise.Mark[] marks) {
    sums = new long[marks.length + 1];
    for (int i = 0; i < marks.length; i++) {
      sums[i + 1] = sums[i] + (marks[i] == Noise.Mark.NONE ? tree.blocks().get(i).mass() : 0);
    }
  }

  long of(BlockNode box) {
    return of(box.from(), box.to());
  }

  long of(int from, int to) {
    return sums[to] - sums[from];
  }
}
