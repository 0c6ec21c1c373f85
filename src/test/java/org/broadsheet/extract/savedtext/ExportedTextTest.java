package org.broadsheet.extract.savedtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.broadsheet.extract.date.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented articles in the layouts of news databases. */
class ExportedTextTest {
  private static final String FERRY =
      "The night ferries sail again, the harbour authority said on Thursday.";
  private static final String QUEUE = "By noon the queue had reached the fish market.";
  private static final String BODY = FERRY + "\n\n" + QUEUE;

  private static final String NEXIS =
      """


                                   1 of 2 DOCUMENTS


                              The Harbour Post (Ayr)

                             March 3, 2011 Thursday
                                 First Edition

      Night ferries return to the strait;
      A long winter ends

      BYLINE: Jane Doe, Transport Correspondent

      SECTION: Section A; Column 2; Metropolitan Desk; Pg. 3

      LENGTH: 512 words

      DATELINE: AYR


         The night ferries sail again, the harbour authority said
      on Thursday.

         By noon the queue had reached the fish market.

      LOAD-DATE: March 4, 2011

      LANGUAGE: ENGLISH

      GRAPHIC: Photo: The old ferry, PHOTOGRAPH BY ANN ROE

      PUBLICATION-TYPE: Newspaper


                         Copyright 2011 Harbour Post Ltd
                               All Rights Reserved


                                   2 of 2 DOCUMENTS

                         Copyright 2003 The Marrow Company
                                   Marrow Today

                   September 14, 2003, Sunday, Late Edition - Final

      SECTION: BUSINESS; Pg. 12

      LENGTH: 87 words

      HEADLINE: Cannery closes

      BYLINE:  By JOHN SMITH

      BODY:

         The cannery closed, its owners said in a statement on the
      night of Saturday.

      LOAD-DATE: September 14, 2003
      """;

  private static final String NEXIS_UNI =
      """
      User Name: A Reader
      Date and Time: Friday, 5 April 2019 10:15:00
      Documents (2)
      1. Night ferries return

      Document 1 of 2

      Night ferries return

      Night ferries return
      The Harbour Post
      March 3, 2019 Sunday

      Copyright 2019 Harbour Post Ltd All Rights Reserved
      Section: NEWS; Pg. 3
      Length: 512 words
      Byline: Jane Doe
      Dateline: AYR
      Highlight: They are back.
      Body


      The night ferries sail again, the harbour authority said on Thursday.

      By noon the queue had reached the fish market.


      Classification
      Language: ENGLISH
      Publication-Type: Newspaper
      Subject: FERRIES (90%)
      Load-Date: March 4, 2019


      End of Document

      Document 2 of 2

      Cannery closes in 2019
      Marrow Today
      Monday, 4 March 2019

      Copyright 2019 The Marrow Company
      Length: 87 words
      Body

      The cannery closed.

      Load-Date: March 4, 2019

      End of Document
      """;

  private static final String FACTIVA =
      """
      NEWS
      Night ferries return
      By Jane Doe
      512 words
      3 March 2011
      10:15 GMT
      The Harbour Post
      HARPOS
      First
      A3
      English
      (c) 2011 Harbour Post Ltd.

      The night ferries sail again, the harbour authority said on Thursday.

      By noon the queue had reached the fish market.

      Document HARPOS0020110303e73300012

      Cannery closes
      John Smith
      1,087 words
      4 March 2011
      Marrow Today
      MARTOD
      English
      Copyright 2011. The Marrow Company. All Rights Reserved.
      The cannery closed.
      Document MARTOD0020110304e7340000z

      Search Summary
      Text
      ferries
      """;

  private static final String FACTIVA_FIELDS =
      """
      SE
      NEWS
      HD
      Night ferries return
      BY
      By Jane Doe
      WC
      512 words
      PD
      3 March 2011
      SN
      The Harbour Post
      SC
      HARPOS
      PG
      A3
      LA
      English
      CY
      (c) 2011 Harbour Post Ltd.
      LP
      The night ferries sail again, the harbour authority said on Thursday.
      TD
      By noon the queue had reached the fish market.
      NS
      gtrans : Transport
      AN
      Document HARPOS0020110303e73300012

      HD   Cannery closes
      WC   87 words
      PD   4 March 2011
      SN   Marrow Today
      LA   English
      LP   The cannery closed.
      AN   Document MARTOD0020110304e7340000z
      """;

