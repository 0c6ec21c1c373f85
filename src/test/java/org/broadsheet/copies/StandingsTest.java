package org.broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandingsTest {

  /** Articles a, b and so on, one a day, of so many words each. */
  private static CopyGroup group(List<String> sources, int... words) {
    List<CopyMember> members = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      String id = String.valueOf((char) ('a' + i));
      members.add(News.member(id, sources.get(i), "2026-03-" + (10 + i), words[i]));
    }
    return CopyGroup.of(members);
  }

  private static Map<String, Standing> standings(CopyGroup group) {
    return Standings.of(List.of(group), Map.of());
  }

  /** For each article that counts for something, what. */
  private static List<String> sides(Map<String, Standing> standings, int number) {
    return standings.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry -> {
              Standing.Side side = entry.getValue().side(number);
              return entry.getKey()
                  + (side.own() ? " own" : "")
                  + (side.against() == null ? "" : " against " + side.against());
            })
        .toList();
  }

  private static List<String> counting(Map<String, Standing> standings) {
    return standings.keySet().stream().filter(id -> standings.get(id).counts()).sorted().toList();
  }

  @Test
  void theLongestCounts() {
    List<String> sources = List.of("post", "news", "echo");
    assertEquals(List.of("b"), counting(standings(group(sources, 100, 120, 110))));
    assertEquals(List.of("a"), counting(standings(group(sources, 120, 110, 120))), "the earlier");
  }

  @Test
  void eachGroupHasOneThatCounts() {
    CopyGroup other =
        CopyGroup.of(
            List.of(News.member("x", "post", null, 30), News.member("y", "news", null, 40)));
    CopyGroup group = group(List.of("post", "news"), 100, 90);
    assertEquals(List.of("a", "y"), counting(Standings.of(List.of(group, other), Map.of())));
    assertEquals(Map.of(), Standings.of(List.of(), Map.of()));
  }

  @Test
  void ofEachOutletTheLongestCounts() {
    // From the longest: c of the news, a of the post, then b and d, which are of the same.
    assertEquals(
        List.of("a own against news", "b", "c own", "d"),
        sides(standings(group(List.of("post", "post", "news", "news"), 110, 105, 120, 100)), 0));
  }

  @Test
  void oneOutletHasNothingToCountAgainst() {
    assertEquals(
        List.of("a own", "b"), sides(standings(group(List.of("post", "post"), 120, 100)), 0));
  }

  @Test
  void onlyTheLongestOfTheOthersCountsAgainst() {
    assertEquals(
        List.of("a own", "b own", "c own against post"),
        sides(standings(group(List.of("post", "news", "echo"), 120, 100, 110)), 0));
  }

  @Test
  void articlesOfNoOutletAreOneSide() {
    assertEquals(
        List.of("a own", "b own against unknown", "c"),
        sides(standings(group(Arrays.asList(null, "post", null), 120, 110, 100)), 0));
    assertEquals(
        List.of("a own", "b own against post", "c own"),
        sides(standings(group(Arrays.asList("post", null, "news"), 120, 110, 100)), 0));
  }

  @Test
  void fieldsAreSidesToo() {
    Map<String, List<String>> fields =
        Map.of(
            "a", Arrays.asList("harbour", null),
            "b", Arrays.asList("harbour", "morning"),
            "c", Arrays.asList("town", "morning"));
    Map<String, Standing> standings =
        Standings.of(List.of(group(List.of("post", "news", "post"), 120, 110, 100)), fields);
    assertEquals(List.of("a own", "b own against post", "c"), sides(standings, 0));
    assertEquals(List.of("a own", "b", "c own against harbour"), sides(standings, 1));
    assertEquals(List.of("a own", "b own", "c"), sides(standings, 2));
  }

  /** What it is for: on either side of a comparison a story counts once, or not at all. */
  @Test
  void aStoryCountsOnceOnEitherSide() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      int size = 2 + random.nextInt(5);
      List<String> sources =
          new ArrayList<>(
              IntStream.range(0, size)
                  .mapToObj(j -> random.nextInt(4) == 0 ? null : "outlet" + random.nextInt(3))
                  .toList());
      int[] words = random.ints(size, 90, 110).toArray();
      Map<String, Standing> standings = standings(group(sources, words));
      assertEquals(1, counting(standings).size());
      sources.stream()
          .filter(Objects::nonNull)
          .distinct()
          .forEach(s -> assertOnce(s, sources, standings));
    }
  }

  private static void assertOnce(
      String side, List<String> sources, Map<String, Standing> standings) {
    Map<String, String> sides = new HashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      sides.put(String.valueOf((char) ('a' + i)), sources.get(i));
    }
    long own =
        standings.keySet().stream()
            .filter(id -> side.equals(sides.get(id)) && standings.get(id).side(0).own())
            .count();
    long rest =
        standings.keySet().stream()
            .filter(id -> countsInTheRest(side, sides.get(id), standings.get(id)))
            .count();
    boolean areOthers = sides.values().stream().anyMatch(other -> !side.equals(other));
    assertEquals(1, own, side + " of " + sources);
    assertEquals(areOthers ? 1 : 0, rest, "against " + side + " of " + sources);
  }

  private static boolean countsInTheRest(String side, String of, Standing standing) {
    return !side.equals(of) && (standing.counts() || side.equals(standing.side(0).against()));
  }
}
