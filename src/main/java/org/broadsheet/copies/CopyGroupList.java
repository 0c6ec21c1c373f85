package org.broadsheet.copies;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * The groups of copies in the order of their ids. A group is made of its articles whenever it is
 * asked for, so that all of them take little room.
 */
final class CopyGroupList extends AbstractList<CopyGroup> implements RandomAccess, Serializable {

  private final CopyMembers members;

  /** The indices of the articles that are in a group, one group after another. */
  private final int[] grouped;

  /** Group i has the articles {@code starts[i]} to {@code starts[i + 1]} of them. */
  private final int[] starts;

  private CopyGroupList(CopyMembers members, int[] grouped, int[] starts) {
    this.members = members;
    this.grouped = grouped;
    this.starts = starts;
  }

  /**
   * Groups articles.
   *
   * @param members the articles, in the order of their ids
   * @param centres the centre of each; the articles that share one are a group, if they are several
   */
  static CopyGroupList of(CopyMembers members, int[] centres) {
    Int2IntOpenHashMap sizes = new Int2IntOpenHashMap();
    Arrays.stream(centres).forEach(centre -> sizes.addTo(centre, 1));
    // The first article that is met of a group has the smallest id, which names the group.
    Int2IntOpenHashMap next = new Int2IntOpenHashMap();
    IntArrayList starts = IntArrayList.of(0);
    for (int centre : centres) {
      if (sizes.get(centre) > 1 && !next.containsKey(centre)) {
        next.put(centre, starts.topInt());
        starts.add(starts.topInt() + sizes.get(centre));
      }
    }
    int[] grouped = new int[starts.topInt()];
    for (int i = 0; i < centres.length; i++) {
      if (next.containsKey(centres[i])) {
        grouped[next.addTo(centres[i], 1)] = i;
      }
    }
    return new CopyGroupList(members, grouped, starts.toIntArray());
  }

  @Override
  public int size() {
    return starts.length - 1;
  }

  @Override
  public CopyGroup get(int group) {
    return CopyGroup.of(
        IntStream.range(starts[group], starts[group + 1])
            .mapToObj(i -> members.get(grouped[i]))
            .toList());
  }

  /** How many articles are in a group. */
  int articles() {
    return grouped.length;
  }

  /** The number of the group of each article that is in one. */
  ArticleNumbers numbers() {
    ArticleNumbers.ArticleNumbersBuilder numbers = new ArticleNumbers.ArticleNumbersBuilder();
    for (int group = 0; group < size(); group++) {
      for (int i = starts[group]; i < starts[group + 1]; i++) {
        numbers.add(members.id(grouped[i]), group);
      }
    }
    return numbers.build();
  }
}