  private static final String PROQUEST =
      """
      ____________________________________________________________

      Report Information from ProQuest
      March 05 2011 10:15
      ____________________________________________________________

      Document 1 of 2

      Night ferries return

      Author: Doe, Jane

      Publication info: The Harbour Post ; Ayr [Ayr] 03 Mar 2011: A3.

      Full text: The night ferries sail again, the harbour authority said on Thursday.

      By noon the queue had reached the fish market.

      Subject: Ferries; Harbours
      Title: Night ferries return
      Publication title: The Harbour Post; Ayr
      Pages: A3
      Publication date: Mar 3, 2011
      Section: NEWS
      Language of publication: English
      Document URL: https://search.example/docview/1
      Copyright: Copyright Harbour Post Mar 3, 2011
      ____________________________________________________________

      Document 2 of 2

      The cannery closed.

      Title: Cannery closes
      Author: Smith, John
      Publication title: Marrow Today
      Publication date: Mar 4, 2011
      ____________________________________________________________

      Contact us at: http://search.example
      """;

  /** The interface has been in Spanish, and the article is in English all the same. */
  private static final String PROQUEST_IN_SPANISH =
      """
      ____________________________________________________________

      Documento 1 de 2

      Night ferries return

      Autor: Doe, Jane

      Enlaces: https://library.example/find?id=1

      Texto completo: The night ferries sail again, the harbour authority said on Thursday.

      By noon the queue had reached the fish market.

      Materia: Ferries; Harbours

      Título: Night ferries return

      Título de publicación: The Harbour Post; Ayr

      Páginas: A3

      Año de publicación: 2011

      Fecha de publicación: Mar 3, 2011

      Sección: NEWS

      Editorial: Harbour Press

      Tipo de fuente: Newspaper

      Idioma de la publicación: English

      ID del documento de ProQuest: 855000001

      Última actualización: 2017-11-09

      ____________________________________________________________

      Documento 2 de 2

      Cannery closes

      Autor: Smith, John

      Texto completo: The cannery closed.

      Título: Cannery closes

      Título de publicación: Marrow Today

      Fecha de publicación: 4 de marzo de 2011

      ID del documento de ProQuest: 855000002
      """;

  private static String row(SavedArticle article) {
    return String.join(
        " | ",
        article.title(),
        String.valueOf(article.byline()),
        String.valueOf(Published.parse(article.published(), null).date()),
        String.valueOf(article.source()),
        String.valueOf(article.section()),
        String.valueOf(article.language()),
        article.body().replace("\n\n", "¶"));
  }

  private static String rows(String text) {
    return SavedText.parse(text).stream()
        .map(ExportedTextTest::row)
        .collect(Collectors.joining("\n"));
  }

  private static final String SAME = "\n" + BODY.replace("\n\n", "¶");

