package org.broadsheet.copies;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.Corpus;

/** What sources copied from one another. */
public final class SourceCopies {

  private final Map<String, Long> copiedByOthers = new HashMap<>();
  private final Map<String, DoubleArrayList> latencyHours = new HashMap<>();

  /** For each source that is compared, the numbers of the groups that have an article of it. */
  private final Map<String, BitSet> printed = new HashMap<>();

  /**
   * Adds up the groups.
   *
   * @param copies the copies
   * @param compared the sources that {@link #shared} may be asked about
   */
  public SourceCopies(Copies copies, List<String> compared) {
    compared.forEach(source -> printed.put(source, new BitSet()));
    int number = 0;
    for (CopyGroup group : copies.groups()) {
      add(number++, group);
    }
  }

  private void add(int number, CopyGroup group) {
    for (CopyMember member : group.members()) {
      BitSet groups = printed.get(source(member));
      if (groups != null) {
        groups.set(number);
      }
    }
    CopyMember first = group.first();
    if (first != null) {
      group.copies().forEach(copy -> add(first, copy));
    }
  }

  private void add(CopyMember first, CopyMember copy) {
    copiedByOthers.merge(source(first), 1L, Long::sum);
    Double hours = CopyFlows.hoursBetween(first, copy);
    if (hours != null) {
      latencyHours
          .computeIfAbsent(source(copy), s -> new DoubleArrayList())
          .add(hours.doubleValue());
    }
  }

  private static String source(CopyMember member) {
    return member.source() == null ? Corpus.UNKNOWN_SOURCE : member.source();
  }

  /**
   * How often others printed what a source had printed first.
   *
   * @param source the source
   * @return articles
   */
  public long copiedByOthers(String source) {
    return copiedByOthers.getOrDefault(source, 0L);
  }

  /**
   * How long a source takes to copy.
   *
   * @param source the source
   * @return for its copies, the hours since the first article, where both instants are known
   */
  public List<Double> latencyHours(String source) {
    return latencyHours.getOrDefault(source, new DoubleArrayList());
  }

  /**
   * What two sources both printed.
   *
   * @param source a source that is compared
   * @param other another one
   * @return copy groups with an article of each
   */
  public long shared(String source, String other) {
    BitSet both = (BitSet) printed.get(source).clone();
    both.and(printed.get(other));
    return both.cardinality();
  }
}
