package org.broadsheet.extract.savedtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.broadsheet.extract.byline.Byline;
import org.broadsheet.extract.credit.AgencyCredit;
import org.broadsheet.extract.credit.AgencyEvidence;
import org.broadsheet.extract.credit.Captions;
import org.broadsheet.extract.date.Published;
import org.broadsheet.extract.web.WebAddress;
import org.junit.jupiter.api.Test;

/** The real article that the project started from; it lies beside the project, not in it. */
class ExampleArticleTest {
  private static final Path EXAMPLE = Path.of("..", "shared", "example-article.txt");

  @Test
  void readsTheExample() throws IOException {
    assumeTrue(Files.exists(EXAMPLE), "skipped: no " + EXAMPLE.toAbsolutePath().normalize());
    List<SavedArticle> articles = SavedText.parse(Files.readString(EXAMPLE));
    assertEquals(1, articles.size());
    SavedArticle article = articles.get(0);
    assertEquals("Kyrgyzstan Prime Minister Resigns During Post-Vote Chaos", article.title());

    Byline byline = Byline.parse(article.byline(), "themoscowtimes.com");
    assertEquals(List.of("Tolkun Namatbayeva"), byline.authors());
    assertEquals(List.of("AFP"), byline.agencies());
    AgencyCredit credit = AgencyCredit.of(byline, article.dateline(), article.body(), List.of());
    assertEquals(new AgencyCredit(List.of("AFP"), AgencyEvidence.BYLINE), credit);
    assertEquals(List.of("TASS"), Captions.photoAgencies(article.captions()));

    Published published = Published.parse(article.published(), null);
    assertEquals(LocalDate.of(2020, 10, 7), published.date());
    assertEquals(Published.Precision.DAY, published.precision());
    WebAddress address = WebAddress.parse(article.url()).orElseThrow();
    assertEquals("themoscowtimes.com", address.domain());
    assertFalse(address.homePage());

    List<String> paragraphs = List.of(article.body().split("\n\n"));
    assertTrue(paragraphs.contains("Attempt to seize power"), "a heading");
    assertTrue(paragraphs.contains("Mines targeted"), "a heading");
    for (String gone :
        List.of("Related article", "Abylai", "Original url", "http", "#", "By Tol")) {
      assertFalse(article.body().contains(gone), gone);
    }
    assertEquals(1, article.captions().size());
  }
}
