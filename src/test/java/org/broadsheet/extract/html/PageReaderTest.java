package org.broadsheet.extract.html;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.extract.TextRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of many templates and languages, with what a careful reader would take from each. */
class PageReaderTest {
  /** What the mean of all pages must not fall below. */
  private static final double MEAN_FLOOR = 0.97;

  /** What no single page must fall below. */
  private static final double PAGE_FLOOR = 0.9;

  private static final Set<String> RULES =
      EnumSet.range(TextRule.JSON_LD, TextRule.NONE).stream()
          .map(TextRule::label)
          .collect(Collectors.toSet());

  static Stream<Fixture> pages() {
    return Fixture.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void givesTheText(Fixture page) {
    PageArticle article = page.extract();
    double f1 = new Scores().add(page, article.body());
    boolean empty = page.body().isEmpty();
    assertTrue(empty ? article.body().isEmpty() : f1 >= PAGE_FLOOR, f1 + "\n" + article.body());
    for (String snippet : page.out()) {
      assertFalse(article.body().contains(snippet), snippet);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void givesWhatThePageSaysOfIt(Fixture page) {
    PageArticle article = page.extract();
    assertAll(
        () -> expect(page, "title", article.title()),
        () -> expect(page, "byline", article.byline()),
        () -> expect(page, "published", article.published()),
        () -> expect(page, "url", article.url()),
        () -> expect(page, "source", article.source()),
        () -> expect(page, "section", article.section()),
        () -> expect(page, "language", article.language()),
        () -> expect(page, "rule", article.textRule().label()),
        () -> assertEquals("true".equals(page.facts().get("index")), article.index()),
        () -> assertTrue(RULES.contains(article.textRule().label())));
  }

  private static void expect(Fixture page, String fact, String found) {
    if (page.facts().containsKey(fact)) {
      assertEquals(page.facts().get(fact), found, fact);
    }
  }

  @Test
  void scoresHighOnAverage() {
    Scores scores = new Scores();
    for (Fixture page : Fixture.all()) {
      if (!page.body().isEmpty()) {
        double f1 = scores.add(page, page.extract().body());
        System.out.printf("%-20s %.3f%n", page, f1);
      }
    }
    System.out.printf(
        "precision %.3f recall %.3f F1 %.3f, snippets F1 %.3f%n",
        scores.precision(), scores.recall(), scores.meanF1(), scores.snippetF1());
    assertTrue(scores.meanF1() >= MEAN_FLOOR);
    assertTrue(scores.snippetF1() >= MEAN_FLOOR);
  }
}
