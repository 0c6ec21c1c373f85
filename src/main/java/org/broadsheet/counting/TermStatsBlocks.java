package org.broadsheet.counting;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.shorts.ShortArrayList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.broadsheet.collections.Dictionary;
import org.broadsheet.counting.block.GroupKey;

/** Builds blocks of terms with their counts. */
final class TermStatsBlocks {

  /** A block with this many cells is full: they take sixteen megabytes. */
  private static final int FULL = 1 << 20;

  private final GroupKey[] groups;
  private final List<TermStatsBlock> full = new ArrayList<>();

  private Dictionary<NgramClass> classes;
  private ShortArrayList ofClass;
  private List<String> texts;
  private List<String> surfaces;
  private LongArrayList tf;
  private LongArrayList df;
  private IntArrayList firstDays;
  private IntArrayList lastDays;
  private IntArrayList starts;
  private IntArrayList cellGroup;
  private LongArrayList cellTf;
  private IntArrayList cellDf;

  /**
   * Starts the first block.
   *
   * @param groups the groups of articles that cells name by their numbers
   */
  TermStatsBlocks(List<GroupKey> groups) {
    this.groups = groups.toArray(GroupKey[]::new);
    clear();
  }

  private void clear() {
    classes = new Dictionary<>();
    ofClass = new ShortArrayList();
    texts = new ArrayList<>();
    surfaces = new ArrayList<>();
    tf = new LongArrayList();
    df = new LongArrayList();
    firstDays = new IntArrayList();
    lastDays = new IntArrayList();
    starts = new IntArrayList();
    cellGroup = new IntArrayList();
    cellTf = new LongArrayList();
    cellDf = new IntArrayList();
  }

  /** Starts a term; its cells follow. */
  void start(TermKey key, String surface, int firstDay, int lastDay) {
    if (cellGroup.size() >= FULL) {
      full.add(block());
      clear();
    }
    ofClass.add((short) classes.id(key.ngrams()));
    texts.add(key.term());
    surfaces.add(surface.equals(key.term()) ? key.term() : surface);
    tf.add(0);
    df.add(0);
    firstDays.add(firstDay);
    lastDays.add(lastDay);
    starts.add(cellGroup.size());
  }

  /** Adds the count of the term in a group. */
  void add(int group, long tfOfGroup, int dfOfGroup) {
    int term = texts.size() - 1;
    tf.elements()[term] += tfOfGroup;
    df.elements()[term] += dfOfGroup;
    cellGroup.add(group);
    cellTf.add(tfOfGroup);
    cellDf.add(dfOfGroup);
  }

  /** All blocks; none without a term. */
  Iterator<TermStatsBlock> build() {
    if (!texts.isEmpty()) {
      full.add(block());
    }
    return full.iterator();
  }

  private TermStatsBlock block() {
    starts.add(cellGroup.size());
    return new TermStatsBlock(
        new TermStatsBlock.Keys(
            classes.values().toArray(NgramClass[]::new),
            ofClass.toShortArray(),
            texts.toArray(String[]::new)),
        surfaces.toArray(String[]::new),
        tf.toLongArray(),
        df.toLongArray(),
        firstDays.toIntArray(),
        lastDays.toIntArray(),
        starts.toIntArray(),
        groups,
        new TermStatsBlock.Cells(
            cellGroup.toIntArray(), cellTf.toLongArray(), cellDf.toIntArray()));
  }
}
