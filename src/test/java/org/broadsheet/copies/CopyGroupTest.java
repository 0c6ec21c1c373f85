package org.broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CopyGroupTest {

  private static final String NIGHT = "2026-03-05T23:00-05:00";

  private static CopyMember member(String id, String source, String published) {
    return News.member(id, source, published, 100);
  }

  private static CopyMember credited(String id, String... agencies) {
    return new CopyMember(id, "outlet of " + id, null, null, 100, List.of(agencies));
  }

  private static String first(CopyMember... members) {
    CopyMember first = CopyGroup.of(List.of(members)).first();
    return first == null ? null : first.id();
  }

  /** The ids in order, each with its role. */
  private static String roles(CopyMember... members) {
    CopyGroup group = CopyGroup.of(List.of(members));
    List<String> roles = new ArrayList<>();
    for (int i = 0; i < members.length; i++) {
      roles.add(group.members().get(i).id() + " " + group.roles().get(i).label());
    }
    return String.join(", ", roles);
  }

  @Test
  void theFirstIsOfTheEarliestDay() {
    assertEquals(
        "b",
        first(
            member("a", "post", "2026-03-06"),
            member("b", "news", "2026-03-05"),
            member("c", "echo", "2026-03-07")));
  }

  @Test
  void ofADayTheFirstIsOfTheEarliestInstant() {
    assertEquals(
        "b",
        first(
            member("a", "post", "2026-03-05T10:00:01Z"),
            member("b", "news", "2026-03-05T10:00:00Z"),
            member("c", "echo", "2026-03-06")));
  }

  @Test
  void ofTwoSourcesOnTheEarliestDayNoneIsFirst() {
    assertNull(
        first(
            member("a", "post", "2026-03-05"),
            member("b", "news", "2026-03-05"),
            member("c", "echo", "2026-03-06")));
    assertNull(
        first(
            member("a", "post", "2026-03-05T10:00Z"),
            member("b", "news", "2026-03-05T12:00+02:00")));
  }

  @Test
  void withAnArticleWithoutADayNoneIsFirst() {
    assertNull(first(member("a", "post", "2026-03-05"), member("b", "news", null)));
    assertNull(first(member("a", "post", null), member("b", "news", null)));
  }

  @Test
  void articlesWithoutASourceMayBeOfTwo() {
    assertNull(first(member("a", null, "2026-03-05"), member("b", null, "2026-03-05")));
    assertEquals("a", first(member("a", null, "2026-03-05"), member("b", null, "2026-03-06")));
    assertNull(first(member("a", "post", "2026-03-05"), member("b", null, "2026-03-05")));
  }

  @Test
  void ofOneSourceTheShortestIsFirstWhereDatesDoNotTell() {
    assertEquals(
        "b",
        first(
            News.member("a", "post", "2026-03-05", 120),
            News.member("b", "post", "2026-03-05", 90),
            News.member("c", "news", "2026-03-06", 50)));
    assertEquals(
        "a",
        first(
            News.member("b", "post", "2026-03-05", 90), News.member("a", "post", "2026-03-05", 90)),
        "of equally long ones the smaller id");
    assertEquals(
        "b", first(News.member("a", "post", null, 120), News.member("b", "post", null, 90)));
  }

  @Test
  void anInstantTellsNothingOfADayWhereAnotherHasNone() {
    assertNull(first(member("a", "post", "2026-03-05T01:00Z"), member("b", "news", "2026-03-05")));
    assertEquals(
        "b",
        first(
            News.member("a", "post", "2026-03-05T01:00Z", 120),
            News.member("b", "post", "2026-03-05", 90)));
    // Of another day it does not matter.
    assertEquals(
        "a",
        first(
            member("a", "post", "2026-03-05T02:00Z"),
            member("b", "news", "2026-03-05T03:00Z"),
            member("c", "echo", "2026-03-06")));
  }

  /** The night of the 5th in New York is the 6th at four in London, and at one in Tokyo. */
  @Test
  void theEarliestInstantIsFirstWhateverTheDayElsewhere() {
    CopyMember newYork = member("a", "post", NIGHT);
    assertEquals("a", first(newYork, member("b", "news", "2026-03-06T13:00:01+09:00")));
    assertEquals("b", first(newYork, member("b", "news", "2026-03-06T12:59:59+09:00")));
    assertEquals("b", first(newYork, member("b", "post", "2026-03-06T12:59:59+09:00")));
    assertNull(
        first(
            newYork,
            member("b", "news", "2026-03-06T12:59:59+09:00"),
            member("c", "echo", "2026-03-07")),
        "not all are timed");
  }

  @Test
  void theSameInstantOfALaterDayElsewhereIsATie() {
    assertNull(first(member("a", "post", NIGHT), member("b", "news", "2026-03-06T13:00+09:00")));
    assertNull(first(member("a", "post", NIGHT), member("b", "news", "2026-03-06T04:00Z")));
  }

  @Test
  void aSourceHasOneCopyAndItsOwnUpdates() {
    assertEquals(
        "d first, c own_update, b copy, a own_update, e own_update, f copy, g copy",
        roles(
            member("a", "news", "2026-03-07"),
            member("b", "news", "2026-03-06"),
            member("c", "post", "2026-03-05T12:00Z"),
            member("d", "post", "2026-03-05T11:00Z"),
            member("e", "post", "2026-03-08"),
            member("f", null, "2026-03-09"),
            member("g", null, "2026-03-09")));
  }

  @Test
  void withoutAFirstAllAreCopies() {
    assertEquals(
        "a copy, b copy, c own_update",
        roles(
            member("a", "post", "2026-03-05"),
            member("b", "news", "2026-03-05"),
            member("c", "post", "2026-03-06")));
  }

  @Test
  void copiesAreOneOfEachSource() {
    CopyGroup group =
        CopyGroup.of(
            List.of(
                member("a", "post", "2026-03-05"),
                member("b", "news", "2026-03-06"),
                member("c", "news", "2026-03-07"),
                member("d", null, "2026-03-07")));
    assertEquals(List.of("b", "d"), group.copies().map(CopyMember::id).toList());
    assertEquals(2, group.sources());
  }

  @Test
  void theAgencyIsTheOneThatMostAreCreditedTo() {
    assertEquals("dpa", agency(credited("a", "AFP"), credited("b", "dpa"), credited("c", "dpa")));
    assertNull(agency(credited("a", "dpa"), credited("b", "AFP")), "a tie");
    assertEquals("dpa", agency(credited("a", "dpa", "AFP"), credited("b", "dpa")));
    assertEquals(
        "AFP",
        agency(credited("a", "dpa", "dpa", "dpa"), credited("b", "AFP"), credited("c", "AFP")),
        "an article counts once");
    assertEquals("AFP", agency(credited("a"), credited("b", "AFP"), credited("c")));
    assertNull(agency(credited("a"), credited("b")));
  }

  private static String agency(CopyMember... members) {
    return CopyGroup.of(List.of(members)).agency();
  }

  @Test
  void aGroupHasTheSmallestIdAndItsDays() {
    CopyGroup group =
        CopyGroup.of(
            List.of(
                member("c", "post", "2026-03-05"),
                member("d", "news", null),
                member("a", "echo", "2026-03-09"),
                member("b", "echo", "2026-03-07")));
    assertEquals("a", group.id());
    assertEquals(LocalDate.of(2026, 3, 5), group.firstDate());
    assertEquals(LocalDate.of(2026, 3, 9), group.lastDate());
    CopyGroup undated = CopyGroup.of(List.of(member("b", "post", null), member("a", "news", null)));
    assertEquals("a", undated.id());
    assertNull(undated.firstDate());
    assertNull(undated.lastDate());
  }

  private static List<CopyMember> random(Random random) {
    return Stream.generate(
            () ->
                News.member(
                    "id" + random.nextInt(1_000_000),
                    random.nextInt(8) == 0 ? null : "outlet" + random.nextInt(3),
                    published(random),
                    100 + random.nextInt(3)))
        .limit(2 + random.nextInt(5))
        .toList();
  }

  /** One of two nights, in one of three zones; a day only, now and then. */
  private static String published(Random random) {
    String day = "2026-03-0" + (5 + random.nextInt(2));
    int kind = random.nextInt(12);
    String[] zones = {"Z", "+09:00", "-05:00"};
    return kind == 0
        ? null
        : kind < 4 ? day : String.format("%sT%02d:00%s", day, random.nextInt(24), zones[kind % 3]);
  }

  @Test
  void theOrderInWhichMembersAreFoundDoesNotMatter() {
    Random random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      List<CopyMember> members = new ArrayList<>(random(random));
      CopyGroup group = CopyGroup.of(members);
      Collections.shuffle(members, random);
      CopyGroup shuffled = CopyGroup.of(members);
      assertEquals(group.members(), shuffled.members());
      assertEquals(group.first(), shuffled.first());
      assertEquals(group.roles(), shuffled.roles());
    }
  }

  @Test
  void noOtherSourceIsKnownToHaveBeenAsEarlyAsTheFirst() {
    Random random = new Random(2);
    int known = 0;
    for (int i = 0; i < 3_000; i++) {
      CopyGroup group = CopyGroup.of(random(random));
      CopyMember first = group.first();
      if (first != null) {
        known++;
        assertEquals(CopyRole.FIRST, group.roles().get(group.members().indexOf(first)));
        group.copies().forEach(copy -> assertIsLater(group, first, copy));
      }
      assertEquals(
          first == null ? 0 : 1, group.roles().stream().filter(CopyRole.FIRST::equals).count());
    }
    assertTrue(known > 500, known + " groups");
  }

  private static void assertIsLater(CopyGroup group, CopyMember first, CopyMember copy) {
    boolean isLaterDay = copy.date() != null && copy.date().isAfter(group.firstDate());
    boolean areTimed = copy.at() != null && first.at() != null;
    assertTrue(areTimed ? copy.at().isAfter(first.at()) : isLaterDay, first + ", " + copy);
  }
}
