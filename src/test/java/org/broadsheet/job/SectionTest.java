package org.broadsheet.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionTest {

  private final List<String> mistakes = new ArrayList<>();

  private Section section(String yaml) throws IOException {
    return new Section("", YamlTree.parse(yaml, "j", true), mistakes);
  }

  @Test
  void missingAndEmptyKeysGiveTheDefault() throws IOException {
    Section section = section("empty:\n");
    for (String key : List.of("empty", "missing")) {
      assertEquals("x", section.text(key, "x"));
      assertEquals(5L, section.number(key, 0, 9, 5L));
      assertNull(section.number(key, 0, 9, null));
      assertNull(section.numberOrAuto(key, 0, 9));
      assertTrue(section.flag(key, true));
      assertFalse(section.flag(key, false));
      assertEquals("a", section.choice(key, List.of("a", "b"), "a"));
      assertEquals(List.of(), section.texts(key));
      assertEquals(List.of(), section.sections(key, ""));
      assertEquals(Map.of(), section.values(key, Long::parseLong, "a number"));
      assertEquals("x", section.section(key).text("below", "x"));
      assertFalse(section.has(key));
    }
    section.reportUnknownKeys();
    assertEquals(List.of(), mistakes);
  }

  @Test
  void givenKeysGiveTheirValue() throws IOException {
    Section section =
        section("t: word\nn: 1_000\nm: -3\nk: auto\nl: 7\nf: true\nc: b\nw: [x, y]\no: one\n");
    assertEquals("word", section.text("t", "x"));
    assertEquals(1_000L, section.number("n", 0, 1_000, 5L));
    assertEquals(-3L, section.number("m", -3, 0, 5L));
    assertNull(section.numberOrAuto("k", 1, 9));
    assertEquals(7L, section.numberOrAuto("l", 1, 9));
    assertTrue(section.flag("f", false));
    assertEquals("b", section.choice("c", List.of("a", "b"), "a"));
    assertEquals(List.of("x", "y"), section.texts("w"));
    assertEquals(List.of("one"), section.texts("o"), "a single word counts as a list");
    section.reportUnknownKeys();
    assertEquals(List.of(), mistakes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10", "2.5", "many", "9999999999999999999999", "''", "1e3", "0x5"})
  void aNumberMustBeWholeAndWithinBounds(String value) throws IOException {
    Section section = section("\nn: " + value + "\n");
    assertEquals(5L, section.number("n", 1, 9, 5L));
    assertEquals(1, mistakes.size(), mistakes.toString());
    assertTrue(mistakes.get(0).startsWith("j:2: n is "), mistakes.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "{a: 1}"})
  void aSingleValueMustBeOne(String value) throws IOException {
    Section section = section("n: " + value + "\n");
    assertEquals(5L, section.number("n", 1, 9, 5L));
    assertNull(section.numberOrAuto("n", 1, 9));
    assertTrue(section.flag("n", true));
    assertEquals("a", section.choice("n", List.of("a"), "a"));
    assertEquals("x", section.text("n", "x"));
    assertEquals(5, mistakes.size(), "one each");
    assertEquals(List.of("j:1: n must be a single value"), mistakes.stream().distinct().toList());
  }

  @Test
  void aWrongChoiceGetsASuggestion() throws IOException {
    Section section = section("c: wek\nf: yes\n");
    assertEquals("day", section.choice("c", List.of("day", "week", "month"), "day"));
    assertFalse(section.flag("f", false));
    assertEquals(
        List.of(
            "j:1: c is 'wek', but must be one of [day, week, month]; did you mean week?",
            "j:2: f is 'yes', but must be true or false"),
        mistakes);
  }

  @Test
  void aListMustHoldWords() throws IOException {
    assertEquals(List.of("x"), section("w: [x, {a: 1}]\n").texts("w"));
    assertEquals(List.of("j:1: w must be a list of words"), mistakes);
  }

  @Test
  void valuesAreReadOneByOne() throws IOException {
    Map<String, ZoneId> zones =
        section("z: {a: Europe/Moscow, b: Mars/Base, c: +03:00, d: [x]}\n")
            .values("z", ZoneId::of, "a time zone");
    assertEquals(Map.of("a", ZoneId.of("Europe/Moscow"), "c", ZoneId.of("+03:00")), zones);
    assertEquals(
        List.of(
            "j:1: z.b is 'Mars/Base', but must be a time zone", "j:1: z.d must be a single value"),
        mistakes);
  }

  @Test
  void aSectionMustBeAMap() throws IOException {
    Section section = section("\ns: 5\n");
    assertEquals("x", section.section("s").text("below", "x"));
    assertEquals(List.of("j:2: s must be a map of keys"), mistakes);
    section("- a\n- b\n");
    assertTrue(mistakes.get(1).endsWith("the job file must be a map of keys"), mistakes.get(1));
  }

  @Test
  void whatIsRequiredIsMissedOnce() throws IOException {
    Section section = section("a: x\nb: [y]\nc:\ns: 5\n");
    assertEquals("x", section.required("a", "give one"));
    assertNull(section.required("b", "give one"));
    assertNull(section.required("c", "give one"));
    assertNull(section.required("d", "give one"));
    assertNull(section.section("s").required("below", "give one"));
    assertEquals(
        List.of(
            "j:2: b must be a single value",
            "j:3: c is missing; give one",
            "j: d is missing; give one",
            "j:4: s must be a map of keys"),
        mistakes);
  }

  @Test
  void unknownKeysAreReportedHereAndBelow() throws IOException {
    Section section = section("name: x\nnmae: y\nsub:\n  seed: 1\n  Sead: 2\nlist:\n  - pth: z\n");
    section.text("name", null);
    section.section("sub").number("seed", 0, 9, 0L);
    section.sections("list", "list: [{a: b}]").forEach(item -> item.text("path", null));
    assertEquals(List.of(), mistakes);
    section.reportUnknownKeys();
    assertEquals(
        List.of(
            "j:2: unknown key nmae; did you mean name?",
            "j:5: unknown key sub.Sead; did you mean seed?",
            "j:7: unknown key list.pth; did you mean path?"),
        mistakes);
  }

  @Test
  void aSingleMapCountsAsAListOfOne() throws IOException {
    List<Section> sections = section("list: {path: a}\n").sections("list", "list: [{a: b}]");
    assertEquals(1, sections.size());
    assertEquals("a", sections.get(0).text("path", null));
  }
}
