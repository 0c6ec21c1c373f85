package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {

  private static final String ANPA =
      """
      \026\026\001d0123\037cpx-\r
      u s\023\021 BC-NPA--Lock-Gate,2nd Ld-Writethru     05-03 0210\r
      \002^BC-NPA--Lock-Gate, 2nd Ld-Writethru,210<\r
      ^Lock gate gives way
      in the night<\r
      ^Eds: Adds comment from the owner.<\r
      ^AP Photo NYR105<\r
      ^By ANN ROE=\r
      ^Coast Wire=\r
      \tHARWICK (CW) _ The lock gate at ``Old Basin'' gave
      way late on Thursday, the owner said.<\r
      \t\014fb12\013Nobody was hurt _ a boat was lost.<\r
      ^___<\r
      \tThe lock is a century old.<\r
      \003AP-NY-05-03-24 1509GMT<\r
      \004""";

  private static final String IPTC =
      """
      \001npa0123 3 pl 421 xyz  npa 0456\r
      \r
      Schleuse/Hafen/\r
      Unglück/\r
      \002(Neu: mehr Einzelheiten, die\r
      in der Nacht bekannt wurden)\r
      Schleusentor bricht in\r
      der Nacht\r
      Von Ann Roe, npa\r
      (Foto Archiv) =\r
      \r
      Harwick (npa) - Das Schleusentor im alten Hafenbecken ist am späten\r
      Donnerstag gebrochen, wie der Besitzer mitteilte.\r
      \r
      Verletzt wurde «niemand».\r
         Die Schleuse ist alt.\r
      \r
      # Notizblock\r
      \r
      ## Kontakte\r
      - Redaktion: +49 30 000000\r
      \r
      npa ar/bt yyzz\r
      \003031137 GMT Mai 24\r
      \177\004""";

  private static FoundArticle article(String message) {
    List<FoundArticle> articles = Cut.articles(new Wire(), message);
    assertEquals(1, articles.size(), articles.toString());
    return articles.get(0);
  }

  @Test
  void readsAMessageOfAmericanAgencies() {
    FoundArticle article = article(ANPA);
    assertEquals("Lock gate gives way in the night", article.title());
    assertEquals(
        """
        HARWICK (CW) — The lock gate at “Old Basin” gave way late on Thursday, the owner said.

        Nobody was hurt — a boat was lost.

        The lock is a century old.""",
        article.body());
    assertEquals("By ANN ROE", article.byline());
    assertEquals("Coast Wire", article.source());
    assertEquals("2024-05-03T15:09Z", article.published());
    assertEquals("sports", article.section());
    assertEquals(List.of("Lock-Gate"), article.keywords());
    assertEquals(
        List.of("Eds: Adds comment from the owner.", "AP Photo NYR105"), article.trailers());
  }

  @Test
  void readsAMessageOfOtherAgencies() {
    FoundArticle article = article(IPTC);
    assertEquals("Schleusentor bricht in der Nacht", article.title());
    assertEquals(
        """
        Harwick (npa) - Das Schleusentor im alten Hafenbecken ist am späten Donnerstag gebrochen, wie der Besitzer mitteilte.

        Verletzt wurde «niemand».

        Die Schleuse ist alt.""",
        article.body());
    assertEquals("Von Ann Roe, npa", article.byline());
    assertEquals("npa", article.source());
    assertEquals("2024-05-03T11:37Z", article.published());
    assertEquals("pl", article.section());
    assertEquals(List.of("Schleuse", "Hafen", "Unglück"), article.keywords());
  }

  @Test
  void readsAllMessagesOfAFile() {
    String all = ANPA + "\r\n" + IPTC + "\n\026\026" + ANPA;
    assertEquals(
        List.of(
            "1 Lock gate gives way in the night",
            "2 Schleusentor bricht in der Nacht",
            "3 Lock gate gives way in the night"),
        Cut.titles(new Wire(), all));
  }

  @Test
  void aMessageMayLackItsFirstCharacter() {
    String second = IPTC.substring(1);
    assertEquals(
        List.of("1 Lock gate gives way in the night", "1 Schleusentor bricht in der Nacht"),
        Cut.titles(new Wire(), ANPA + second));
  }

  @Test
  void readsLettersBeyondAsciiInEitherEncoding() {
    byte[] latin = IPTC.getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(article(IPTC), Cut.articles(new Wire(), latin).get(0));
  }

  @Test
  void aFlashHasNoHeadline() {
    FoundArticle flash =
        article(
            "\001d0001\037x\r\nf a\023\021 BC-Alert 05-03 0010\r\n\002^BC-Alert,10<\r\n\tHARWICK (AP)"
                + " _ The lock gate broke.<\r\n\003AP-NY-05-03-24 1509GMT<\r\n\004");
    assertNull(flash.title());
    assertEquals("HARWICK (AP) — The lock gate broke.", flash.body());
  }

  @Test
  void aHeadlineMayHaveALabel() {
    FoundArticle article =
        article(
            "\001B1488\037cpstf\r\nr b\023\021 Lock-Gate 7thWritethru TB06 31-10 588\r\n\002^Lock-Gate, 7th"
                + " Writethru@<\r\ncode:2<\r\n^INDEX: Economy, Business@<\r\n^HL:Lock gate gives way in\r\nthe"
                + " night@<\r\n^By Ann Roe@<\r\n^THE COAST PRESS@<\r\n\t   HARWICK _ The gate gave\r\nway.<\r\n"
                + "\003\r\n16:35ET 31-10-14<\r\n\r\n\004");
    assertEquals("Lock gate gives way in the night", article.title());
    assertEquals("By Ann Roe", article.byline());
    assertEquals("THE COAST PRESS", article.source());
    assertEquals("HARWICK — The gate gave way.", article.body());
    assertEquals("2014-10-31 16:35 ET", article.published());
  }

  /** A program that took the control characters away leaves the lines. */
  @Test
  void readsAMessageWithoutControlCharacters() {
    String bare = IPTC.replaceAll("[\\u0001-\\u0008\\u007f]", "");
    FoundArticle article = article(bare);
    assertEquals("Schleusentor bricht in der Nacht", article.title());
    assertEquals(article(IPTC).keywords(), article.keywords());
    FoundArticle brief =
        article(
            "abc0012 3 pl 120  abc 0012\n\nQuay/\nQuay reopens =\n\nHarwick (abc) - It is open.\n\n241205 Sep 24\n");
    assertEquals("Quay reopens", brief.title());
    assertEquals("Harwick (abc) - It is open.", brief.body());
    assertEquals("2024-09-24T12:05", brief.published());
  }

  @Test
  void aHeadlineNeedsNoSignBelowIt() {
    FoundArticle article =
        article(
            "\001afp0123 4 i 250 AFP 0001\r\nQuay/\r\n\002Quay reopens\r\n\r\nHARWICK, May 3 (AFP) - It is"
                + " open.\r\n\003031137 GMT May 24\r\n\004");
    assertEquals("Quay reopens", article.title());
    assertEquals("HARWICK, May 3 (AFP) - It is open.", article.body());
    assertEquals("AFP", article.source());
  }

  @Test
  void theTextMayLackItsMarks() {
    FoundArticle article =
        article(
            "\001r0123\037x\r\nr i\023\021 BC-QUAY 05-03 0100\r\n\002BC-QUAY\r\nQuay reopens\r\n\r\n"
                + "HARWICK, May 3 (Reuters) - It is open.\r\n\003\r\nReut15:09 05-03-24\r\n\004");
    assertEquals("Quay reopens", article.title());
    assertEquals("HARWICK, May 3 (Reuters) - It is open.", article.body());
    assertEquals(List.of("QUAY"), article.keywords());
  }

  @ParameterizedTest
  @CsvSource({
    "AP-WF-05-03-24 1509GMT<, 2024-05-03T15:09Z",
    "AP-WF-13-03-24 1509GMT<, 2024-03-13T15:09Z",
    "AP-NY-12-31-99 2359EST<, 1999-12-31 23:59 EST",
    "JST-09:30-31-10-14, 2014-10-31 09:30 JST",
    "Reut15:09 05-03-24, 2024-05-03T15:09",
    "031137 GMT Oct 2024, 2024-10-03T11:37Z",
    "062130 Okt 24, 2024-10-06T21:30",
    "03 May 1509 GMT,",
    "AP-WF-02-31-24 1509GMT<,",
    "999999 GMT May 24,",
    "'',"
  })
  void readsTheDateOfATrailer(String trailer, String date) {
    assertEquals(date, WireDate.in(trailer == null ? "" : trailer));
  }

  @Test
  void whateverTheBytesNoControlCharacterIsLeft() {
    StringBuilder message = new StringBuilder("\001npa0123 3 pl 421 npa 0456\r\n\002");
    for (char c = 0; c < ' '; c++) {
      boolean divides = c == 1 || c == 3 || c == 4;
      message.append('a').append(divides ? ' ' : c).append('b');
    }
    FoundArticle article = article(message + "\r\n\r\nA \007word.\033\177");
    for (String text : List.of(article.title(), article.body())) {
      assertFalse(text.chars().anyMatch(c -> c < ' ' && c != '\n' || c == 0x7f), text);
    }
  }
}
