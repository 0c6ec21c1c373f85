package org.broadsheet.corpus.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyCreditTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          BISHKEK, Oct 7 (Reuters) - The ferry left at noon.           ⇒ Reuters
          PARIS (AFP) — Le bac est parti.                              ⇒ AFP
          МОСКВА, 7 окт — РИА Новости. Паром ушёл в полдень.           ⇒ RIA Novosti
          МОСКВА, 7 октября. /ТАСС/. Паром ушёл в полдень.             ⇒ TASS
          (Reuters) - The ferry left at noon.                          ⇒ Reuters
          WASHINGTON (AP) _ The ferry left at noon.                    ⇒ AP
          New Delhi, Oct 7 (PTI) The ferry left at noon.               ⇒ PTI
          BEIJING, Oct. 7 (Xinhua) -- The ferry left at noon.          ⇒ Xinhua
          Berlin (dpa/lno) - Die Fähre ist weg.                        ⇒ dpa
          Berlin (dpa/AFP) – Die Fähre ist weg.                        ⇒ dpa; AFP
          LONDON, Reuters - The ferry left at noon.                    ⇒ Reuters
          AFP — The ferry left at noon.                                ⇒ AFP
          Rio de Janeiro, 7 out (EFE).- O barco partiu.                ⇒ EFE
          """)
  void findsTheAgencyThatOpensTheBody(String body, String agencies) {
    check(body, AgencyCredit.Evidence.DATELINE, agencies);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
           Reuter                                                       ⇒ Reuters
          REUTERS                                                       ⇒ Reuters
          (AFP)                                                         ⇒ AFP
          -- AP                                                         ⇒ AP
          /ТАСС/                                                        ⇒ TASS
          It will be back at six. (AFP)                                 ⇒ AFP
          It will be back at six. — Reuters                             ⇒ Reuters
          (Reporting by Jane Doe in Ayr for Reuters; Editing by A Roe)  ⇒ Reuters
          Reuters reporting by Jane Doe                                 ⇒ Reuters
          With inputs from PTI                                          ⇒ PTI
          """)
  void findsTheAgencyThatSignsTheBody(String lastLine, String agencies) {
    check("The ferry left.\n\n" + lastLine, AgencyCredit.Evidence.TRAILER, agencies);
    check("The ferry left.\n\n" + lastLine + "\n\n", AgencyCredit.Evidence.TRAILER, agencies);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The captain told AFP that the ferry had left.",
        "Agence France-Presse (AFP) reported that the ferry had left.",
        "The ferry left.\n\nPhoto: Jane Doe/Reuters",
        "The ferry left.\n\n(AP Photo/Jane Doe)",
        "The ferry left.\n\nThe mate said the same to Reuters",
        "The ferry left.\n\nReporting by Jane Doe; Editing by John Smith",
        "The ferry (the Ana) - a ship of the line - left.",
        "SALVADOR, Feb 26 - The ferry left.",
        "",
        "—"
      })
  void countsNoMentionsAndCaptions(String body) {
    check(body, AgencyCredit.Evidence.NONE, null);
  }

  @Test
  void readsOnlyTheOpeningAndTheEnd() {
    String filler = "The ferry left at noon and will be back. ".repeat(50);
    check(filler + "PARIS (AFP) — The ferry left.\n" + filler, AgencyCredit.Evidence.NONE, null);
  }

  @Test
  void prefersTheBylineThenTheDatelineField() {
    Byline byline = Byline.parse("Jane Doe for AFP", null);
    String body = "PARIS (Reuters) - The ferry left.\n\nTASS";
    assertEquals("byline", AgencyCredit.of(byline, "AP", body).evidence().label());
    AgencyCredit field = AgencyCredit.of(null, "BISHKEK, Oct 7 (AP)", body);
    assertEquals("[AP] dateline", field.agencies() + " " + field.evidence().label());
    AgencyCredit opening = AgencyCredit.of(null, "SALVADOR, Feb 26 -", body);
    assertEquals("[Reuters] dateline", opening.agencies() + " " + opening.evidence().label());
    assertEquals("none", AgencyCredit.of(null, null, null).evidence().label());
  }

  private static void check(String body, AgencyCredit.Evidence evidence, String agencies) {
    AgencyCredit credit = AgencyCredit.of(Byline.parse(null, null), null, body);
    assertEquals(agencies == null ? "" : agencies, String.join("; ", credit.agencies()), body);
    assertEquals(evidence, credit.evidence(), body);
  }
}
