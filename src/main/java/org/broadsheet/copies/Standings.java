package org.broadsheet.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.broadsheet.ingest.Corpus;

/**
 * Decides which articles of a group count where a story counts once: the longest, which shows most
 * of it; of equals the earlier one.
 */
final class Standings {

  private Standings() {}

  /**
   * The standing of each article of some groups.
   *
   * @param groups the groups
   * @param fields for each article_id, its values of the fields that are compared
   * @return by article_id
   */
  static HashMap<String, Standing> of(List<CopyGroup> groups, Map<String, List<String>> fields) {
    HashMap<String, Standing> standings = new HashMap<>();
    for (CopyGroup group : groups) {
      // A stable sort: of equally long articles the one that comes first in the group.
      List<CopyMember> members =
          group.members().stream()
              .sorted(Comparator.comparing(CopyMember::words).reversed())
              .toList();
      List<List<String>> sides = members.stream().map(member -> sides(member, fields)).toList();
      List<List<Standing.Side>> standing = new ArrayList<>();
      for (int number = 0; number < sides.get(0).size(); number++) {
        standing.add(of(side(sides, number)));
      }
      for (int i = 0; i < members.size(); i++) {
        int member = i;
        standings.put(
            members.get(i).id(),
            new Standing(i == 0, standing.stream().map(side -> side.get(member)).toList()));
      }
    }
    return standings;
  }

  private static List<String> sides(CopyMember member, Map<String, List<String>> fields) {
    List<String> sides = new ArrayList<>();
    sides.add(member.source() == null ? Corpus.UNKNOWN_SOURCE : member.source());
    sides.addAll(fields.getOrDefault(member.id(), List.of()));
    return sides;
  }

  private static List<String> side(List<List<String>> sides, int number) {
    return sides.stream().map(side -> side.get(number)).toList();
  }

  /**
   * The standing of articles on the sides of one comparison.
   *
   * @param sides the side of each; null for none
   */
  private static List<Standing.Side> of(List<String> sides) {
    String first = sides.get(0);
    List<Standing.Side> standing = new ArrayList<>();
    Set<String> met = new HashSet<>();
    boolean isCounted = first == null;
    for (String side : sides) {
      boolean isOther = !isCounted && !Objects.equals(side, first);
      isCounted |= isOther;
      standing.add(new Standing.Side(side == null || met.add(side), isOther ? first : null));
    }
    return standing;
  }
}