  @Test
  void readsNexis() {
    assertEquals(
        """
        Night ferries return to the strait; A long winter ends | Jane Doe, Transport Correspondent | 2011-03-03 | The Harbour Post (Ayr) | Metropolitan Desk | ENGLISH | %s
        Cannery closes | By JOHN SMITH | 2003-09-14 | Marrow Today | BUSINESS | null | The cannery closed, its owners said in a statement on the night of Saturday."""
            .formatted(SAME.strip()),
        rows(NEXIS));
    SavedArticle first = SavedText.parse(NEXIS).get(0);
    assertEquals("AYR", first.dateline());
    assertEquals(List.of("Photo: The old ferry, PHOTOGRAPH BY ANN ROE"), first.captions());
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.marrow.example,",
    "http://www.marrow.example/2011/ferry,http://www.marrow.example/2011/ferry"
  })
  void takesTheAddressOfAnArticleOnly(String printed, String url) {
    String text = NEXIS.replace("GRAPHIC:", "URL: " + printed + "\n\nGRAPHIC:");
    assertEquals(url, SavedText.parse(text).get(0).url());
  }

  @Test
  void readsNexisInGerman() {
    assertEquals(
        "Nachtfähren kehren zurück | Ina Brandt | 2011-03-03 | Küstenblatt | LOKALES | GERMAN;"
            + " DEUTSCH | Die Nachtfähren fahren wieder.",
        rows(
            """
            Dokument 1 von 1

            Küstenblatt

            3. März 2011 Donnerstag

            Nachtfähren kehren zurück

            AUTOR: Ina Brandt

            RUBRIK: LOKALES; S. 3

            LÄNGE: 212 Wörter

            Die Nachtfähren fahren wieder.

            UPDATE: 4. März 2011

            SPRACHE: GERMAN; DEUTSCH
            """));
  }

  @Test
  void readsNexisUni() {
    assertEquals(
        """
        Night ferries return | Jane Doe | 2019-03-03 | The Harbour Post | NEWS | ENGLISH | %s
        Cannery closes in 2019 | null | 2019-03-04 | Marrow Today | null | null | The cannery closed."""
            .formatted(SAME.strip()),
        rows(NEXIS_UNI));
  }

  /** The labels are those of the interface; an outlet may be missing. */
  @Test
  void readsNexisUniInOtherLanguages() {
    assertEquals(
        """
        Nachtfähren kehren zurück | Ina Brandt | 2019-03-03 | Küstenblatt | LOKALES | German | Sie fahren wieder.
        Le bac revient | null | 2019-03-04 | La Côte | null | null | Il est revenu.
        Ferries | null | 2019-03-05 | null | null | null | They sail.""",
        rows(
            """
            Nachtfähren kehren zurück

            Küstenblatt

            Sonntag 3. März 2019

            Copyright 2019 Küstenblatt Alle Rechte vorbehalten

            Rubrik: LOKALES; S. 3

            Länge: 212 Wörter

            Autor: Ina Brandt

            Textkörper

            Sie fahren wieder.

            Klassifizierung

            Sprache: German

            Ladedatum: 4. März 2019

            Ende des Dokuments

            Le bac revient

            La Côte

            lundi 4 mars 2019

            Longueur : 30 mots

            Corps

            Il est revenu.

            Fin du document

            Ferries

            March 5, 2019

            Length: 2 words

            Body

            They sail.

            End of Document
            """));
  }

  @Test
  void readsFactiva() {
    assertEquals(
        """
        Night ferries return | By Jane Doe | 2011-03-03 | The Harbour Post | NEWS | English | %s
        Cannery closes | John Smith | 2011-03-04 | Marrow Today | null | English | The cannery closed."""
            .formatted(SAME.strip()),
        rows(FACTIVA));
  }

  @Test
  void readsTheFieldsOfFactiva() {
    assertEquals(
        """
        Night ferries return | By Jane Doe | 2011-03-03 | The Harbour Post | NEWS | English | %s
        Cannery closes | null | 2011-03-04 | Marrow Today | null | English | The cannery closed."""
            .formatted(SAME.strip()),
        rows(FACTIVA_FIELDS));
  }

  @Test
  void readsProQuest() {
    assertEquals(
        """
        Night ferries return | Doe, Jane | 2011-03-03 | The Harbour Post | NEWS | English | %s
        Cannery closes | Smith, John | 2011-03-04 | Marrow Today | null | null | The cannery closed."""
            .formatted(SAME.strip()),
        rows(PROQUEST));
    SavedArticle first = SavedText.parse(PROQUEST).get(0);
    assertEquals(List.of("Ferries", "Harbours"), first.keywords());
    assertNull(first.url(), "the address is that of the database");
    String untitled = "Publication title: Marrow Today\nFull text: It left.\n" + "_".repeat(40);
    assertEquals(
        "Ferry Saved | null | null | Marrow Today | null | null | It left.",
        rows("Ferry Saved\n\n" + untitled));
  }

  @Test
  void readsProQuestInAnotherLanguage() {
    assertEquals(
        """
        Night ferries return | Doe, Jane | 2011-03-03 | The Harbour Post | NEWS | English | %s
        Cannery closes | Smith, John | 2011-03-04 | Marrow Today | null | null | The cannery closed."""
            .formatted(SAME.strip()),
        rows(PROQUEST_IN_SPANISH));
    assertEquals(
        List.of("Ferries", "Harbours"), SavedText.parse(PROQUEST_IN_SPANISH).get(0).keywords());
  }

  /** Whatever is cut out, doubled or put together, it is read in time, and never fails. */
  @Test
  void readsBrokenExports() {
    List<String> lines = new ArrayList<>();
    for (String text : List.of(NEXIS, NEXIS_UNI, FACTIVA, FACTIVA_FIELDS, PROQUEST)) {
      lines.addAll(text.lines().toList());
    }
    Random random = new Random(7);
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (int round = 0; round < 2_000; round++) {
            int start = random.nextInt(lines.size());
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
              boolean jump = random.nextInt(8) == 0;
              start = jump ? random.nextInt(lines.size()) : (start + 1) % lines.size();
              text.append(lines.get(start).repeat(random.nextInt(20) == 0 ? 300 : 1)).append('\n');
            }
            SavedText.parse(text.toString());
          }
          for (String text : List.of(NEXIS, NEXIS_UNI, FACTIVA, FACTIVA_FIELDS, PROQUEST)) {
            for (String line : new HashSet<>(text.lines().toList())) {
              SavedText.parse((line + "\n").repeat(5_000) + text);
              SavedText.parse(text + (line + "\n\n").repeat(5_000));
            }
          }
        });
  }

  /** Labels and marks alone make no export. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ferry Saved\n\nBy Jane Doe\n\nSECTION: the old part of the pier.",
        "Ferry Saved\n\n1 of 2 DOCUMENTS\n\nIt left.",
        "Ferry Saved\n\nIt left.\n\nEnd of Document",
        "Ferry Saved\n\nLength: the trip takes an hour.\n\nEnd of Document",
        "Ferry Saved\nThe Post\n3 May 2011\n\nLength: the trip takes an hour.\n\nEnd of Document",
        "Ferry Saved\n\nIt left.\n\nLength: 2 hours\n\nEnd of Document",
        "Ferry Saved\n\n____________________\n\nFull text: see the report.",
        "Ferry Saved\n\n____________________\n\nTitle: Ferry\nAuthor: Doe\nFull text: see the report.",
        "Ferry Saved\n\nFrom: Jane\nSubject: the ferry\n\nIt left."
      })
  void leavesOtherTextAlone(String text) {
    assertEquals(List.of(), ExportedText.articles(text.lines().toList()));
    assertEquals("Ferry Saved", SavedText.parse(text).get(0).title());
  }

  @Test
  void keepsWhatStandsBetweenTwoArticles() {
    String odd = "1 of 3 DOCUMENTS\n\nPier Closed\n\nBy Ann Roe\n\nThe pier is closed.\n\n";
    List<SavedArticle> articles = SavedText.parse(NEXIS.replace("2 of 2", odd + "3 of 3"));
    assertEquals(3, articles.size());
    assertEquals("Pier Closed", articles.get(1).title());
  }

  /** A piece that lacks a label or a count of words is an article all the same. */
  @Test
  void keepsWhatStandsAtTheEndsOfAnExport() {
    String last = NEXIS + "\n3 of 3 DOCUMENTS\n\nPier Closed\n\n" + QUEUE + "\n";
    assertEquals(
        List.of(
            "Night ferries return to the strait; A long winter ends",
            "Cannery closes",
            "Pier Closed"),
        titles(last));
    String uncounted =
        FACTIVA.replace("1,087 words\n", "").replace("The cannery closed.", "\n" + FERRY);
    assertEquals(List.of("Night ferries return", "Cannery closes"), titles(uncounted));
    String unlabelled = NEXIS_UNI.substring(0, NEXIS_UNI.indexOf("Copyright 2019 The Marrow"));
    assertEquals(
        List.of("Night ferries return", "Cannery closes in 2019"),
        titles(
            unlabelled.replace("Document 2 of 2\n", "")
                + "Largo: 87\n\n"
                + FERRY
                + "\n\nEnd of Document\n"));
    String first =
        "Pier Closed\n\n" + FERRY + "\n\nDocument HARPOS0020110302e73300012\n\n" + FACTIVA;
    assertEquals(List.of("Pier Closed", "Night ferries return", "Cannery closes"), titles(first));
  }

  /** Where marks open articles, nothing above the first is one; where they close them, below. */
  @Test
  void dropsWhatIsAboutTheExport() {
    String note = "For Your Desk\n\nThese are the articles that you asked for on Tuesday.\n\n";
    assertEquals(rows(NEXIS), rows(note + NEXIS));
    assertEquals(rows(FACTIVA), rows(FACTIVA + "\n" + note));
    String contents =
        "_".repeat(40)
            + "\nTable of contents\n1. Night ferries return, and the queue had reached the market.\n2. Cannery closes\n";
    String rights =
        "\nDatabase copyright \u00a9 2011 The Harbour Library. All rights reserved.\nTerms and Conditions\n";
    assertEquals(rows(PROQUEST), rows(contents + PROQUEST + rights));
  }

  private static List<String> titles(String text) {
    return SavedText.parse(text).stream().map(SavedArticle::title).toList();
  }

  @Test
  void readsLongLinesInTime() {
    String dates =
        "Title\n"
            + "May 5, 2020 ".repeat(1_600)
            + "\nx\nx\nx\nx\nx\nx\n\nLength: 5 words\n\nBody\nText.\n";
    assertTimeout(
        Duration.ofSeconds(5), () -> SavedText.parse((dates + "End of Document\n").repeat(20)));
  }

  @Test
  void readsManyLinesOfRights() {
    String rights =
        NEXIS.replace("1 of 2 DOCUMENTS", "1 of 2 DOCUMENTS\n" + "\u00a9\n".repeat(9_900));
    assertEquals("Cannery closes", SavedText.parse(rights).get(1).title());
  }

  @Test
  void readsAnyExportInAnyShape() {
    for (String text : List.of(NEXIS, NEXIS_UNI, FACTIVA, FACTIVA_FIELDS, PROQUEST)) {
      String expected = rows(text);
      assertEquals(expected, rows("\uFEFF" + text.replace("\n", "\r\n")));
      assertEquals(expected, rows(text.replace(" ", "\u00a0")));
    }
    assertTrue(SavedText.parse(NEXIS).get(0).published().contains("2011"));
    assertEquals(
        LocalDate.of(2011, 3, 3),
        Published.parse(SavedText.parse(NEXIS).get(0).published(), null).date());
  }
}
