package org.broadsheet.copies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Articles that are copies of one another, and what their dates tell about who was first. */
final class CopyGroup {

  private final String id;
  private final List<CopyMember> members;
  private final boolean isFirstKnown;

  private CopyGroup(List<CopyMember> members) {
    this.id = members.stream().map(CopyMember::id).min(String::compareTo).orElseThrow();
    this.members = members;
    this.isFirstKnown = areOfOneOutlet(mayBeFirst(members));
  }

  /**
   * A group.
   *
   * @param members two articles or more, in any order
   */
  static CopyGroup of(List<CopyMember> members) {
    return new CopyGroup(members.stream().sorted(order(members)).toList());
  }

  /**
   * As far as dates tell, then the shortest, since versions grow, then by id. Instants tell of days
   * of which all articles have one.
   */
  private static Comparator<CopyMember> order(List<CopyMember> members) {
    Set<LocalDate> untimed =
        members.stream()
            .filter(member -> member.date() != null && member.at() == null)
            .map(CopyMember::date)
            .collect(Collectors.toSet());
    Function<CopyMember, Instant> instant =
        member -> untimed.contains(member.date()) ? null : member.at();
    return Comparator.comparing(
            CopyMember::date, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
        .thenComparing(instant, Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(CopyMember::words)
        .thenComparing(CopyMember::id);
  }

  /**
   * The articles that no date says were later than another: those of the earliest day as printed,
   * the earliest instant of these if it is known of all of them, those without a day, and those of
   * a later day in another zone whose instant is no later.
   */
  private static List<CopyMember> mayBeFirst(List<CopyMember> members) {
    LocalDate day = members.get(0).date();
    List<CopyMember> early =
        members.stream().filter(member -> Objects.equals(member.date(), day)).toList();
    boolean areTimed = early.stream().allMatch(member -> member.at() != null);
    Stream<CopyMember> earliest =
        early.stream().filter(member -> !areTimed || member.at().equals(early.get(0).at()));
    Stream<CopyMember> others =
        members.stream()
            .filter(
                member -> member.date() == null || isNotLater(member.at(), members.get(0).at()));
    return Stream.concat(earliest, others).distinct().toList();
  }

  private static boolean isNotLater(Instant at, Instant other) {
    return at != null && other != null && !at.isAfter(other);
  }

  private static boolean areOfOneOutlet(List<CopyMember> members) {
    String source = members.get(0).source();
    return members.size() == 1
        || source != null && members.stream().allMatch(member -> source.equals(member.source()));
  }

  /** The articles as far as dates tell, then the shortest first. */
  List<CopyMember> members() {
    return members;
  }

  /** The smallest article_id, which names the group. */
  String id() {
    return id;
  }

  /**
   * The article that was first; null if dates do not tell of which outlet that was. Where an outlet
   * printed several on that day, the shortest.
   */
  CopyMember first() {
    return isFirstKnown ? members.get(0) : null;
  }

  /** The role of each article, in the order of {@link #members}. */
  List<CopyRole> roles() {
    Set<String> met = new HashSet<>();
    return members.stream()
        .map(
            member ->
                member.source() != null && !met.add(member.source())
                    ? CopyRole.OWN_UPDATE
                    : member == first() ? CopyRole.FIRST : CopyRole.COPY)
        .toList();
  }

  /** The articles that outlets have from the first one, one of each outlet. */
  Stream<CopyMember> copies() {
    List<CopyRole> roles = roles();
    return IntStream.range(0, roles.size())
        .filter(i -> roles.get(i) == CopyRole.COPY)
        .mapToObj(members::get);
  }

  /** How many outlets are known to have printed it. */
  long sources() {
    return members.stream().map(CopyMember::source).filter(Objects::nonNull).distinct().count();
  }

  /** The agency that most articles are credited to, the first by name among equals; or null. */
  String agency() {
    Map<String, Long> credits =
        members.stream()
            .flatMap(member -> member.agencies().stream().distinct())
            .collect(Collectors.groupingBy(agency -> agency, TreeMap::new, Collectors.counting()));
    String most = null;
    for (Map.Entry<String, Long> credit : credits.entrySet()) {
      most = most == null || credit.getValue() > credits.get(most) ? credit.getKey() : most;
    }
    return most;
  }

  /** The day of the first dated article, or null. */
  LocalDate firstDate() {
    return members.get(0).date();
  }

  /** The day of the last dated article, or null. */
  LocalDate lastDate() {
    return members.stream()
        .map(CopyMember::date)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }
}
