package org.broadsheet.extract.savedtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.broadsheet.extract.date.DateHints;
import org.broadsheet.extract.date.Published;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented articles in the pages of news databases. */
class ExportedPageTest {
  private static final String FERRY =
      "The night ferries sail again, the harbour authority said on Thursday.";
  private static final String QUEUE = "By noon the queue had reached the fish market.";
  private static final String BODY = FERRY + "¶" + QUEUE;

  private static final String FACTIVA =
      """
      <html><head><title>Factiva</title></head><body><div id="contentWrapper">
      <div id="article-HARP0000020110303e73300012" class="article"><div class="article enArticle"><p>
      <div>NEWS</div><div id="hd"><span class='enHeadline'>
      Night <b>ferries</b>
      return
      </span></div><div class="author">By Jane Doe</div><div>1,512 words</div><div>3 March 2011</div><div>10:15 GMT</div>
      <div>The Harbour Post</div><div>HARPOS</div><div>First</div><div>A3</div><div>Vol. 12, Issue 3</div><div>English</div>
      <div>(c) 2011 Harbour Post Ltd. All Rights Reserved.</div>
      </p><p class="articleParagraph enarticleParagraph">
      The night <b>ferries</b> sail again, the harbour
      authority said on Thursday.
      </p><p class="articleParagraph enarticleParagraph">By noon the queue had reached the fish market.</p>
      <p class="articleParagraph enarticleParagraph">© 2011 Harbour Post. All rights reserved.</p>
      <p>Harbour Post Ltd.</p><p>Document HARP0000020110303e73300012</p></div></div><br/><span></span>
      <div id="article-MART0000020110304e7340000z" class="article"><div class="article frArticle"><p>
      <div id="hd"><span class='frHeadline'>La conserverie ferme</span></div><div>87 words</div><div>4 March 2011</div>
      <div>Marrow Today</div><div>MARTOD</div><div>French</div><div>Copyright 2011. The Marrow Company.</div>
      </p><p class="articleParagraph frarticleParagraph">La conserverie est fermée.</p><pre>1 2
      3 4</pre><p>Document MART0000020110304e7340000z</p></div></div><br/>
      <div>© 2011 Factiva, Inc. All rights reserved.</div></div></body></html>
      """;

  private static final String FACTIVA_FIELDS =
      """
      <html><body><div class="article enArticle"><p><table>
      <tr><td class="index"><b>SE</b>&nbsp;</td><td>NEWS</td></tr>
      <tr><td class="index"><b>HD</b>&nbsp;</td><td><span class='enHeadline'>Night ferries return</span></td></tr>
      <tr><td class="index"><b>BY</b>&nbsp;</td><td>By Jane Doe</td></tr>
      <tr><td class="index"><b>WC</b>&nbsp;</td><td>512 words</td></tr>
      <tr><td class="index"><b>PD</b>&nbsp;</td><td>3 March 2011</td></tr>
      <tr><td class="index"><b>ET</b>&nbsp;</td><td>10:15</td></tr>
      <tr><td class="index"><b>SN</b>&nbsp;</td><td>The Harbour Post</td></tr>
      <tr><td class="index"><b>SC</b>&nbsp;</td><td>HARPOS</td></tr>
      <tr><td class="index"><b>LA</b>&nbsp;</td><td>Englisch</td></tr>
      <tr><td class="index"><b>CY</b>&nbsp;</td><td>(c) 2011 Harbour Post Ltd.</td></tr>
      <tr><td class="index"><b>LP</b>&nbsp;</td><td>
      <p class="articleParagraph enarticleParagraph">The night ferries sail again, the harbour authority said on Thursday.</p></td></tr>
      <tr><td class="index"><b>TD</b>&nbsp;</td><td>
      <p class="articleParagraph enarticleParagraph">By noon the queue had reached the fish market.</p></td></tr>
      <tr><td class="index"><b>NS</b>&nbsp;</td><td>gtrans : Transport</td></tr>
      <tr><td class="index"><b>AN</b>&nbsp;</td><td>Document HARPOS0020110303e73300012</td></tr></table></p></div>
      </body></html>
      """;

