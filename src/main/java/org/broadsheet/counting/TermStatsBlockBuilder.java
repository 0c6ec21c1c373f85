package org.broadsheet.counting;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.shorts.ShortArrayList;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.collections.Dictionary;
import org.broadsheet.collections.Texts;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.counting.block.GroupKeys;

/** Builds a block of terms with their counts. */
final class TermStatsBlockBuilder {

  /** A block with this many cells is full: they take about sixteen megabytes. */
  private static final int FULL_OF_CELLS = 1 << 20;

  private static final int FULL_OF_TERMS = 1 << 17;

  /** The groups of the partition; a block keeps those that its cells name. */
  private final Dictionary<GroupKey> ofPartition;

  /** For each group of the partition that is used here, its number here. */
  private final Int2IntOpenHashMap numbers = new Int2IntOpenHashMap();

  private final List<GroupKey> groups = new ArrayList<>();
  private final Dictionary<NgramClass> classes = new Dictionary<>();
  private final ShortArrayList ofClass = new ShortArrayList();
  private final List<String> texts = new ArrayList<>();
  private final List<String> surfaces = new ArrayList<>();
  private final LongArrayList tf = new LongArrayList();
  private final LongArrayList df = new LongArrayList();
  private final IntArrayList firstDays = new IntArrayList();
  private final IntArrayList lastDays = new IntArrayList();
  private final IntArrayList starts = new IntArrayList();
  private final IntArrayList cellGroup = new IntArrayList();
  private final LongArrayList cellTf = new LongArrayList();
  private final IntArrayList cellDf = new IntArrayList();

  /**
   * Starts an empty block.
   *
   * @param ofPartition the groups of articles that {@link #add} names by their ids
   */
  TermStatsBlockBuilder(Dictionary<GroupKey> ofPartition) {
    this.ofPartition = ofPartition;
  }

  /** Whether the block should be closed. */
  boolean isFull() {
    return cellGroup.size() >= FULL_OF_CELLS || texts.size() >= FULL_OF_TERMS;
  }

  /** Starts a term; its cells follow. */
  void start(TermKey key, String surface, int firstDay, int lastDay) {
    ofClass.add((short) classes.id(key.ngrams()));
    texts.add(key.term());
    surfaces.add(surface.equals(key.term()) ? "" : surface);
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
    cellGroup.add(numbers.computeIfAbsent(group, this::newGroup));
    cellTf.add(tfOfGroup);
    cellDf.add(dfOfGroup);
  }

  private int newGroup(int group) {
    groups.add(ofPartition.value(group));
    return groups.size() - 1;
  }

  TermStatsBlock build() {
    starts.add(cellGroup.size());
    return new TermStatsBlock(
        new TermStatsBlock.Keys(
            classes.values().toArray(NgramClass[]::new), ofClass.toShortArray(), Texts.of(texts)),
        Texts.of(surfaces),
        tf.toLongArray(),
        df.toLongArray(),
        firstDays.toIntArray(),
        lastDays.toIntArray(),
        starts.toIntArray(),
        GroupKeys.of(groups),
        new TermStatsBlock.Cells(
            cellGroup.toIntArray(), cellTf.toLongArray(), cellDf.toIntArray()));
  }
}
