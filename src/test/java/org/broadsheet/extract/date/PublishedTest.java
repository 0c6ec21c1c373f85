package org.broadsheet.extract.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          2020-10-07T15:01:02Z               ⇒ 2020-10-07 ⇒ 2020-10-07T15:01:02Z
          2020-10-07T15:01:02.5+03:00        ⇒ 2020-10-07 ⇒ 2020-10-07T12:01:02.500Z
          2020-10-07T01:01+0300              ⇒ 2020-10-07 ⇒ 2020-10-06T22:01:00Z
          2020-10-07 15:01:02 -04            ⇒ 2020-10-07 ⇒ 2020-10-07T19:01:02Z
          2020-10-07 15:01:02 UTC            ⇒ 2020-10-07 ⇒ 2020-10-07T15:01:02Z
          2020-10-07T00:00:00Z               ⇒ 2020-10-07 ⇒ 2020-10-07T00:00:00Z
          Wed, 07 Oct 2020 15:02:01 GMT      ⇒ 2020-10-07 ⇒ 2020-10-07T15:02:01Z
          Wed, 7 Oct 2020 15:02:01 +0300     ⇒ 2020-10-07 ⇒ 2020-10-07T12:02:01Z
          Wed, 07 Oct 20 15:02:01 EST        ⇒ 2020-10-07 ⇒ 2020-10-07T20:02:01Z
          Wed Oct 07 15:02:01 +0000 2020     ⇒ 2020-10-07 ⇒ 2020-10-07T15:02:01Z
          Oct. 7, 2020, 3:15 p.m. EDT        ⇒ 2020-10-07 ⇒ 2020-10-07T19:15:00Z
          Updated 2:03 PM ET, Wed October 7, 2020 ⇒ 2020-10-07 ⇒ 2020-10-07T18:03:00Z
          Tuesday 7 October 2020 10.15 BST   ⇒ 2020-10-07 ⇒ 2020-10-07T09:15:00Z
          7 октября 2020, 15:04 МСК          ⇒ 2020-10-07 ⇒ 2020-10-07T12:04:00Z
          2020/10/07 15:04 GMT+3             ⇒ 2020-10-07 ⇒ 2020-10-07T12:04:00Z
          20201007T150102Z                   ⇒ 2020-10-07 ⇒ 2020-10-07T15:01:02Z
          20201007T150102+0300               ⇒ 2020-10-07 ⇒ 2020-10-07T12:01:02Z
          1602082862                         ⇒ 2020-10-07 ⇒ 2020-10-07T15:01:02Z
          1602082862000                      ⇒ 2020-10-07 ⇒ 2020-10-07T15:01:02Z
          1602082862.0                       ⇒ 2020-10-07 ⇒ 2020-10-07T15:01:02Z
          1.602082862E9                      ⇒ 2020-10-07 ⇒ 2020-10-07T15:01:02Z
          1.6020612E9                        ⇒ 2020-10-07 ⇒ 2020-10-07T09:00:00Z
          1.602082862E12                     ⇒ 2020-10-07 ⇒ 2020-10-07T15:01:02Z
          """)
  void readsInstants(String raw, String date, String at) {
    check(Published.parse(raw, null), "instant", date, at);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          2020-10-07T15:01:02                ⇒ 2020-10-07 ⇒ 2020-10-07T12:01:02Z
          2020-10-07 15:01                   ⇒ 2020-10-07 ⇒ 2020-10-07T12:01:00Z
          2020-10-07 15:01:02.123            ⇒ 2020-10-07 ⇒ 2020-10-07T12:01:02.123Z
          26-FEB-1987 15:01:01.79            ⇒ 1987-02-26 ⇒ 1987-02-26T12:01:01.790Z
           3-MAR-1987 18:11:38.97            ⇒ 1987-03-03 ⇒ 1987-03-03T15:11:38.970Z
          20201007150102                     ⇒ 2020-10-07 ⇒ 2020-10-07T12:01:02Z
          October 7, 2020 at 12:05 a.m.      ⇒ 2020-10-07 ⇒ 2020-10-06T21:05:00Z
          October 7, 2020 3 pm               ⇒ 2020-10-07 ⇒ 2020-10-07T12:00:00Z
          07.10.2020, 15:04 Uhr              ⇒ 2020-10-07 ⇒ 2020-10-07T12:04:00Z
          Publié le 7 octobre 2020 à 15h04   ⇒ 2020-10-07 ⇒ 2020-10-07T12:04:00Z
          15:04, 7 жовтня 2020               ⇒ 2020-10-07 ⇒ 2020-10-07T12:04:00Z
          7 октября 2020, 15 ч               ⇒ 2020-10-07 ⇒ 2020-10-07T12:00:00Z
          2020年10月7日 15:04                  ⇒ 2020-10-07 ⇒ 2020-10-07T12:04:00Z
          2020년 10월 7일 오후 3:04              ⇒ 2020-10-07 ⇒ 2020-10-07T12:04:00Z
          Publié le 07/10/2020 à 15h04       ⇒ 2020-10-07 ⇒ 2020-10-07T12:04:00Z
          Publicado: 07/10/2020 15:04        ⇒ 2020-10-07 ⇒ 2020-10-07T12:04:00Z
          Thứ Tư, 07/10/2020, 15:04          ⇒ 2020-10-07 ⇒ 2020-10-07T12:04:00Z
          7 Oct 2020 15:04 IST               ⇒ 2020-10-07 ⇒ 2020-10-07T12:04:00Z
          """)
  void readsLocalTimesAndPlacesThemInAZone(String raw, String date, String inMoscow) {
    check(Published.parse(raw, null), "local", date, null);
    check(Published.parse(raw, MOSCOW), "instant", date, inMoscow);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          2020-10-07                         ⇒ 2020-10-07
          1246-10-07                         ⇒ 1246-10-07
          10-07-2020                         ⇒ 2020-10-07
          25-07-2020                         ⇒ 2020-07-25
          2020/10/07                         ⇒ 2020-10-07
          2020.10.7                          ⇒ 2020-10-07
          07.10.2020                         ⇒ 2020-10-07
          7. 10. 2020                        ⇒ 2020-10-07
          25/07/2020                         ⇒ 2020-07-25
          07/25/2020                         ⇒ 2020-07-25
          10/7/20                            ⇒ 2020-10-07
          20201007                           ⇒ 2020-10-07
          2020-10-07 00:00:00                ⇒ 2020-10-07
          2020-10-07T00:00:00.000            ⇒ 2020-10-07
          October 07, 2020                   ⇒ 2020-10-07
          October 7th, 2020                  ⇒ 2020-10-07
          Oct. 7, 2020                       ⇒ 2020-10-07
          Sept. 7, 2020                      ⇒ 2020-09-07
          7 October 2020                     ⇒ 2020-10-07
          Tuesday 7 October 2020             ⇒ 2020-10-07
          **Published:** 7 October 2020      ⇒ 2020-10-07
          Posted on October 7, 2020          ⇒ 2020-10-07
          Last modified: 7 Oct 2020          ⇒ 2020-10-07
          Published May 3, 2020; updated May 4, 2020 ⇒ 2020-05-03
          7. Oktober 2020                    ⇒ 2020-10-07
          Stand: 3. März 2020                ⇒ 2020-03-03
          mercredi 7 octobre 2020            ⇒ 2020-10-07
          mar. 6 oct. 2020                   ⇒ 2020-10-06
          1er août 2020                      ⇒ 2020-08-01
          7 de octubre de 2020               ⇒ 2020-10-07
          7 ottobre 2020                     ⇒ 2020-10-07
          7 de março de 2020                 ⇒ 2020-03-07
          7 maart 2020                       ⇒ 2020-03-07
          7 октября 2020 г.                  ⇒ 2020-10-07
          7 окт. 2020                        ⇒ 2020-10-07
          7 травня 2020 року                 ⇒ 2020-05-07
          7 października 2020                ⇒ 2020-10-07
          7 Ekim 2020                        ⇒ 2020-10-07
          7 Ağustos 2020                     ⇒ 2020-08-07
          den 7 oktober 2020                 ⇒ 2020-10-07
          29 February 2020                   ⇒ 2020-02-29
          Veröffentlicht am 07/10/2020       ⇒ 2020-10-07
          mercredi 07/10/2020                ⇒ 2020-10-07
          Дата: 07/10/2020                   ⇒ 2020-10-07
          Published 07/10/2020               ⇒ 2020-07-10
          1º de mayo de 2020                 ⇒ 2020-05-01
          7 أكتوبر 2020                      ⇒ 2020-10-07
          ٧ أكتوبر ٢٠٢٠                      ⇒ 2020-10-07
          7 تشرين الأول 2020                 ⇒ 2020-10-07
          7 октомври 2020 г.                 ⇒ 2020-10-07
          ৭ অক্টোবর ২০২০                      ⇒ 2020-10-07
          7 d’octubre de 2020                ⇒ 2020-10-07
          7. října 2020                      ⇒ 2020-10-07
          středa 7. října 2020               ⇒ 2020-10-07
          7 Οκτωβρίου 2020                   ⇒ 2020-10-07
          7. oktoober 2020                   ⇒ 2020-10-07
          2020ko urriak 7                    ⇒ 2020-10-07
          ۷ اکتبر ۲۰۲۰                       ⇒ 2020-10-07
          7. lokakuuta 2020                  ⇒ 2020-10-07
          7 Deireadh Fómhair 2020            ⇒ 2020-10-07
          7 de outubro de 2020               ⇒ 2020-10-07
          7 अक्टूबर 2020                      ⇒ 2020-10-07
          2020. október 7.                   ⇒ 2020-10-07
          7 հոկտեմբերի, 2020                 ⇒ 2020-10-07
          Rabu, 7 Agustus 2020               ⇒ 2020-08-07
          7 kewçêrê 2020                     ⇒ 2020-10-07
          7 تشرینی یەکەم 2020               ⇒ 2020-10-07
          2020 m. spalio 7 d.                ⇒ 2020-10-07
          2020. gada 7. oktobrī              ⇒ 2020-10-07
          ७ अक्टोबर २०२०                      ⇒ 2020-10-07
          7 octombrie 2020                   ⇒ 2020-10-07
          7. октобар 2020.                   ⇒ 2020-10-07
          7. септембра 2020.                 ⇒ 2020-09-07
          7 அக்டோபர், 2020                    ⇒ 2020-10-07
          7 అక్టోబర్, 2020                    ⇒ 2020-10-07
          7 ตุลาคม 2563                       ⇒ 2020-10-07
          7 ต.ค. 2563                         ⇒ 2020-10-07
          7 ตุลาคม 2020                       ⇒ 2020-10-07
          ngày 7 tháng 10 năm 2020           ⇒ 2020-10-07
          """)
  void readsDays(String raw, String date) {
    check(Published.parse(raw, null), "day", date, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"October 2020", "2020-10", "10/2020", "octobre 2020", "октябрь 2020"})
  void readsMonthsWithoutADay(String raw) {
    check(Published.parse(raw, MOSCOW), "month", null, null);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "None",
        "N/A",
        "null",
        "nan",
        "yesterday",
        "2 days ago",
        "2020",
        "0000-00-00",
        "2020-02-30",
        "2020-13-01",
        "31 September 2020",
        "99999999",
        "12:30",
        "7",
        "—",
        "NaT",
        "2020-10-07 or so many more words, which nobody can be sure of in the end 2020-99-99x"
      })
  void findsNothingElse(String raw) {
    boolean prose = raw != null && raw.length() > 60;
    assertEquals(prose ? "day" : "none", Published.parse(raw, MOSCOW).precision().label(), raw);
  }

  @Test
  void readsAnAmbiguousSlashByTheZone() {
    assertEquals("2020-03-04", Published.parse("03/04/2020", null).date().toString());
    assertEquals("2020-03-04", Published.parse("03/04/2020", NEW_YORK).date().toString());
    assertEquals("2020-04-03", Published.parse("03/04/2020", MOSCOW).date().toString());
    ZoneId rio = ZoneId.of("America/Sao_Paulo");
    assertEquals("2020-04-03", Published.parse("03/04/2020", rio).date().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      nullValues = "-",
      textBlock =
          """
          03/04/2020 ⇒ en  ⇒ -                                      ⇒ 2020-03-04
          03/04/2020 ⇒ de  ⇒ -                                      ⇒ 2020-04-03
          03-04-2020 ⇒ es  ⇒ -                                      ⇒ 2020-04-03
          03/04/2020 ⇒ fil ⇒ -                                      ⇒ 2020-03-04
          03/04/2020 ⇒ -   ⇒ https://a.example/2020/04/03/x         ⇒ 2020-04-03
          03/04/2020 ⇒ de  ⇒ https://a.example/2020/03/04/x         ⇒ 2020-03-04
          03-04-2020 ⇒ -   ⇒ https://a.example/x-2020-04-03         ⇒ 2020-04-03
          03/04/2020 ⇒ -   ⇒ https://a.example/x/20200403.html      ⇒ 2020-04-03
          03/04/2020 ⇒ en  ⇒ https://a.example/world/2020/apr/03/x  ⇒ 2020-04-03
          03/04/2020 ⇒ de  ⇒ https://a.example/2019/12/31/x         ⇒ 2020-04-03
          03/04/2020 ⇒ en  ⇒ https://www.bbc.co.uk/news/x           ⇒ 2020-04-03
          03/04/2020 ⇒ en  ⇒ https://www.harbourpost.io/x           ⇒ 2020-03-04
          07/10/2563 ⇒ th  ⇒ -                                      ⇒ 2020-10-07
          25/04/2020 ⇒ en  ⇒ https://a.example/2020/04/03/x         ⇒ 2020-04-25
          """)
  void readsAnAmbiguousDateByLanguageAndAddress(
      String raw, String language, String url, String date) {
    Published published = Published.parse(raw, null, new DateHints(language, url));
    assertEquals(date, published.date().toString(), raw + " " + language + " " + url);
  }

  @Test
  void neverMovesThePrintedDay() {
    Published late = Published.parse("2020-10-07T23:30:00-05:00", MOSCOW);
    check(late, "instant", "2020-10-07", "2020-10-08T04:30:00Z");
  }

  @Test
  void keepsTheRawText() {
    assertEquals(" Oct. 7, 2020 ", Published.parse(" Oct. 7, 2020 ", null).raw());
    assertNull(Published.parse(null, null).raw());
  }

  private static void check(Published published, String precision, String date, String at) {
    String read = published.toString();
    assertEquals(precision, published.precision().label(), read);
    assertEquals(date, published.date() == null ? null : published.date().toString(), read);
    assertEquals(at, published.at() == null ? null : published.at().toString(), read);
  }
}
