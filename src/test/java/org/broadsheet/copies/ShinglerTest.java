package org.broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.copies.Shingler.Shingled;
import org.broadsheet.text.TextScanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShinglerTest {

  private static Shingled of(String title, String body) {
    TextScanner.Scan scan = new TextScanner().scan(title, body, null);
    return new Shingler().shingles(scan.text(), scan.spans(), title.length());
  }

  private static int size(String title, String body) {
    return of(title, body).shingles().length;
  }

  private static void assertAlike(String text, String other) {
    assertTrue(size("", text) > 0, text);
    assertArrayEquals(of("", text).shingles(), of("", other).shingles(), other);
    assertEquals(of("", text).hash(), of("", other).hash(), other);
  }

  private static int shared(String text, String other) {
    return PairSimilarity.of(0, of("", text).shingles(), 1, of("", other).shingles()).shared();
  }

  @Test
  void aShingleIsARunOfThreeWords() {
    String text = "the ferry left the harbour at noon and came back at one";
    assertEquals(10, size("", text));
    // Three runs hold "noon", two "ferry", one the first word.
    assertEquals(7, shared(text, text.replace("noon", "four")));
    assertEquals(8, shared(text, text.replace("ferry", "boat")));
    assertEquals(9, shared(text, "a" + text.substring(3)));
    assertEquals(10, shared(text, text + " or two"));
  }

  @Test
  void caseAndMarksDoNotMatter() {
    assertAlike(
        "The ferry's captain, Ms O'Neil, left in the fog.",
        "THE FERRY’S CAPTAIN: MS O’NEIL left (in the fog)!");
    assertAlike("Rain fell. It was cold there.", "rain fell it was cold there");
    assertAlike("Ships of the U.S. Navy left", "ships of the US navy left");
  }

  @Test
  void composedAndDecomposedLettersAreAlike() {
    String text = "Zoë öffnet das Café in Hà Nội, Việt Nam, für Gäste";
    assertAlike(text, Normalizer.normalize(text, Normalizer.Form.NFD));
    assertNotEquals(of("", text).hash(), of("", text.replace("Café", "Cafe")).hash());
  }

  @Test
  void theTitleCountsWhereTheBodyIsShort() {
    String nineteen = News.text(1, 19);
    assertEquals(3 + 19 - 2, size("Ferry leaves harbour", nineteen));
    assertEquals(20 - 2, size("Ferry leaves harbour", nineteen + " more"));
    assertArrayEquals(
        of("", nineteen + " more").shingles(), of("Another title", nineteen + " more").shingles());
  }

  @Test
  void aTextOfFourWordsSaysNothing() {
    assertEquals(0, size("", "the ferry has left"));
    assertEquals(0, size("Ferry left", "it has"));
    assertEquals(0, size("", ""));
    assertEquals(0, of("", "the ferry has left").hash());
    assertEquals(3, size("", "the ferry has left us"));
    assertEquals(3, size("Ferry left us", "it has"));
    assertEquals(3, size("Our old ferry has left", ""));
  }

  @Test
  void shinglesAreInOrderAndEachOnce() {
    // Of 28 runs: a b c, b c a, c a b.
    assertEquals(3, size("", "a b c ".repeat(10)));
    int[] shingles = of("", News.text(2, 500)).shingles();
    for (int i = 1; i < shingles.length; i++) {
      assertTrue(shingles[i - 1] < shingles[i]);
    }
  }

  @Test
  void theHashIsOfTheWordsInTheirOrder() {
    String text = News.text(3, 30);
    assertEquals(of("A title", text).hash(), of("Another title", text).hash());
    assertNotEquals(of("", text).hash(), of("", text + " more").hash());
    // The same set of shingles.
    assertArrayEquals(of("", "a b c ".repeat(4)).shingles(), of("", "a b c ".repeat(5)).shingles());
    assertNotEquals(of("", "a b c ".repeat(4)).hash(), of("", "a b c ".repeat(5)).hash());
    assertNotEquals(of("", "a b c d e").hash(), of("", "a b d c e").hash());
  }

  @Test
  void theOrderOfWordsMatters() {
    assertEquals(0, shared("a b c d e f g", "g f e d c b a"));
    assertEquals(0, shared("a b c a b", "b a c b a"));
  }

  @Test
  void differentRunsHaveDifferentHashes() {
    List<String> words = News.words(4, 20_000);
    Set<String> runs = new HashSet<>();
    for (int i = 2; i < words.size(); i++) {
      runs.add(words.get(i - 2) + " " + words.get(i - 1) + " " + words.get(i));
    }
    assertEquals(runs.size(), size("", String.join(" ", words)));
  }

  @Test
  void oneTextDoesNotTellOnTheNext() {
    Shingler shingler = new Shingler();
    for (int seed = 0; seed < 20; seed++) {
      TextScanner.Scan scan = new TextScanner().scan("A title", News.text(seed, 40 - seed), null);
      assertArrayEquals(
          of("A title", News.text(seed, 40 - seed)).shingles(),
          shingler.shingles(scan.text(), scan.spans(), 7).shingles());
    }
  }

  /** Chinese, Japanese and Thai: words are divided by dictionaries. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "北京市政府星期一宣布新的交通规定,要求所有公共汽车在明年之前更换为电动车辆,以减少空气污染。",
        "東京都は月曜日に新しい交通規則を発表し、来年までにすべてのバスを電気自動車に替えると述べた。",
        "รัฐบาลประกาศเมื่อวันจันทร์ว่ารถโดยสารประจำทางทุกคันในกรุงเทพจะต้องเปลี่ยนเป็นรถไฟฟ้าภายในปีหน้า"
      })
  void textsWithoutSpacesHaveShinglesToo(String text) {
    int words = new TextScanner().scan("", text, null).words();
    assertTrue(words >= 12, words + " words");
    assertEquals(words - 2, size("", text));
    assertEquals(words - 2, shared(text, text + text), "a text twice has all of its runs");
    String rest = text.substring(text.length() / 3);
    assertTrue(shared(text, rest) >= words / 3, rest);
  }
}
