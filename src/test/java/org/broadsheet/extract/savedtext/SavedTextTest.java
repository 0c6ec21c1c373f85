package org.broadsheet.extract.savedtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.broadsheet.extract.byline.Byline;
import org.broadsheet.extract.credit.AgencyCredit;
import org.broadsheet.extract.credit.Captions;
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
          LONDON, October 7, 2020                  ⇒ ⇒ October 7, 2020
          7 October 2020 · 4 min read              ⇒ ⇒ 7 October 2020
          By Jane Doe • 7 October 2020 • 4 min read ⇒ By Jane Doe ⇒ 7 October 2020
          Jane Doe¶and John Smith¶October 7, 2020  ⇒ Jane Doe and John Smith ⇒ October 7, 2020
          By Jane Doe,¶John Smith and¶Ann Roe      ⇒ By Jane Doe, John Smith and Ann Roe ⇒
          Text by John Smith¶7 October 2020        ⇒ Text by John Smith ⇒ 7 October 2020
          October 7, 2020¶Source: Reuters          ⇒ Source: Reuters ⇒ October 7, 2020
          středa 7. října 2020                     ⇒ ⇒ středa 7. října 2020
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
        "Sources close to the council said no. — Reuters",
        "Photos by the thousand were destroyed in the fire, officials said on Monday.",
        "Photos by night draw crowds",
        "Bild: Der neue Bericht nennt Zahlen.",
        "Image: the new reality of politics is nothing new.",
        "Top stories are told in the cafe, not at the pier.",
        "Written by hand, the letter reached the council too late.",
        "Reporting by the council was late, as ever, and thin.",
        "Copyright law of 2020 is no help to ferries.",
        "(c) 2020 figures are provisional",
        "Topics: the ferry was one of them.",
        "The crew contributed to this report on the ferry by the council, said Ann Roe."
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
        "3 min read",
        "Te puede interesar: Cierran el muelle",
        "RELATED STORIES\n\nPier to Close\n\nCafe to Open?",
        "Top stories\n- Pier to Close\n- Cafe to Open",
        "Most read\n\n- [Pier to Close](https://a.example/Pier_(Ayr))",
        "Tags: ferry, winter, council",
        "Read more at: https://courier.example/pier"
      })
  void dropsFurniture(String lines) {
    String paragraph = "By Monday the queue";
    String cut = BODY.replace(paragraph, lines + "\n\n" + paragraph);
    assertEquals(BODY, one("Ferry Saved\n\nBy Jane Doe\n\n" + cut).body());
    assertEquals(BODY, one("Ferry Saved\n\nBy Jane Doe\n\n" + BODY + "\n\n" + lines).body());
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
          ![The old ferry](ferry_(old).jpg)                    ⇒
          Photo: The old ferry. Ann Roe/AFP                    ⇒ AFP
          The ferry of Amman, Petra, Jordan, in winter. Photo: Ann Roe ⇒
          A spa in Bath, PA, on Monday (Photo by Ann Roe)      ⇒
          """)
  void setsCaptionsAside(String caption, String agencies) {
    SavedArticle article = one("Ferry Saved\n\n" + caption + "\n\n" + BODY);
    assertEquals(List.of(caption), article.captions());
    assertEquals(BODY, article.body());
    String found = String.join("; ", Captions.photoAgencies(article.captions()));
    assertEquals(agencies == null ? "" : agencies, found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Photos: London Marathon in Pictures", "Photos by Night Draw Crowds"})
  void takesNoTitleForACaption(String title) {
    assertEquals(title, one(title + "\n\n" + BODY).title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          Reporting by Jane Doe; Editing by John Smith            ⇒
          (Reporting by Jane Doe in Ayr for Reuters)              ⇒ Reuters
          (Additional reporting by Jane Doe and Ann Roe)          ⇒
          Irina Ivanova contributed reporting.                    ⇒
          The Associated Press contributed to this report.        ⇒ AP
          Our Standards: The Thomson Reuters Trust Principles.    ⇒ Reuters
          Copyright 2020 Reuters                                  ⇒ Reuters
          © 2020 The Associated Press. All rights reserved. This material may not be published. ⇒ AP
          The Courier 2020. All rights reserved.                  ⇒
          Redaktion: Max Müller                                   ⇒
          Mit Material von dpa                                    ⇒ dpa
          (Reportage de Jean Dupont, édité par Anne Roux)         ⇒
          Le Monde avec AFP                                       ⇒ AFP
          (Reporte de Juan Pérez; Editado por Ana García)         ⇒
          Com informações da AFP                                  ⇒ AFP
          © RIPRODUZIONE RISERVATA                                ⇒
          Редактор: Иван Петров                                   ⇒
          Źródło: PAP                                             ⇒ PAP
          责任编辑：王小明                                           ⇒
          /ТАСС/                                                  ⇒ TASS
          """)
  void setsTrailersAside(String trailer, String agencies) {
    String text = "Ferry Saved\n\n" + BODY + "\n\n" + trailer;
    for (String below : List.of("", "\n\nURL: https://courier.example/ferry", "\n\nShare this")) {
      SavedArticle article = one(text + below);
      assertEquals(BODY, article.body());
      assertEquals(List.of(trailer), article.trailers());
      AgencyCredit credit = AgencyCredit.of(null, null, article.body(), article.trailers());
      assertEquals(agencies == null ? "" : agencies, String.join("; ", credit.agencies()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Jane Doe\n\nFerry Saved",
        "By Jane Doe\nOctober 7, 2020\n\nFerry Saved",
        "October 7, 2020\n\nBy Jane Doe\n\nFerry Saved",
        "By The Associated Press\nOctober 7, 2020\n\nFerry Saved"
      })
  void findsTheTitleBelowTheHeader(String header) {
    SavedArticle article = one(header + "\n\n" + BODY);
    assertEquals("Ferry Saved", article.title());
    assertEquals(header.contains("2020") ? "October 7, 2020" : null, article.published());
    assertTrue(article.byline().startsWith("By "), article.byline());
    assertEquals(BODY, article.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By the River\n\nBy Jane Doe",
        "By the River\n\nOctober 7, 2020",
        "Horoscope, October 7, 2020\n\nBy Jane Doe",
        "The council has voted on Tuesday to keep the old ferry running through all of the long"
            + " winter.\n\n"
            + "By Jane Doe"
      })
  void findsTheTitleAboveTheHeader(String header) {
    SavedArticle article = one(header + "\n\n" + BODY);
    assertEquals(header.substring(0, header.indexOf('\n')), article.title());
    assertEquals(BODY, article.body());
  }

  @Test
  void findsABylineAndDateWithoutATitle() {
    SavedArticle article = one("By Jane Doe\nOctober 7, 2020\n\n" + BODY);
    assertEquals("", article.title());
    assertEquals("By Jane Doe", article.byline());
    assertEquals(BODY, article.body());
  }

  @Test
  void findsABylineInTheLastLine() {
    SavedArticle article = one("Ferry Saved\n\n" + BODY + "\n\nBy Jane Doe");
    assertEquals("By Jane Doe", article.byline());
    assertEquals(BODY, article.body());
  }

  @Test
  void findsTheOutletInASourceLine() {
    SavedArticle article = one("Ferry Saved\n\nSource: The Courier\n7 October 2020\n\n" + BODY);
    assertEquals("The Courier", article.source());
    assertNull(article.byline());
    assertEquals(BODY, article.body());
    String figures = "It left.\n\nSource: Ministry of Health";
    assertEquals(figures, one("Ferry Saved\n\n" + figures).body());
    assertNull(one("Ferry Saved\n\n" + figures).byline());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Original url:\n\n<https://courier.example/2020/ferry>",
        "Original URL: https://courier.example/2020/ferry",
        "Source: <https://courier.example/2020/ferry>",
        "URL: https://courier.example/2020/ferry\n",
        "Источник: https://courier.example/2020/ferry",
        "来源：https://courier.example/2020/ferry",
        "المصدر: https://courier.example/2020/ferry",
        "Read more at: https://courier.example/2020/ferry",
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
    String linked = "It [left](https://en.a.example/Ferry_(ship)) and [sank](#).";
    assertEquals("It left and sank.", one("Ferry Saved\n\n" + linked).body());
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
    assertEquals("courier.example", article.source());
    assertEquals("Local", article.section());
    assertEquals(List.of("ferry", "winter"), article.keywords());
    assertEquals(BODY, article.body());
  }

  @Test
  void readsFrontMatterWithoutATitle() {
    String header = "---\nauthor: ['Doe, Jane', \"Ann \\\"A\\\" Roe\"]\ndate: '2020-10-07'\n";
    SavedArticle article = one(header + "site: 'The Ayr''s Courier'\n---\n# Ferry\n\n" + BODY);
    assertEquals("Ferry", article.title());
    assertEquals("Doe, Jane; Ann \"A\" Roe", article.byline());
    assertEquals("2020-10-07", article.published());
    assertEquals("The Ayr's Courier", article.source());
    assertEquals(BODY, article.body());
    String two = header + "---\n# Ferry %s\n\nThe ferry left.\n\n";
    assertEquals(2, SavedText.parse(two.formatted(1) + two.formatted(2)).size());
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
  void cutsAFileOfSeveralArticlesWhereAnAddressEndsOne() {
    String article = "Ferry %s\n\nThe ferry left.\n\n%s\n";
    String address = "Original url: <https://courier.example/%s>\n";
    for (String last : List.of(address.formatted(2), "It is back.\n")) {
      String text =
          article.formatted(1, address.formatted(1)) + "---\n" + article.formatted(2, last);
      List<SavedArticle> two = SavedText.parse(text);
      assertEquals(List.of("Ferry 1", "Ferry 2"), two.stream().map(SavedArticle::title).toList());
      assertEquals("https://courier.example/1", two.get(0).url());
      assertEquals("The ferry left.", two.get(0).body());
    }
    assertEquals(
        1, SavedText.parse(article.formatted(1, "---\n\nIt is back.\n\n" + address)).size());
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
    assertEquals(2, article.body().split("\n\n").length, article.body());
    assertTrue(article.body().contains("to keep the old ferry running"), article.body());
    assertEquals(List.of("Reuter"), article.trailers());
  }

  @Test
  void findsTheHeaderOfHardWrappedLines() {
    String wrapped =
        """
        Ferry to Run All Winter After
        Council Vote
        %s
        October 7, 2020

        The harbour council voted on Tuesday to keep the old
        ferry running through the winter, after a long debate at
        the school. See the timetable at the address below, or
        ask in the cafe.

        https://courier.example/%s
        """;
    for (String byline :
        List.of("By Jane Doe", "Jane Doe", "By Jane Doe and John Smith, Reuters")) {
      SavedArticle article = one(wrapped.formatted(byline, "ferry-".repeat(20)));
      assertEquals("Ferry to Run All Winter After Council Vote", article.title());
      assertEquals(byline, article.byline());
      assertEquals("October 7, 2020", article.published());
      assertTrue(article.body().endsWith("below, or ask in the cafe."), article.body());
      assertEquals(1, article.body().lines().count(), article.body());
    }
  }

  @Test
  void keepsTheDatelineInTheBody() {
    String body = "AYR, Oct 7 (Reuters) - The ferry left.";
    SavedArticle article = one("Ferry Saved\n\n" + body + "\n\n(Reporting by Jane Doe)");
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
    assertNull(article.source());
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
