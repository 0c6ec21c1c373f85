package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RisTest {

  private static final String ONE =
      """
      TY  - NEWS
      TI  - Quay reopens
      AU  - Roe, Ann
      AU  - Doe, John, Jr.
      AU  - Coast Wire
      PY  - 2024
      DA  - 2024/05/03/
      T2  - The Harwick Post
      DP  - A database
      AB  - The quay is open again.
      It was closed for a year.
      UR  - https://search.proquest.com/docview/1
      UR  - https://post.example/2024/quay
      KW  - Harbours
      KW  - Boats; Quays
      LA  - English
      ER  -
      """;

  private static FoundArticle article(String text) {
    List<FoundArticle> articles = Cut.articles(new Ris(), text);
    assertEquals(1, articles.size());
    return articles.get(0);
  }

  @Test
  void readsAReference() {
    FoundArticle article = article(ONE);
    assertEquals("Quay reopens", article.title());
    assertEquals("The quay is open again.\nIt was closed for a year.", article.body());
    assertEquals(BodyStatus.ABSTRACT, article.status());
    assertEquals("Ann Roe; John Doe Jr.; Coast Wire", article.byline());
    assertEquals("2024-05-03", article.published());
    assertEquals("The Harwick Post", article.source());
    assertEquals("https://post.example/2024/quay", article.url());
    assertEquals("English", article.language());
    assertEquals(List.of("Harbours", "Boats", "Quays"), article.keywords());
  }

  @Test
  void eachReferenceIsARecord() {
    String two = ONE.replace("TI  - Quay reopens", "T1  - Lock opens").replace("T2", "JF");
    String odd = "\ufeffProvider: X\r\n\r\n" + (ONE + "\n2.\n" + two).replace("\n", "\r\n");
    for (String file : List.of(ONE + two, ONE + "\n\n" + two, odd)) {
      assertEquals(List.of("1 Quay reopens", "2 Lock opens"), Cut.titles(new Ris(), file));
    }
    String noEnd = (ONE + two).replace("ER  -\n", "");
    assertEquals(List.of("1 Quay reopens", "2 Lock opens"), Cut.titles(new Ris(), noEnd));
    String oneBlank = (ONE + two).replace("  -", " -");
    assertEquals(List.of("1 Quay reopens", "2 Lock opens"), Cut.titles(new Ris(), oneBlank));
    // Line ends of old Macs: one block, but two articles.
    String mac = (ONE + two).replace('\n', '\r');
    assertEquals(List.of("1 Quay reopens", "1 Lock opens"), Cut.titles(new Ris(), mac));
  }

  @Test
  void whatIsNoReferenceIsRejected() {
    assertEquals(List.of("1 bad-record"), Cut.titles(new Ris(), "Quay reopens\n\nIt does.\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "2024/05/03, 2024-05-03",
    "2024/5/3/, 2024-05-03",
    "2024/05//Late edition, 2024-05",
    "2024///, 2024",
    "2024 May 03, 2024 May 03",
    "May 3 2024, May 3 2024"
  })
  void datesAreWrittenWithSlashes(String printed, String date) {
    String record = "TY  - NEWS\nTI  - Quay\nPY  - 2024\nY1  - " + printed + "\nER  - \n";
    assertEquals(date, article(record).published());
  }

  @Test
  void theLongerOfTwoTextsIsTaken() {
    String record =
        "TY  - NEWS\nTI  - Quay\nAB  - Short.\nN2  - A much longer text about a quay.\n";
    assertEquals("A much longer text about a quay.", article(record).body());
    assertEquals("Short.", article(record.replace("A much longer text about", "On")).body());
    assertNull(article("TY  - NEWS\nTI  - Quay\nER  - \n").body());
  }

  @Test
  void lettersAreReadInAnyEncoding() {
    byte[] latin = ONE.replace("Harwick", "Härwick").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("The Härwick Post", Cut.articles(new Ris(), latin).get(0).source());
  }
}
