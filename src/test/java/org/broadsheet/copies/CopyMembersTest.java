package org.broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Copied articles as columns: what goes in comes out. */
class CopyMembersTest {

  private static CopyMember member(int i) {
    // Ids of either sign, instants before and after the epoch, and members that lack all they can.
    return new CopyMember(
        String.format("%016x", i * 0x1d872b41_0f5a3c17L),
        i % 3 == 0 ? null : "outlet" + i % 5,
        i % 4 == 0 ? null : Instant.parse("1969-12-31T00:00:00.000001Z").plusSeconds(i * 7_919L),
        i % 7 == 0 ? null : LocalDate.of(1969, 12, 1).plusDays(i),
        i,
        i % 2 == 0 ? List.of() : List.of("Reuters", "agency" + i % 3));
  }

  private static List<CopyMember> members(int size) {
    return IntStream.range(0, size).mapToObj(CopyMembersTest::member).toList();
  }

  private static CopyMembers sorted(List<CopyMember> members, int lists) {
    List<CopyMembers> cut = new ArrayList<>();
    for (int list = 0; list < lists; list++) {
      cut.add(
          CopyMembers.of(
              members.subList(members.size() * list / lists, members.size() * (list + 1) / lists)));
    }
    return CopyMembers.sorted(cut);
  }

  @Test
  void membersAreTheSameInTheOrderOfTheirIds() {
    List<CopyMember> members = new ArrayList<>(members(100));
    Collections.shuffle(members, new Random(1));
    List<CopyMember> expected =
        members.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    for (int lists : new int[] {1, 3, 200}) {
      assertEquals(expected, sorted(members, lists));
    }
    assertEquals(List.of(), CopyMembers.sorted(List.of()));
  }

  @Test
  void sourcesAreTheSameIfTheirNamesAre() {
    List<CopyMember> members = members(60);
    ArticleNumbers sources = sorted(members, 7).sources();
    Map<String, Integer> byName = new HashMap<>();
    for (CopyMember member : members) {
      int source = sources.get(member.id());
      assertEquals(member.source() == null, source == ArticleNumbers.NONE);
      if (member.source() != null) {
        assertEquals(byName.computeIfAbsent(member.source(), name -> source), source);
      }
    }
    assertEquals(byName.size(), byName.values().stream().distinct().count());
  }

  @Test
  void groupsAreThoseOfOneCentreInTheOrderOfTheirIds() {
    CopyMembers members = sorted(members(200), 3);
    int[] centres = new Random(2).ints(members.size(), 0, 90).toArray();
    TreeMap<String, List<String>> expected = new TreeMap<>();
    for (int centre = 0; centre < 90; centre++) {
      int of = centre;
      List<String> ids =
          IntStream.range(0, centres.length)
              .filter(i -> centres[i] == of)
              .mapToObj(i -> members.get(i).id())
              .toList();
      if (ids.size() > 1) {
        expected.put(ids.get(0), ids);
      }
    }
    CopyGroupList groups = CopyGroupList.of(members, centres);
    assertEquals(List.copyOf(expected.keySet()), groups.stream().map(CopyGroup::id).toList());
    assertEquals(expected.values().stream().mapToInt(List::size).sum(), groups.articles());
    assertTrue(groups.articles() < members.size(), "some are in no group");
    for (CopyGroup group : groups) {
      assertEquals(
          expected.get(group.id()), group.members().stream().map(CopyMember::id).sorted().toList());
    }
    ArticleNumbers numbers = groups.numbers();
    for (CopyMember member : members) {
      int number = numbers.get(member.id());
      assertEquals(
          expected.values().stream().anyMatch(ids -> ids.contains(member.id())), number >= 0);
      assertTrue(number == ArticleNumbers.NONE || groups.get(number).members().contains(member));
    }
  }

  @Test
  void equalValuesAreKeptOnceAndFoundAgain() {
    ArticleValues.ArticleValuesBuilder<List<String>> some =
        new ArticleValues.ArticleValuesBuilder<>();
    some.add("f0", List.of("a"));
    some.add("0f", List.of("b"));
    ArticleValues.ArticleValuesBuilder<List<String>> all =
        new ArticleValues.ArticleValuesBuilder<>();
    all.add("ffffffffffffffff", List.of("b"));
    all.addAll(some.build());
    ArticleValues<List<String>> values = all.build();
    assertEquals(List.of("a"), values.getOrDefault("f0", List.of()));
    assertEquals(List.of("b"), values.getOrDefault("0f", List.of()));
    assertEquals(List.of("b"), values.getOrDefault("ffffffffffffffff", List.of()));
    assertEquals(List.of("none"), values.getOrDefault("ff", List.of("none")));
  }

  @Test
  void whatIsNoArticleIdHasNoNumber() {
    ArticleNumbers numbers = new ArticleNumbers.ArticleNumbersBuilder().add("f0", 7).build();
    assertEquals(7, numbers.get("f0"));
    for (String text : List.of("", "-f0", "ferry", "f0 ", "00000000000000f00")) {
      assertEquals(ArticleNumbers.NONE, numbers.get(text), text);
    }
  }
}
