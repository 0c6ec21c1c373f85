package org.broadsheet.copies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Articles that are copies of one another, ordered by what their dates say about who was first. */
final class CopyGroup {

  private final String id;
  private final List<CopyMember> members;
  private final boolean isFirstKnown;

  /** The first article of each source, as far as their own dates say. */
  private final Map<String, CopyMember> entries = new HashMap<>();

  private CopyGroup(List<CopyMember> members) {
    this.id = members.stream().map(CopyMember::id).min(String::compareTo).orElseThrow();
    this.members = members;
    this.isFirstKnown = areOfOneSource(mayBeFirst(members));
    Map<String, List<CopyMember>> bySource =
        members.stream()
            .filter(member -> member.source() != null)
            .collect(Collectors.groupingBy(CopyMember::source));
    bySource.forEach((source, own) -> entries.put(source, Collections.min(own, order(own))));
  }

  /**
   * Groups articles.
   *
   * @param members two articles or more, in any order
   */
  static CopyGroup of(List<CopyMember> members) {
    return new CopyGroup(members.stream().sorted(order(members)).toList());
  }

  /**
   * By date, then the shortest first, since versions grow, then by id. If every article has an
   * instant, instants are compared; else days are compared as printed, and instants only on days on
   * which every article has one.
   */
  private static Comparator<CopyMember> order(List<CopyMember> members) {
    if (members.stream().allMatch(member -> member.at() != null)) {
      return Comparator.comparing(CopyMember::at)
          .thenComparing(CopyMember::words)
          .thenComparing(CopyMember::id);
    }
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
   * The articles that may have been first, since no date says that they were later: those of the
   * earliest day as printed (of these the ones of the earliest instant, if every one has an
   * instant), those without a day, and those of a later day in another zone whose instant is no
   * later.
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

  private static boolean areOfOneSource(List<CopyMember> members) {
    String source = members.get(0).source();
    return members.size() == 1
        || source != null && members.stream().allMatch(member -> source.equals(member.source()));
  }

  /** The articles by date, then the shortest first. */
  List<CopyMember> members() {
    return members;
  }

  /** The smallest article_id, which names the group. */
  String id() {
    return id;
  }

  /**
   * The article that was first; null if dates do not say which source printed it. Where the source
   * printed several on that day, the shortest.
   */
  CopyMember first() {
    return isFirstKnown ? entry(members.get(0)) : null;
  }

  /** The first article of a member's source; the member itself where it names none. */
  private CopyMember entry(CopyMember member) {
    return member.source() == null ? member : entries.get(member.source());
  }

  /** The role of each article, in the order of {@link #members}. */
  List<CopyRole> roles() {
    CopyMember first = first();
    return members.stream()
        .map(
            member ->
                member != entry(member)
                    ? CopyRole.OWN_UPDATE
                    : member == first ? CopyRole.FIRST : CopyRole.COPY)
        .toList();
  }

  /** The articles that other sources took from the first one: one for each source. */
  Stream<CopyMember> copies() {
    List<CopyRole> roles = roles();
    return IntStream.range(0, roles.size())
        .filter(i -> roles.get(i) == CopyRole.COPY)
        .mapToObj(members::get);
  }

  /** How many sources are known to have printed it. */
  long sources() {
    return members.stream().map(CopyMember::source).filter(Objects::nonNull).distinct().count();
  }

  /** How many articles are later versions of one of the same source. */
  long ownUpdates() {
    return roles().stream().filter(CopyRole.OWN_UPDATE::equals).count();
  }

  /** The agency that articles are credited to most often; null without one, or for a tie. */
  String agency() {
    Map<String, Long> credits =
        members.stream()
            .flatMap(member -> member.agencies().stream().distinct())
            .collect(Collectors.groupingBy(agency -> agency, Collectors.counting()));
    long most = credits.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<String> leading =
        credits.keySet().stream().filter(agency -> credits.get(agency) == most).toList();
    return leading.size() == 1 ? leading.get(0) : null;
  }

  /** The day of the first dated article, or null. */
  LocalDate firstDate() {
    return members.stream()
        .map(CopyMember::date)
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(null);
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