  private static final String EUROPRESSE =
      """
      <!DOCTYPE html><html><body><article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">
      Le Phare, no. 4301</span> <span class="DocHeader">Mer, jeudi 3 mars 2011 - 10:15 UTC+0100 512 mots, p. 3</span></div>
      <div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Les bacs de nuit reviennent</p>
      <p class="sm-margin-TopNews rdp__subtitle">Un long hiver</p></div><p class="sm-margin-bottomNews">Jeanne Dupré</p></header>
      <section><div class="docOcurrContainer"><p>Les <mark>bacs</mark> repartent.</p><p>La file est longue.</p></div></section>
      <aside><small>Tous droits réservés</small></aside><footer><div class="publiC-lblNodoc">news·20110303·PH·1</div></footer>
      </article><article><header><div><span class="DocPublicationName">The Harbour Post</span>
      <div class="DocHeader">Thursday, March 3, 2011 - 512 words<br>Page A3</div></div>
      <div class="titreArticle"><p class="titreArticleVisu">Night ferries return</p></div></header><section>
      <div class="DocText clearfix"><div><p>The night ferries sail again.</p></div></div></section></article></body></html>
      """;

  private static final String NEXIS =
      """
      <HTML><BODY><TABLE CLASS="c1"><TR><TD>Return to List</TD></TR></TABLE>
      <A NAME="DOC_ID_0_0"></A><!-- Hide XML section from browser
      <DOC NUMBER=1>
      <DOCFULL> --><BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">1 of 2 DOCUMENTS</SPAN></P></DIV>
      <BR><DIV CLASS="c3"><P><SPAN CLASS="c2">The Harbour Post (Ayr)</SPAN></P></DIV>
      <BR><DIV CLASS="c3"><P><SPAN CLASS="c4">March 3, 2011 </SPAN><SPAN>Thursday<BR>First Edition</SPAN></P></DIV>
      <BR><DIV CLASS="c5"><P><SPAN CLASS="c6">Night ferries return to the strait;<BR>A long winter ends</SPAN></P></DIV>
      <BR><DIV><P><SPAN>BYLINE: </SPAN><SPAN>Jane Doe, Transport Correspondent</SPAN></P></DIV>
      <BR><DIV><P><SPAN>SECTION: </SPAN><SPAN>Section A; Metropolitan Desk; Pg. 3</SPAN></P></DIV>
      <BR><DIV><P><SPAN>LENGTH: </SPAN><SPAN>512 words</SPAN></P></DIV>
      <BR><DIV><P><SPAN>The night ferries sail again, the harbour authority said on Thursday.</SPAN></P>
      <P><SPAN>By noon the queue had reached the fish market.</SPAN></P></DIV>
      <BR><DIV><P><SPAN>LOAD-DATE: </SPAN><SPAN>March 4, 2011</SPAN></P></DIV>
      <BR><DIV><P><SPAN>LANGUAGE: </SPAN><SPAN>ENGLISH</SPAN></P></DIV>
      <BR><DIV><P><SPAN>Copyright 2011 Harbour Post Ltd<BR>All Rights Reserved</SPAN></P></DIV>
      <!-- Hide XML section from browser
      </DOCFULL> --><BR><HR><A NAME="DOC_ID_0_1"></A>
      <BR><DIV><P><SPAN>2 of 2 DOCUMENTS</SPAN></P></DIV><BR><DIV><P><SPAN>Marrow Today</SPAN></P></DIV>
      <BR><DIV><P><SPAN>Cannery closes</SPAN></P></DIV>
      <BR><DIV><P><SPAN>14. September 2003</SPAN></P></DIV>
      <BR><DIV><P><SPAN>LÄNGE: </SPAN><SPAN>87 Wörter</SPAN></P></DIV>
      <BR><DIV><P><SPAN>The cannery closed.</SPAN></P></DIV>
      <BR><DIV><P><SPAN>Copyright 2003 The Marrow Company<BR>All Rights Reserved</SPAN></P></DIV></BODY></HTML>
      """;

