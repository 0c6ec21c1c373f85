package org.broadsheet.counting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.broadsheet.collections.Dictionary;
import org.broadsheet.counting.block.GroupKey;

/**
 * The parts of the corpus that the groups of a block of terms belong to, looked up once for the
 * block instead of once for each count. Not safe for use by several threads.
 *
 * @param <K> the parts
 */
final class PartIndex<K extends Comparable<? super K>> {

  private static final int NONE = -1;

  /** In their order, so that sums come out the same on every machine. */
  private final List<K> parts;

  /** For each group, its part; {@link #NONE} if it is left out. */
  private final int[] ofGroup;

  /** Sums for each part; zero between the terms. */
  private final long[] tf;

  private final long[] df;

  private PartIndex(List<K> parts, int[] ofGroup) {
    this.parts = parts;
    this.ofGroup = ofGroup;
    tf = new long[parts.size()];
    df = new long[parts.size()];
  }

  /**
   * Looks up the parts of groups.
   *
   * @param groups the groups
   * @param part the part of a group; null leaves it out
   */
  static <K extends Comparable<? super K>> PartIndex<K> of(
      List<GroupKey> groups, Function<GroupKey, K> part) {
    List<K> ofGroups = groups.stream().map(part).toList();
    List<K> parts = ofGroups.stream().filter(Objects::nonNull).distinct().sorted().toList();
    Dictionary<K> numbers = new Dictionary<>();
    parts.forEach(numbers::id);
    int[] ofGroup =
        ofGroups.stream().mapToInt(each -> each == null ? NONE : numbers.id(each)).toArray();
    return new PartIndex<>(parts, ofGroup);
  }

  /**
   * Adds up the counts of a term.
   *
   * @param cells the counts of the block
   * @param start the first one of the term
   * @param end after the last one
   * @return the frequency in each part that has the term, in the order of the parts
   */
  Map<K, Frequency> sums(TermStatsBlock.Cells cells, int start, int end) {
    int[] met = new int[Math.min(end - start, parts.size())];
    int size = 0;
    for (int cell = start; cell < end; cell++) {
      int part = ofGroup[cells.group()[cell]];
      if (part != NONE) {
        if (df[part] == 0) {
          met[size++] = part;
        }
        tf[part] += cells.tf()[cell];
        df[part] += cells.df()[cell];
      }
    }
    Arrays.sort(met, 0, size);
    Map<K, Frequency> sums = new LinkedHashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      int part = met[i];
      sums.put(parts.get(part), new Frequency(tf[part], df[part]));
      tf[part] = 0;
      df[part] = 0;
    }
    return sums;
  }
}
