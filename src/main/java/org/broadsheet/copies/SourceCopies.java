package org.broadsheet.copies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.Corpus;

/** What sources copied from one another. */
public final class SourceCopies {

  private final Map<String, Long> copiedByOthers = new HashMap<>();
  private final Map<String, List<Double>> latencyHours = new HashMap<>();

  /** For each source, the numbers of the groups that have an article of it. */
  private final Map<String, BitSet> printed = new HashMap<>();

  /**
   * Adds up the groups.
   *
   * @param copies the copies
   */
  public SourceCopies(Copies copies) {
    for (int number = 0; number < copies.groups().size(); number++) {
      add(number, copies.groups().get(number));
    }
  }

  private void add(int number, CopyGroup group) {
    group
        .members()
        .forEach(member -> printed.computeIfAbsent(source(member), s -> new BitSet()).set(number));
    CopyMember first = group.first();
    if (first != null) {
      group.copies().forEach(copy -> add(first, copy));
    }
  }

  private void add(CopyMember first, CopyMember copy) {
    copiedByOthers.merge(source(first), 1L, Long::sum);
    Double hours = CopyFlows.hoursBetween(first, copy);
    if (hours != null) {
      latencyHours.computeIfAbsent(source(copy), s -> new ArrayList<>()).add(hours);
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
    return latencyHours.getOrDefault(source, List.of());
  }

  /**
   * What two sources both printed.
   *
   * @param source a source
   * @param other another one
   * @return copy groups with an article of each
   */
  public long shared(String source, String other) {
    BitSet both = (BitSet) printed.getOrDefault(source, new BitSet()).clone();
    both.and(printed.getOrDefault(other, new BitSet()));
    return both.cardinality();
  }
}
