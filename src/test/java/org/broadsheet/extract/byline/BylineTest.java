package org.broadsheet.extract.byline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          By [Tolkun Namatbayeva for AFP](#)   ⇒ person ⇒ Tolkun Namatbayeva ⇒ AFP
          By Reuters Staff                     ⇒ agency ⇒ ⇒ Reuters
          By AFP                               ⇒ agency ⇒ ⇒ AFP
          TASS                                 ⇒ agency ⇒ ⇒ TASS
          Xinhua                               ⇒ agency ⇒ ⇒ Xinhua
          By The Associated Press              ⇒ agency ⇒ ⇒ AP
          By Jane Doe and John Smith, Reuters  ⇒ person ⇒ Jane Doe; John Smith ⇒ Reuters
          By JANE DOE, AP Business Writer      ⇒ person ⇒ Jane Doe ⇒ AP
          Por María José Pérez                 ⇒ person ⇒ María José Pérez ⇒
          By Mary Ann van der Berg-Smith de la Cruz ⇒ person ⇒ Mary Ann van der Berg-Smith de la Cruz ⇒
          By Staff Writer                      ⇒ staff  ⇒ ⇒
          Our Correspondent                    ⇒ staff  ⇒ ⇒
          Web Desk                             ⇒ staff  ⇒ ⇒
          """)
  void readsTheForms(String printed, String kind, String authors, String agencies) {
    check(printed, null, kind, authors, agencies);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          JANE DOE/AP                               ⇒ person ⇒ Jane Doe ⇒ AP
          By AP Writer JANE DOE                     ⇒ person ⇒ Jane Doe ⇒ AP
          Jane Doe | AP                             ⇒ person ⇒ Jane Doe ⇒ AP
          By Jane Doe of The Associated Press       ⇒ person ⇒ Jane Doe ⇒ AP
          By Jane Doe, Special to The Associated Press ⇒ person ⇒ Jane Doe ⇒ AP
          Jane Doe, AFP and John Smith, Reuters     ⇒ person ⇒ Jane Doe; John Smith ⇒ AFP; Reuters
          By Daniel Roe, Reuter                     ⇒ person ⇒ Daniel Roe ⇒ Reuters
          Agence France-Presse in Paris             ⇒ agency ⇒ ⇒ AFP
          By PA Political Staff                     ⇒ agency ⇒ ⇒ PA Media
          dpa/AFP                                   ⇒ agency ⇒ ⇒ dpa; AFP
          AFP-Jiji                                  ⇒ agency ⇒ ⇒ AFP; Jiji
          Staff and agencies                        ⇒ agency ⇒ ⇒
          Press Trust of India                      ⇒ agency ⇒ ⇒ PTI
          新华社记者王小明                             ⇒ person ⇒ 王小明 ⇒ Xinhua
          Автор: Иван Петров                        ⇒ person ⇒ Иван Петров ⇒
          Иван Петров и Мария Сидорова, РИА Новости ⇒ person ⇒ Иван Петров; Мария Сидорова ⇒ RIA Novosti
          Редакция                                  ⇒ staff  ⇒ ⇒
          Von Max Müller und Anna Schmidt, dpa      ⇒ person ⇒ Max Müller; Anna Schmidt ⇒ dpa
          Von unserem Korrespondenten               ⇒ staff  ⇒ ⇒
          Von der Leyen                             ⇒ person ⇒ Von der Leyen ⇒
          Par Jean Dupont avec AFP                  ⇒ person ⇒ Jean Dupont ⇒ AFP
          Par Marie Dubois et Jean Dupont           ⇒ person ⇒ Marie Dubois; Jean Dupont ⇒
          Ana García y Luis Pérez                   ⇒ person ⇒ Ana García; Luis Pérez ⇒
          José Ortega y Gasset                      ⇒ person ⇒ José Ortega y Gasset ⇒
          La Redacción                              ⇒ staff  ⇒ ⇒
          Por Juan Pérez en Madrid                  ⇒ person ⇒ Juan Pérez ⇒
          Di Giulia Rossi                           ⇒ person ⇒ Giulia Rossi ⇒
          Di Stefano                                ⇒ person ⇒ Di Stefano ⇒
          Door Jan Jansen en Piet Pieters           ⇒ person ⇒ Jan Jansen; Piet Pieters ⇒
          Text: Eva Lind                            ⇒ person ⇒ Eva Lind ⇒
          Doe, Jane; Smith, John                    ⇒ person ⇒ Jane Doe; John Smith ⇒
          John Smith, Jr.                           ⇒ person ⇒ John Smith Jr. ⇒
          By JANE DOE in London and JOHN O'NEILL in Paris ⇒ person ⇒ Jane Doe; John O'Neill ⇒
          By JANE DOE, JOHN MCDONALD and PETER VAN DER BERG ⇒ person ⇒ Jane Doe; John McDonald; Peter van der Berg ⇒
          By J.K. ROE                               ⇒ person ⇒ J.K. Roe ⇒
          by leo mckinstry                          ⇒ person ⇒ Leo Mckinstry ⇒
          by ann doe and bob roe                    ⇒ person ⇒ Ann Doe; Bob Roe ⇒
          by tom newton roe political editor        ⇒ person ⇒ Tom Newton Roe ⇒
          by ann white enterprise and property correspondent ⇒ person ⇒ Ann White ⇒
          by ann doe - political reporter in york   ⇒ person ⇒ Ann Doe ⇒
          by daily bugle reporter                   ⇒ staff  ⇒ ⇒
          Dr. Jane Doe, Professor of Law at Oxford University ⇒ person ⇒ Jane Doe ⇒
          Jane Doe, New York                        ⇒ person ⇒ Jane Doe ⇒
          Jane Doe, Washington, D.C.                ⇒ person ⇒ Jane Doe ⇒
          By Jane Doe (@janedoe) jane@courier.example ⇒ person ⇒ Jane Doe ⇒
          By <a rel="author" href="/jane">Jane Doe</a> ⇒ person ⇒ Jane Doe ⇒
          By **Jane Doe** | Photos by John Smith    ⇒ person ⇒ Jane Doe ⇒
          By Jane Doe October 7, 2020               ⇒ person ⇒ Jane Doe ⇒
          Analysis by Jane Doe                      ⇒ person ⇒ Jane Doe ⇒
          By Ani Petra                              ⇒ person ⇒ Ani Petra ⇒
          Mustafa Efe                               ⇒ person ⇒ Mustafa Efe ⇒
          Special to the Courier                    ⇒ none   ⇒ ⇒
          By Michael R. Bloomberg                   ⇒ person ⇒ Michael R. Bloomberg ⇒
          By Doris Day Staff Writer                 ⇒ person ⇒ Doris Day ⇒
          By Larry Page Staff Writer                ⇒ person ⇒ Larry Page ⇒
          Courier Law Reporter                      ⇒ staff  ⇒ ⇒
          AFP/Jane Doe                              ⇒ person ⇒ Jane Doe ⇒ AFP
          Jane Doe – AP                             ⇒ person ⇒ Jane Doe ⇒ AP
          By Jane Doe—Reuters                       ⇒ person ⇒ Jane Doe ⇒ Reuters
          By Jane Doe | The Guardian                ⇒ person ⇒ Jane Doe ⇒
          Le Monde avec AFP                         ⇒ agency ⇒ ⇒ AFP
          El País con EFE                           ⇒ agency ⇒ ⇒ EFE
          Madrid / EFE                              ⇒ agency ⇒ ⇒ EFE
          Ban Ki-moon, UN Secretary-General         ⇒ person ⇒ Ban Ki-moon ⇒
          김철수 기자                                  ⇒ person ⇒ 김철수 ⇒
          王小明; 李四                                 ⇒ person ⇒ 王小明; 李四 ⇒
          王小明；李四                                  ⇒ person ⇒ 王小明; 李四 ⇒
          Doe, Jane                                 ⇒ person ⇒ Jane Doe ⇒
          Roe, Zoltana B.                           ⇒ person ⇒ Zoltana B. Roe ⇒
          Pelé, Ronaldo                             ⇒ person ⇒ Pelé; Ronaldo ⇒
          ['Jane Doe', "John O'Neill"]              ⇒ person ⇒ Jane Doe; John O'Neill ⇒
          ['Doe, Jane', 'Smith, John']              ⇒ person ⇒ Jane Doe; John Smith ⇒
          "['Jane Doe', 'John Smith']"              ⇒ person ⇒ Jane Doe; John Smith ⇒
          연합뉴스 김철수 기자                             ⇒ person ⇒ 김철수 ⇒ Yonhap
          By Ann Mayor                              ⇒ person ⇒ Ann Mayor ⇒
          By The Editorial Board                    ⇒ staff  ⇒ ⇒
          Text by John Smith                        ⇒ person ⇒ John Smith ⇒
          Source: Reuters                           ⇒ agency ⇒ ⇒ Reuters
          admin                                     ⇒ staff  ⇒ ⇒
          anonymous                                 ⇒ none   ⇒ ⇒
          None                                      ⇒ none   ⇒ ⇒
          By                                        ⇒ none   ⇒ ⇒
          jane.doe@courier.example                  ⇒ none   ⇒ ⇒
          """)
  void readsOtherForms(String printed, String kind, String authors, String agencies) {
    check(printed, null, kind, authors, agencies);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          The Harbour Post           ⇒ harbourpost.example    ⇒ outlet ⇒
          By Harbour Post            ⇒ The Harbour Post       ⇒ outlet ⇒
          The Harbour Post           ⇒ theharbourpost.example ⇒ outlet ⇒
          harbourpost.example        ⇒ Harbour Post           ⇒ outlet ⇒
          Mail & Harbour             ⇒ Mail & Harbour         ⇒ outlet ⇒
          Jane Doe, Mail and Harbour ⇒ Mail and Harbour       ⇒ person ⇒ Jane Doe
          Harbour Post Staff         ⇒ harbourpost.example    ⇒ staff  ⇒
          ann doe bugle columnist    ⇒ www.thebugle.example   ⇒ person ⇒ Ann Doe
          Jane Doe                   ⇒ not a host             ⇒ person ⇒ Jane Doe
          """)
  void knowsTheOutletByItsNameAndDomain(
      String printed, String outlet, String kind, String authors) {
    check(printed, outlet, kind, authors, null);
  }

  /** Where a column shows it, a comma turns a name round; two full names stay two. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      value = {
        "Holm, Runa ⇒ Runa Holm",
        "HOLM, RUNA ⇒ Runa Holm",
        "Holm, Runa; Vik, Tor ⇒ Runa Holm; Tor Vik",
        "Holm, Runa and Vik, Tor ⇒ Runa Holm; Tor Vik",
        "Holm, Runa, Vik, Tor ⇒ Runa Holm; Tor Vik",
        "Holm, Runa M. ⇒ Runa M. Holm",
        "Holm, Runa Marit ⇒ Runa Marit Holm",
        "van der Vik, Tor ⇒ Tor van der Vik",
        "Vik Holm, Tor ⇒ Tor Vik Holm",
        "Pérez, Ana ⇒ Ana Pérez",
        "Runa Holm, Tor Vik ⇒ Runa Holm; Tor Vik",
        "Runa Holm ⇒ Runa Holm",
        "Runa Holm, Editor ⇒ Runa Holm",
        "Holm, Editor ⇒ Holm",
        "Vik, Jr. ⇒ Vik Jr.",
      })
  void familyNamesMayComeFirst(String printed, String authors) {
    assertEquals(authors, String.join("; ", Byline.parse(printed, "post.example", true).authors()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      value = {
        "Holm, Runa | Vik, Tor ⇒ true",
        "Holm, Runa | Vik, Tor; Moe, Liv | Staff | AFP | Runa Holm ⇒ true",
        "Holm, Runa ⇒ false",
        "García Peña, Gabriel | Ríos Vega, Ana | Holm, Runa ⇒ true",
        "Jane Doe, Chicago | Bob Roe, Boston | Ann Poe, Wired | Cy Loe, Politico ⇒ false",
        "Jane Doe, Austin | Ana Roe, Florence | Holm, Runa | Vik, Tor ⇒ false",
        "Holm, Sandvik | Vik, Sandvik | Moe, Sandvik ⇒ false",
        "Runa Holm, Tor Vik | Tor Vik, Liv Moe ⇒ false",
        "Holm, Runa | Vik, Tor | Liv Moe | Tor Vik | Runa Holm, Editor ⇒ false",
        "Holm, Editor | Vik, Reporter ⇒ false",
        "Reuters, AFP | AP, dpa ⇒ false",
        ", | ;; | , ⇒ false",
      })
  void aColumnShowsWhetherFamilyNamesComeFirst(String cells, boolean expected) {
    assertEquals(expected, FamilyNames.comeFirst(List.of(cells.split(" \\| "))));
  }

  @Test
  @Timeout(20)
  void muchSpaceBetweenNamesIsNoTrouble() {
    String name = "Jane" + " ".repeat(300_000) + "Doe";
    assertFalse(FamilyNames.comeFirst(List.of(name, name)));
  }

  @Test
  void aListShowsItToo() {
    assertTrue(FamilyNames.comeFirstInList(List.of("Holm, Jane")));
    assertTrue(FamilyNames.comeFirstInList(List.of("Holm, Jane", "AFP")));
    assertTrue(FamilyNames.comeFirstInList(List.of("van der Vik, Tor", "Holm, Runa")));
    assertFalse(FamilyNames.comeFirstInList(List.of("Jane Doe, Chicago")), "a place");
    assertFalse(FamilyNames.comeFirstInList(List.of("Holm, Vik")), "two people");
    assertFalse(FamilyNames.comeFirstInList(List.of("Holm, Runa", "Tor Vik")));
    assertFalse(FamilyNames.comeFirstInList(List.of("Runa Holm")));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \t\n", "\u00a0\u200b"})
  void hasNothingOfABlank(String printed) {
    assertEquals(
        new Byline(null, BylineKind.NONE, List.of(), List.of()), Byline.parse(printed, null));
  }

  @Test
  void keepsThePrintedText() {
    assertEquals("By [Jane Doe](#)", Byline.parse("  By [Jane Doe](#)\n", null).printed());
    assertNull(Byline.parse(" ", "courier.example").printed());
  }

  private static void check(
      String printed, String outlet, String kind, String authors, String agencies) {
    Byline byline = Byline.parse(printed, outlet);
    assertEquals(orEmpty(authors), String.join("; ", byline.authors()), "authors of " + printed);
    assertEquals(orEmpty(agencies), String.join("; ", byline.agencies()), "agencies of " + printed);
    assertEquals(kind, byline.kind().label(), "kind of " + printed);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