  private static final String PROQUEST =
      """
      <html><head><title>ProQuest Export</title></head><body><p>1. <a href="#1">Night ferries return</a></p>
      <div><a name="DocID_MSTAR_1"></a><p></p><p style="font-weight:bold;">Night ferries return</p>
      <p><strong>Author:  </strong>Doe, Jane</p>
      <p><strong>Publication info:  </strong>The Harbour Post ; Ayr, Scotland [Ayr, Scotland]03 Mar 2011: A.3.</p>
      <p><a href="https://search.example/docview/1">ProQuest document link</a></p>
      <p><strong>Abstract:  </strong><body></p><p>They are back.</p><p></body></p>
      <p><strong>Full text: </strong><Text WordCount="239" HTMLContent="true"><html><head><title></title></head><body>
      <p>The night ferries sail again, the harbour authority said on Thursday.</p>
      <p>By noon the queue had reached the fish market.</p></body></html></Text></p>
      <p><strong>Subject: </strong>Ferries; Harbours</p><p><strong>Section: </strong>NEWS</p>
      <p><strong>Copyright: </strong>(Copyright (c) 2011 Harbour Post)</p></div>
      <div><a name="DocID_MSTAR_2"></a><p></p><p style="font-weight:bold;">Cannery closes</p>
      <p><strong>Full text: </strong></p><p>The cannery closed.</p>
      <p><strong>Publication title: </strong>Marrow Today; Marrow</p><p><strong>Publication date: </strong>Mar 4, 2011</p>
      <p><strong>Language of publication: </strong>English</p></div></body></html>
      """;

  private static final String FACTIVA_HEAD =
      "<div class='article enArticle'><div id='hd'>Ferry</div><div>%s</div><div>2 words</div><div>3 March 2011</div>"
          + "<div>The Harbour Post</div><p class='articleParagraph'>It left.</p></div>";

  private static String row(SavedArticle article) {
    DateHints hints = new DateHints(article.language(), null);
    return String.join(
        " | ",
        article.title(),
        String.valueOf(article.byline()),
        String.valueOf(Published.parse(article.published(), null, hints).date()),
        String.valueOf(article.source()),
        String.valueOf(article.section()),
        String.valueOf(article.language()),
        article.body().replace("\n\n", "¶"));
  }

  private static List<SavedArticle> articles(String html) {
    return ExportedPage.articles(html, Jsoup.parse(html));
  }

  private static String rows(String html) {
    return articles(html).stream().map(ExportedPageTest::row).collect(Collectors.joining("\n"));
  }

