package org.broadsheet.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.counting.Counting.Article;
import org.junit.jupiter.api.Test;

class TermStatsTest {

  private static final int MARCH = (int) LocalDate.of(2026, 3, 1).toEpochDay();
  private static final int APRIL = (int) LocalDate.of(2026, 4, 1).toEpochDay();

  private static final List<Article> ARTICLES =
      List.of(
          new Article("a", "en", "post", "2026-03-02", "Night ferries sail. Night ferries sink."),
          new Article("b", "en", "post", "2026-04-30", "Ferries: night ferries, at night."),
          new Article("c", "en", "unknown", null, "Night Ferries"),
          new Article("d", "de", "bote", "2026-03-09", "Ferries"));

  private static TermStats count(String language, int n, String term) {
    return Counting.counts(2, Counting.words(2, ARTICLES)).get(new TermKey(language, n, term));
  }

  private static Map<Object, String> shown(Map<?, Frequency> counts) {
    Map<Object, String> shown = new TreeMap<>();
    counts.forEach((part, count) -> shown.put(part, count.tf() + " " + count.df()));
    return shown;
  }

  @Test
  void pairsAreCountedInsideSentences() {
    TermStats pair = count("en", 2, "night ferries");
    assertEquals(4, pair.tf());
    assertEquals(3, pair.df());
    assertEquals("Night ferries", pair.surface());
    assertEquals(1, count("en", 2, "ferries night").tf(), "the stop word in between leaves a gap");
    assertNull(count("en", 2, "sail night"), "a sentence ends in between");
  }

  @Test
  void countsAreKeptByOutletAndPeriod() {
    TermStats word = count("en", 1, "ferries");
    assertEquals(5, word.tf());
    assertEquals(3, word.df());
    assertEquals(Map.of("post", "4 2", "unknown", "1 1"), shown(word.bySource()));
    assertEquals(Map.of(MARCH, "2 1", APRIL, "2 1"), shown(word.byPeriod()));
    assertEquals(MARCH + 1, word.firstDay());
    assertEquals(APRIL + 29, word.lastDay());
  }

  @Test
  void anArticleWithoutAnOutletIsOfNone() {
    assertEquals(1, count("en", 1, "ferries").sources());
    assertEquals(1, count("en", 1, "sail").sources());
    List<Article> unknown = List.of(new Article("a", "en", "unknown", null, "Ferries"));
    TermStats word = Counting.counts(1, Counting.words(1, unknown)).values().iterator().next();
    assertEquals(0, word.sources());
    assertNull(word.firstDay());
    assertNull(word.lastDay());
  }

  @Test
  void aWordOfTwoLanguagesIsCountedInEach() {
    assertEquals(1, count("de", 1, "ferries").tf());
    assertEquals(Map.of("bote", "1 1"), shown(count("de", 1, "ferries").bySource()));
  }

  @Test
  void blocksAddUp() {
    Map<TermKey, TermStats> split =
        Counting.counts(
            2,
            Counting.words(2, ARTICLES.subList(0, 1)),
            Counting.words(2, ARTICLES.subList(1, 4)));
    Map<TermKey, TermStats> whole = Counting.counts(2, Counting.words(2, ARTICLES));
    assertEquals(whole.keySet(), split.keySet());
    whole.forEach(
        (key, counts) -> {
          assertEquals(shown(counts.bySource()), shown(split.get(key).bySource()));
          assertEquals(shown(counts.byPeriod()), shown(split.get(key).byPeriod()));
          assertEquals(counts.surface(), split.get(key).surface());
        });
  }
}
