package org.broadsheet.copies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What outlets give to one another and take. */
public final class OutletCopies {

  private final Map<String, Long> copiedByOthers = new HashMap<>();
  private final Map<String, List<Double>> latencyHours = new HashMap<>();
  private final List<TreeSet<String>> outlets = new ArrayList<>();

  /**
   * Adds up the groups.
   *
   * @param copies the copies
   */
  public OutletCopies(Copies copies) {
    copies.groups().forEach(this::add);
  }

  private void add(CopyGroup group) {
    TreeSet<String> printed = new TreeSet<>();
    group.members().stream().map(CopyMember::source).filter(Objects::nonNull).forEach(printed::add);
    outlets.add(printed);
    CopyMember first = group.first();
    if (first != null) {
      group.copies().forEach(copy -> add(first, copy));
    }
  }

  private void add(CopyMember first, CopyMember copy) {
    if (first.source() != null) {
      copiedByOthers.merge(first.source(), 1L, Long::sum);
    }
    Double hours = CopyFlows.hoursBetween(first, copy);
    if (hours != null && copy.source() != null) {
      latencyHours.computeIfAbsent(copy.source(), s -> new ArrayList<>()).add(hours);
    }
  }

  /**
   * How often others printed what an outlet had printed first.
   *
   * @param source the outlet
   * @return articles
   */
  public long copiedByOthers(String source) {
    return copiedByOthers.getOrDefault(source, 0L);
  }

  /**
   * How long an outlet takes.
   *
   * @param source the outlet
   * @return for its copies, the hours since the first article, where both instants are known
   */
  public List<Double> latencyHours(String source) {
    return latencyHours.getOrDefault(source, List.of());
  }

  /**
   * What two outlets both printed.
   *
   * @param source an outlet
   * @param other another one
   * @return copy groups with an article of each
   */
  public long shared(String source, String other) {
    return outlets.stream().filter(all -> all.contains(source) && all.contains(other)).count();
  }
}
