package org.broadsheet.corpus.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedTextTest {
  private static final String BODY =
      """
      The harbour council voted on Tuesday to keep the old ferry running through the winter, after a long debate.

      Ann Roe, who has run the pier cafe since 1998, said the boat "was never only a boat" to the island.

      A long winter

      By Monday the queue had reached the fish market, and Reuters and AFP both sent photographers.\
      """;

  private static SavedArticle one(String text) {
    List<SavedArticle> articles = SavedText.parse(text);
    assertEquals(1, articles.size(), () -> "articles: " + articles);
    return articles.get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          By Jane Doe¶¶October 7, 2020             ⇒ By Jane Doe ⇒ October 7, 2020
          October 7, 2020¶¶By Jane Doe             ⇒ By Jane Doe ⇒ October 7, 2020
          BY JANE DOE¶7 October 2020               ⇒ BY JANE DOE ⇒ 7 October 2020
          By Jane Doe | October 7, 2020            ⇒ By Jane Doe ⇒ October 7, 2020
          By Jane Doe, October 7, 2020             ⇒ By Jane Doe ⇒ October 7, 2020
          By Jane Doe, AP, Oct. 7, 2020            ⇒ By Jane Doe, AP ⇒ Oct. 7, 2020
          October 7, 2020 by Jane Doe              ⇒ by Jane Doe ⇒ October 7, 2020
          Jane Doe - 7 October 2020 10:15 BST      ⇒ Jane Doe ⇒ 7 October 2020 10:15 BST
          Jane Doe¶¶2020-10-07                     ⇒ Jane Doe ⇒ 2020-10-07
          2020-10-07¶¶Jane Doe                     ⇒ Jane Doe ⇒ 2020-10-07
          Von Max Müller¶¶7. Oktober 2020          ⇒ Von Max Müller ⇒ 7. Oktober 2020
          Par Jean Dupont¶¶Publié le 7 octobre 2020 à 15h04 ⇒ Par Jean Dupont ⇒ Publié le 7 octobre 2020 à 15h04
          Por María Pérez¶¶7 de octubre de 2020    ⇒ Por María Pérez ⇒ 7 de octubre de 2020
          Автор: Иван Петров¶¶7 октября 2020, 15:04 ⇒ Автор: Иван Петров ⇒ 7 октября 2020, 15:04
          Updated: 8 October 2020¶¶Published: 7 October 2020¶¶Reuters Staff ⇒ Reuters Staff ⇒ Published: 7 October 2020
          Author: Jane Doe¶Date: 2020-10-07        ⇒ Author: Jane Doe ⇒ Date: 2020-10-07
          AFP                                      ⇒ AFP ⇒
          by jane doe                              ⇒ by jane doe ⇒
          By Jane Doe¶The Associated Press¶October 7, 2020 ⇒ By Jane Doe; The Associated Press ⇒ October 7, 2020
          By Jane Doe¶Political Editor             ⇒ By Jane Doe; Political Editor ⇒
          By Jane Doe¶By John Smith                ⇒ By Jane Doe; By John Smith ⇒
          Oct. 7, 2020, 3:15 p.m. EDT              ⇒ ⇒ Oct. 7, 2020, 3:15 p.m. EDT
          The council was split to the last¶¶By Jane Doe¶¶October 7, 2020 ⇒ By Jane Doe ⇒ October 7, 2020
          """)
  void findsBylineAndDate(String header, String byline, String published) {
    SavedArticle article = one("\n\nFerry Saved\n\n" + header.replace('¶', '\n') + "\n\n\n" + BODY);
    assertEquals("Ferry Saved", article.title());
    assertEquals(byline, article.byline());
    assertEquals(published, article.published());
    String deck = header.startsWith("The council") ? "The council was split to the last\n\n" : "";
    assertEquals(deck + BODY, article.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Monday, the queue had reached the fish market.",
        "By the time the vote came, nobody was left in the hall to hear it.",
        "Par ailleurs, le conseil a voté.",
        "In October 2020 the ferry made 212 crossings.",
        "On October 7, 2020, Jane Doe voted against it.",
        "Related protests broke out on the mainland.",
        "Share prices fell. Share.",
        "Read more closely, the contract says nothing of the kind.",
        "See also how little the council spends.",
        "The council told AFP that work had ceased.",
        "He shrugged (see the photo, or don't).",
        "The 24/7 service is a joke, says Ann Roe / nobody.",
        "It is 2 * 3 * 4 metres [sic] and snake_case_name is kept.",
        "Source: the council's own figures.",
        "Comments from islanders were mixed.",
        "Subscribe to the view that nothing changes, and you are in good company.",
        "Sources close to the council said no. — Reuters"
      })
  void losesNoProse(String line) {
    assertEquals(line, one("Ferry Saved\n\n" + line).body());
    assertEquals(line + "\n\n" + BODY, one("Ferry Saved\n\n" + line + "\n\n" + BODY).body());
    assertEquals(BODY + "\n\n" + line, one("Ferry Saved\n\n" + BODY + "\n\n" + line).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Related article: [Pier to Close](#)",
        "**Related:** Pier to Close",
        "Read more: Pier to Close",
        "READ MORE: [Pier to Close](https://courier.example/pier)",
        "Also read | Pier to Close",
        "Читайте также: Пирс закроют",
        "Lire aussi : Le quai ferme",
        "Related articles\n\n- [Pier to Close](#)\n- [Cafe to Open](#)",
        "Advertisement",
        "ADVERTISEMENT\nStory continues below advertisement",
        "Share this article on Facebook",
        "Facebook Twitter WhatsApp Email",
        "Sign up for our newsletter and get the news in your inbox",
        "3 min read"
      })
  void dropsFurniture(String lines) {
    String cut = BODY.replace("A long winter", lines + "\n\nA long winter");
    assertEquals(BODY, one("Ferry Saved\n\nBy Jane Doe\n\n" + cut).body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          The old ferry at the pier. **Ann Roe / TASS**        ⇒ TASS
          Photo: Ann Roe/Reuters                               ⇒ Reuters
          The old ferry at the pier. (AP Photo/Ann Roe)        ⇒ AP
          The old ferry at the pier. [Photo/Xinhua]            ⇒ Xinhua
          The old ferry at the pier. REUTERS/Ann Roe           ⇒ Reuters
          The old ferry at the pier. Ann Roe/AFP via Getty Images ⇒ AFP; Getty Images
          © AFP                                                ⇒ AFP
          Foto: Ann Roe                                        ⇒
          ![The old ferry, photo by dpa](ferry.jpg)            ⇒ dpa
          """)
  void setsCaptionsAside(String caption, String agencies) {
    SavedArticle article = one("Ferry Saved\n\n" + caption + "\n\n" + BODY);
    assertEquals(List.of(caption), article.captions());
    assertEquals(BODY, article.body());
    String found = String.join("; ", Captions.photoAgencies(article.captions()));
    assertEquals(agencies == null ? "" : agencies, found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Original url:\n\n<https://courier.example/2020/ferry>",
        "Original URL: https://courier.example/2020/ferry",
        "Source: <https://courier.example/2020/ferry>",
        "URL: https://courier.example/2020/ferry\n",
        "Источник: https://courier.example/2020/ferry",
        "<https://courier.example/2020/ferry>",
        "https://courier.example/2020/ferry",
        "Source: [Courier](https://courier.example/2020/ferry)"
      })
  void takesTheAddress(String trailer) {
    for (String text : List.of(BODY + "\n\n" + trailer, trailer + "\n\n" + BODY)) {
      SavedArticle article = one("Ferry Saved\n\n" + text);
      assertEquals("https://courier.example/2020/ferry", article.url());
      assertEquals(BODY, article.body());
    }
  }

  @Test
  void leavesABareAddressInMidTextAlone() {
    String text = BODY + "\n\nhttps://courier.example/map\n\n" + BODY + "\n\n" + BODY;
    SavedArticle article = one("Ferry Saved\n\n" + text);
    assertNull(article.url());
    assertEquals(text, article.body());
  }

  @Test
  void readsMarkdown() {
    SavedArticle article =
        one(
            "# Ferry *Saved* #\n\n"
                + "**By [Jane Doe](#)**\n\n"
                + "## A [long](#) winter\n\n"
                + "> It __left__.\n");
    assertEquals("Ferry Saved", article.title());
    assertEquals(List.of("Jane Doe"), Byline.parse(article.byline(), null).authors());
    assertEquals("A long winter\n\nIt left.", article.body());
    assertEquals("Ferry Saved", one("Ferry Saved\n===========\n\n" + BODY).title());
  }

  @Test
  void readsFrontMatter() {
    SavedArticle article =
        one(
            """
            ---
            title: "Ferry: Saved"
            author: Jane Doe; John Smith
            url: https://www.courier.example/ferry
            hostname: courier.example
            sitename: The Courier
            date: 2020-10-07
            categories: ['Local', 'Sea']
            tags:
              - ferry
              - winter
            fingerprint: 0a
            ---
            # Ferry: Saved

            """
                + BODY);
    assertEquals("Ferry: Saved", article.title());
    assertEquals("Jane Doe; John Smith", article.byline());
    assertEquals("2020-10-07", article.published());
    assertEquals("https://www.courier.example/ferry", article.url());
    assertEquals("courier.example", article.outlet());
    assertEquals("Local", article.section());
    assertEquals(List.of("ferry", "winter"), article.keywords());
    assertEquals(BODY, article.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"---", "***", "===", "___", "----------", "* * *", "—————"})
  void cutsAFileOfSeveralArticles(String rule) {
    String first = "Ferry Saved\n\nBy Jane Doe\n\n" + BODY;
    String second = "Pier Closed\n\nOctober 8, 2020\n\nThe pier is closed.";
    List<SavedArticle> two = SavedText.parse(first + "\n\n" + rule + "\n\n" + second);
    assertEquals(
        List.of("Ferry Saved", "Pier Closed"), two.stream().map(SavedArticle::title).toList());
    assertEquals(BODY, two.get(0).body());
    assertEquals("The pier is closed.", two.get(1).body());
    String inside = first + "\n\n" + rule + "\n\nThe pier is closed.";
    assertEquals(BODY + "\n\nThe pier is closed.", one(inside).body());
  }

  @Test
  void cutsAFileOfSeveralFrontMatters() {
    String article = "---\ntitle: Ferry %s\n---\nThe ferry left.\n\n";
    List<SavedArticle> articles = SavedText.parse(article.formatted(1) + article.formatted(2));
    assertEquals(
        List.of("Ferry 1", "Ferry 2"), articles.stream().map(SavedArticle::title).toList());
    assertEquals("The ferry left.", articles.get(1).body());
  }

  @Test
  void joinsHardWrappedLines() {
    String wrapped =
        """
        FERRY SAVED
        By Jane Doe
        October 7, 2020

            The harbour council voted on Tuesday to keep the old
        ferry running through the winter, after a long debate at
        the school.
            Ann Roe, who has run the pier cafe since 1998, said
        the boat was never only a boat to the island, and that
        she would miss it.
         Reuter
        """;
    SavedArticle article = one(wrapped.replace("\n", "\r\n"));
    assertEquals("FERRY SAVED", article.title());
    assertEquals("By Jane Doe", article.byline());
    assertEquals("October 7, 2020", article.published());
    assertEquals(3, article.body().split("\n\n").length, article.body());
    assertTrue(article.body().contains("to keep the old ferry running"), article.body());
    AgencyCredit credit = AgencyCredit.of(null, article.dateline(), article.body());
    assertEquals(AgencyCredit.Evidence.TRAILER, credit.evidence());
  }

  @Test
  void keepsDatelineAndTrailerInTheBody() {
    String body = "AYR, Oct 7 (Reuters) - The ferry left.\n\n(Reporting by Jane Doe)";
    SavedArticle article = one("Ferry Saved\n\n" + body);
    assertEquals("AYR, Oct 7 (Reuters)", article.dateline());
    assertEquals(body, article.body());
  }

  @Test
  void readsTextWithoutBylineOrDate() {
    SavedArticle article = one("Ferry Saved\n" + BODY.replace("\n\n", "\n"));
    assertEquals("Ferry Saved", article.title());
    assertEquals(BODY, article.body());
    assertNull(article.byline());
    assertNull(article.published());
    assertNull(article.url());
    assertNull(article.dateline());
    assertNull(article.outlet());
  }

  @Test
  void tellsALoneTitleFromALoneParagraph() {
    assertEquals("Ferry Saved", one("Ferry Saved").title());
    assertEquals("", one("Ferry Saved").body());
    assertEquals("", one("The ferry left at noon, and nobody waved.").title());
    assertEquals(BODY, one(BODY).body(), "a long first paragraph is no title");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \n\t\r\n", "\uFEFF", "\u00a0\n"})
  void findsNoArticleInABlank(String text) {
    assertEquals(List.of(), SavedText.parse(text));
  }

  @Test
  void findsNothingToReadInMarks() {
    assertEquals(List.of(), SavedText.parse("---\n\n***"));
    assertFalse(SavedText.parse("...\n1 2 3").get(0).body().contains("\n\n\n"));
  }

  @Test
  void ignoresAByteOrderMark() {
    assertEquals("Ferry Saved", one("\uFEFFFerry Saved\r\n\r\n" + BODY).title());
    assertEquals("Ferry", one("\uFEFF---\r\ntitle: Ferry\r\n---\r\nThe ferry left.").title());
  }
}