  @Test
  void readsFactiva() {
    assertEquals(
        "Night ferries return | By Jane Doe | 2011-03-03 | The Harbour Post | NEWS | en | "
            + BODY
            + "\nLa conserverie ferme | null | 2011-03-04 | Marrow Today | null | fr |"
            + " La conserverie est fermée.¶1 2¶3 4",
        rows(FACTIVA));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.512 Wörter; 3 März 2011; 10:15",
        "1 512 mots; 3 mars 2011; 10:15",
        "1,512 字; 2011 年 3 月 3 日; 10:15",
        "1512語; 2011年3月3日; 10:15",
        "1.512 palabras; 3 marzo 2011; 10:15",
        "1 512 слов; 3 Март 2011; 10:15"
      })
  void readsFactivaInAnyLanguage(String words, String date, String time) {
    String page =
        FACTIVA
            .replace("1,512 words", words)
            .replace("3 March 2011", date)
            .replace("10:15 GMT", time)
            .replace("English", "Englisch");
    assertEquals(row(articles(FACTIVA).get(0)), row(articles(page).get(0)));
  }

  @Test
  void readsTheFieldsOfFactiva() {
    assertEquals(
        "Night ferries return | By Jane Doe | 2011-03-03 | The Harbour Post | NEWS | en | " + BODY,
        rows(FACTIVA_FIELDS));
  }

  @Test
  void readsEuropresse() {
    assertEquals(
        "Les bacs de nuit reviennent | Jeanne Dupré | 2011-03-03 | Le Phare | Mer | null |"
            + " Les bacs repartent.¶La file est longue.\n"
            + "Night ferries return | null | 2011-03-03 | The Harbour Post | null | null |"
            + " The night ferries sail again.",
        rows(EUROPRESSE));
  }

  @Test
  void readsEuropresseWithoutLineOfDate() {
    String page = EUROPRESSE.replace("class=\"DocHeader\"", "class=\"x\"");
    assertEquals(
        List.of("2011-03-03", "2011-03-03"),
        articles(page).stream()
            .map(a -> Published.parse(a.published(), null).date().toString())
            .toList());
  }

  @Test
  void readsKikuzo() {
    String article =
        """
        <table class="topic-list"><tr><td>0000%d</td><td>2011年03月03日</td><td>朝刊</td><td>２社会</td><td>038</td><td>00512文字</td></tr></table>
        <table class="topic-detail"><tr><td><span class="font002">夜の船が戻る</span></td></tr></table>
        <div class="detail001">　夜の船がまた出る。<br>　列は市場まで続いた。</div>
        """;
    String row = "夜の船が戻る | null | 2011-03-03 | 朝日新聞 | ２社会 | ja | 夜の船がまた出る。¶列は市場まで続いた。";
    assertEquals(
        row + "\n" + row, rows("<body>" + article.formatted(1) + article.formatted(2) + "</body>"));
  }

  @Test
  void readsYomidasu() {
    String article =
        """
        <div id="heiseiDetailArea"><table class="contentsTable"><tr><th>%d</th><th>2011.03.03</th><th>夜の船が戻る</th><th>東京朝刊</th>
        <th>社会</th><th>38頁</th><th>512字</th></tr></table></div><div><p class="mb10">夜の船がまた出る。</p></div>
        """;
    String row = "夜の船が戻る | null | 2011-03-03 | 読売新聞 | 社会 | ja | 夜の船がまた出る。";
    assertEquals(
        row + "\n" + row, rows("<body>" + article.formatted(1) + article.formatted(2) + "</body>"));
  }

  @Test
  void readsIntegrum() {
    String article =
        """
        <div><table><tr><td>^ИС:%s
        Портовая газета%s
        ^НР:%s
        12%s
        ^ДТ:%s
        03.03.2011%s
        ^ЗГ:%s
        Ночные паромы вернулись%s
        ^АВ:%s
        Анна Роу%s
        ^РБ:%s
        Порт%s
        </td></tr></table><pre>
            Ночные паромы снова ходят, сообщило в четверг
        управление порта, и билеты уже продаются всем
        желающим в кассах на набережной и на рынке у
        старого моста.
            К полудню очередь дошла до рынка.
        </pre></div>
        """;
    String row =
        "Ночные паромы вернулись | Анна Роу | 2011-03-03 | Портовая газета | Порт | ru | Ночные паромы"
            + " снова ходят, сообщило в четверг управление порта, и билеты уже продаются всем желающим в кассах"
            + " на набережной и на рынке у старого моста.¶К полудню очередь дошла до рынка.";
    String broken = article.replace("%s", "<br>");
    String plain = article.replace("%s", "");
    assertEquals(row + "\n" + row, rows("<body>" + broken + plain + "</body>"));
  }

  @Test
  void readsNexis() {
    assertEquals(
        "Night ferries return to the strait; A long winter ends | Jane Doe, Transport Correspondent |"
            + " 2011-03-03 | The Harbour Post (Ayr) | Metropolitan Desk | ENGLISH | "
            + BODY
            + "\nCannery closes | null | 2003-09-14 | Marrow Today | null | null | The cannery closed.",
        rows(NEXIS));
    assertEquals(rows(NEXIS), rows(NEXIS.replaceAll("<A NAME=\"DOC_ID_0_.\"></A>", "")));
    String numbered = NEXIS.replace("1 of 2 DOCUMENTS", "Dokument 1 von 2");
    assertEquals(rows(NEXIS), rows(numbered));
  }

  @Test
  void readsOneArticle() {
    String second = NEXIS.substring(0, NEXIS.indexOf("<BR><HR>")).replace("of 2", "of 1");
    assertEquals(row(articles(NEXIS).get(0)), rows(second));
    String first = FACTIVA.substring(0, FACTIVA.indexOf("<br/>"));
    assertEquals(row(articles(FACTIVA).get(0)), rows(first));
  }

  @Test
  void readsNexisUni() {
    assertEquals(
        "Night ferries return | Jane Doe | 2019-03-03 | The Harbour Post | NEWS | ENGLISH | "
            + BODY,
        rows(
            """
            <body><nav>Search</nav><h1>Night ferries return</h1><p>The Harbour Post</p><p>March 3, 2019 Sunday</p>
            <p>Copyright 2019 Harbour Post Ltd All Rights Reserved</p><p><b>Section:</b> NEWS; Pg. 3</p><p><b>Length:</b> 512 words</p>
            <p><b>Byline:</b> Jane Doe</p><h2>Body</h2><p>The night ferries sail again, the harbour authority said on Thursday.</p>
            <p>By noon the queue had reached the fish market.</p><h2>Classification</h2><p><b>Language:</b> ENGLISH</p>
            <p><b>Load-Date:</b> March 4, 2019</p><p>End of Document</p></body>
            """));
  }

  @Test
  void readsProQuest() {
    String rows =
        "Night ferries return | Doe, Jane | 2011-03-03 | The Harbour Post | NEWS | null | "
            + BODY
            + "\nCannery closes | null | 2011-03-04 | Marrow Today | null | English | The cannery closed.";
    assertEquals(rows, rows(PROQUEST));
    assertEquals(List.of("Ferries", "Harbours"), articles(PROQUEST).get(0).keywords());
    String numbered =
        PROQUEST
            .replace("<a name=\"DocID_MSTAR_1\"></a>", "<hr><p>Document 1 of 2</p>")
            .replace("<a name=\"DocID_MSTAR_2\"></a>", "<hr><p>Document 2 of 2</p>");
    assertEquals(rows, rows(numbered));
  }

  /** The words of an export alone make none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='article'><h1>Ferry</h1><p class='articleParagraph'>It left.</p></div>",
        "<article><h1>Ferry</h1><p>ProQuest, LENGTH, DOC_ID_ and End of Document, said the 1 of 2 DOCUMENTS.</p></article>",
        "<article><h1>On DocPublicationName</h1><p>It is a class.</p></article>",
        "<p>^ИС: и ^ДТ: это поля.</p>",
        "<h1>Ferry</h1><p>It left.</p><p>Length: the trip takes an hour.</p><p>End of Document</p>",
        "<h1>Ferry</h1><p>It left.</p><p>1 of 2 DOCUMENTS</p><p>SECTION: the pier.</p>",
        "<h1>Ferry</h1><p>Full text: ProQuest has it.</p><p>____________________</p><p>It left.</p>"
      })
  void leavesOtherPagesAlone(String html) {
    assertEquals(List.of(), articles(html));
  }

  @Test
  void leavesPagesOfSitesAlone() {
    String site = "<meta property='og:title' content='Ferry'>";
    assertEquals(List.of(), articles(FACTIVA.replace("<title>", site + "<title>")));
  }

  @Test
  void readsALineOfDigits() {
    assertEquals(1, articles(FACTIVA_HEAD.formatted("1".repeat(19_900))).size());
  }

  /** However elements are nested, cut off or repeated, a page is read in time, and never fails. */
  @Test
  void readsBrokenPages() {
    List<String> pages = List.of(FACTIVA, FACTIVA_FIELDS, EUROPRESSE, NEXIS, PROQUEST);
    assertTimeoutPreemptively(
        Duration.ofSeconds(120),
        () -> {
          Random random = new Random(7);
          for (int round = 0; round < 500; round++) {
            String page = pages.get(random.nextInt(pages.size()));
            int start = random.nextInt(page.length());
            int end = start + random.nextInt(page.length() - start);
            rows(page.substring(0, start) + page.substring(end));
          }
          for (String page : pages) {
            rows(page.repeat(100));
            rows(page.replace("</", "<").repeat(20));
            rows("<div class='article enArticle'><div>".repeat(5_000) + page);
            rows("<article><p class=DocHeader><header><td>".repeat(5_000) + page);
          }
        });
  }
}
