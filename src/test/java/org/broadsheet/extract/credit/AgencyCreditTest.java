package org.broadsheet.extract.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.broadsheet.extract.byline.Byline;
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
          Port-au-Prince, Reuters - The ferry left at noon.            ⇒ Reuters
          AMMAN (Petra) — The ferry left at noon.                      ⇒ Petra
          ROMA (Ansa) - Il traghetto è partito.                        ⇒ ANSA
          """)
  void findsTheAgencyThatOpensTheBody(String body, String agencies) {
    check(body, AgencyEvidence.DATELINE, agencies);
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
          (With inputs from agencies and ANI)                           ⇒ ANI
          The Associated Press contributed to this report.              ⇒ AP
          AP writer Jane Doe in Paris contributed to this report.       ⇒ AP
          Our Standards: The Thomson Reuters Trust Principles.          ⇒ Reuters
          Copyright 2020 Reuters                                        ⇒ Reuters
          © 2020 The Associated Press. All rights reserved.             ⇒ AP
          Copyright 2020 Bloomberg L.P.                                 ⇒ Bloomberg
          Mit Material von dpa und AFP                                  ⇒ dpa; AFP
          (Avec AFP)                                                    ⇒ AFP
          (Con información de EFE)                                      ⇒ EFE
          Com informações da Agência Brasil                             ⇒ Agência Brasil
          По материалам ТАСС                                            ⇒ TASS
          Quelle: dpa                                                   ⇒ dpa
          来源：新华社                                                     ⇒ Xinhua
          (afp)                                                         ⇒ AFP
          （新华社）                                                       ⇒ Xinhua
          """)
  void findsTheAgencyThatSignsTheBody(String lastLine, String agencies) {
    check("The ferry left.\n\n" + lastLine, AgencyEvidence.TRAILER, agencies);
    check("The ferry left.\n\n" + lastLine + "\n\n", AgencyEvidence.TRAILER, agencies);
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
        "Sputnik-V vaccine doses arrived at noon.",
        "The AP-NORC poll found that ferries are loved.",
        "Uni-Kliniken in Deutschland haben keine Fähren.",
        "App-Entwickler bauen Fähren.",
        "Reuters-owned company buys ferry.",
        "Bloomberg-backed candidate buys ferry.",
        "Mehr - und besser: Das verspricht die Fähre.",
        "Getty — the oil heir who loved ferries — left.",
        "Bloomberg — the former mayor — left.",
        "Petra – Die Stadt im Fels ist alt.",
        "The ferry left.\n\nMap",
        "The ferry left.\n\nApp",
        "The ferry left.\n\nPetra",
        "The ferry left.\n\nAP-NORC",
        "The ferry left, as shown. (map)",
        "The ferry left.\n\nWritten by Jane Doe, who worked for Reuters until 2015 and AP.",
        "The ferry left.\n\nCopyright 2020 Petra Müller",
        "The ferry left.\n\n(Additional reporting by Ani Roe and Petra Roe)",
        "",
        "—"
      })
  void countsNoMentionsAndCaptions(String body) {
    check(body, AgencyEvidence.NONE, null);
  }

  @Test
  void readsOnlyTheOpeningAndTheEnd() {
    String filler = "The ferry left at noon and will be back. ".repeat(50);
    check(filler + "PARIS (AFP) — The ferry left.\n" + filler, AgencyEvidence.NONE, null);
  }

  @Test
  void prefersTheBylineThenTheDatelineField() {
    Byline byline = Byline.parse("Jane Doe for AFP", null);
    String body = "PARIS (Reuters) - The ferry left.\n\nTASS";
    assertEquals("byline", AgencyCredit.of(byline, "AP", body, List.of()).evidence().label());
    AgencyCredit field = AgencyCredit.of(null, "BISHKEK, Oct 7 (AP)", body, List.of());
    assertEquals("[AP] dateline", field.agencies() + " " + field.evidence().label());
    AgencyCredit opening = AgencyCredit.of(null, "SALVADOR, Feb 26 -", body, List.of());
    assertEquals("[Reuters] dateline", opening.agencies() + " " + opening.evidence().label());
    assertEquals("none", AgencyCredit.of(null, null, null, List.of()).evidence().label());
  }

  @Test
  void readsTheTrailersThatWereTakenOutOfTheBody() {
    List<String> trailers = List.of("Reporting by Jane Doe for Reuters", "Edited by John Smith");
    AgencyCredit credit = AgencyCredit.of(null, null, "The ferry left.", trailers);
    assertEquals("[Reuters] trailer", credit.agencies() + " " + credit.evidence().label());
    AgencyCredit dateline = AgencyCredit.of(null, "PARIS (AFP)", "The ferry left.", trailers);
    assertEquals("[AFP] dateline", dateline.agencies() + " " + dateline.evidence().label());
  }

  private static void check(String body, AgencyEvidence evidence, String agencies) {
    AgencyCredit credit = AgencyCredit.of(Byline.parse(null, null), null, body, List.of());
    assertEquals(agencies == null ? "" : agencies, String.join("; ", credit.agencies()), body);
    assertEquals(evidence, credit.evidence(), body);
  }
}
