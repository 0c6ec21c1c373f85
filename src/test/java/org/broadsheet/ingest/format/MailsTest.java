package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.broadsheet.extract.date.Published;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailsTest {

  private static final String HEADER =
      """
      From: Jane Doe <jane@post.example>
      Subject: Night ferries return
      Date: Thu, 3 Mar 2011 10:15:00 +0000
      """;

  private static final String POST =
      """
      Path: news.example!harbour
      From: jane@harbour.example (Jane Doe)
      Newsgroups: rec.ferries,misc.sea
      Subject: Night ferries return
      Date: Thu, 3 Mar 2011 10:15:00 GMT
      Lines: 3

      The night ferries sail again, the harbour authority said on Thursday.

      By noon the queue had reached the fish market.
      """;

  private static String row(FoundArticle article) {
    return String.join(
        " | ",
        article.title(),
        article.byline(),
        String.valueOf(Published.parse(article.published(), null).date()),
        article.section(),
        article.body() == null ? null : article.body().replace("\n\n", "¶"));
  }

  private static String rows(byte[] mail) {
    assertEquals(Optional.of("mail"), FormatRecognition.of("a", mail));
    return Cut.articles(Formats.named("mail"), mail).stream()
        .map(MailsTest::row)
        .collect(Collectors.joining("\n"));
  }

  private static String rows(String mail) {
    return rows(mail.getBytes(StandardCharsets.UTF_8));
  }

  private static String body(String mail) {
    return rows(mail).replaceFirst("^.*\\| ", "");
  }

  @Test
  void readsAPost() {
    String expected =
        "Night ferries return | Jane Doe | 2011-03-03 | rec.ferries | The night ferries sail again,"
            + " the harbour authority said on Thursday.¶By noon the queue had reached the fish market.";
    assertEquals(expected, rows(POST));
    assertEquals(expected, rows("\uFEFF\n" + POST.replace("\n", "\r\n")));
    byte[] bytes = POST.getBytes(StandardCharsets.UTF_8);
    assertEquals(expected, row(Cut.articles(Formats.named("text"), bytes).get(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: Jane Doe <jane@post.example>",
        "From: \"Jane Doe\" <jane@post.example>",
        "From: jane@post.example (Jane Doe)",
        "From: =?utf-8?q?Jane_Doe?= <jane@post.example>",
        "From: =?utf-8?B?SmFuZQ==?=\n =?utf-8?B?IERvZQ==?= <jane@post.example>"
      })
  void readsASenderAndNothingMore(String from) {
    assertEquals(
        "Night ferries return | Jane Doe | null | null | It left.",
        rows(from + "\nSubject: Night ferries return\n\nIt left.\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "=?utf-8?B?TmlnaHQgZmVycmllcw==?= =?utf-8?Q?_return?=;Night ferries return",
        "Night =?iso-8859-1?q?caf=E9s?= open;Night cafés open",
        "=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=;café",
        "=?koi8-r?B?8MHSz80=?=;Паром",
        "=?iso-2022-jp?B?GyRCJVUlJyVqITwbKEI=?=;フェリー",
        "=?odd-charset?q?caf=C3=A9?=;café",
        "Паром;Паром",
        "A =?broken;A =?broken",
      })
  void decodesTheWordsOfASubject(String printed, String title) {
    assertEquals(
        title + " | Jane Doe | null | null | It left.",
        rows("From: Jane Doe <j@post.example>\nSubject: " + printed + "\n\nIt left.\n"));
  }

  @Test
  void readsTheEncodingsOfParts() {
    String header = HEADER + "Content-Type: text/plain; charset=";
    byte[] cyrillic = (header + "koi8-r\n\nПаром вернулся.").getBytes(Charset.forName("koi8-r"));
    assertTrue(rows(cyrillic).endsWith("| Паром вернулся."));
    String quoted = header + "windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n";
    assertEquals("“Café” and more", body(quoted + "=93Caf=E9=94 and =  \nmore\n"));
    assertEquals("a = b =zz", body(quoted + "a =3D b =zz"));
    String base64 = header + "utf-8\nContent-Transfer-Encoding: BASE64\n\n";
    String encoded =
        Base64.getMimeEncoder()
            .encodeToString("Le café est ouvert.".getBytes(StandardCharsets.UTF_8));
    assertEquals("Le café est ouvert.", body(base64 + encoded));
  }

  private static final String PARTS =
      """
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="b1"

      For readers of old.
      --b1
      Content-Type: multipart/alternative;
       boundary=b12

      --b12
      Content-Type: text/html; charset=utf-8

      <p>The <b>night</b> ferries.</p>
      --b12
      Content-Type: text/plain; charset="iso-8859-1"
      Content-Transfer-Encoding: quoted-printable

      The caf=E9 is open, and the night ferries sail again, the harbour =
      authority said.
      --b12--
      --b1
      Content-Type: text/plain
      Content-Disposition: attachment; filename=a.txt

      An attachment.
      --b1--
      """;

  @Test
  void readsAMailOfSeveralParts() {
    String expected =
        "The café is open, and the night ferries sail again, the harbour authority said.";
    assertEquals(expected, body(HEADER + PARTS));
    assertEquals(expected, body(HEADER + PARTS.substring(0, PARTS.indexOf("--b12--"))));
    String stub =
        PARTS
            .replaceAll("(?s)The caf=E9.*said\\.", "See the web.")
            .replace("ferries.</p>", "ferries sail again to the islands, the harbour said.</p>");
    assertEquals(
        "The night ferries sail again to the islands, the harbour said.", body(HEADER + stub));
  }

  @Test
  void readsParametersInParts() {
    String part = "\n\n--part one\nContent-Type: text/plain; charset*=us-ascii'en'koi8%2Dr\n\n";
    byte[] mail =
        (HEADER
                + "Content-Type: multipart/mixed; boundary*0=\"part \"; boundary*1*=on%65"
                + part
                + "Паром вернулся.\n--part one--\n")
            .getBytes(Charset.forName("koi8-r"));
    assertTrue(rows(mail).endsWith("| Паром вернулся."));
  }

  @Test
  void keepsTheBlocksOfHtmlApart() {
    String html =
        "<html><head><title>Letter</title><style>p {color: red}</style></head><body>"
            + "<div style='display:none;max-height:0'>A preview</div><span class='preheader'>In short</span>"
            + "<h1>Night ferries return</h1><p>They sail <b>aga</b>in.</p><p>The queue grew.<br>It rained.</p>"
            + "<ul><li>first</li><li>second</li></ul><table><tr><td>North</td><td>10:15</td></tr>"
            + "<tr><td style='max-height:0.5em'>South</td></tr></table><img src='x' alt='pixel' width=1><div>End</div></body></html>";
    String mail = HEADER + "Content-Type: text/html; charset=utf-8\n\n" + html;
    assertEquals(
        "They sail again.¶The queue grew.¶It rained.¶first¶second¶North¶10:15¶South¶End",
        body(mail));
  }

  @Test
  void readsTheEncodingThatAPageNames() {
    String html =
        "<html><head><meta charset=\"koi8-r\"></head><body><p>Паром вернулся.</p></body></html>";
    byte[] mail =
        (HEADER + "Content-Type: text/html\n\n" + html).getBytes(Charset.forName("koi8-r"));
    assertTrue(rows(mail).endsWith("| Паром вернулся."));
  }

  @Test
  void readsTheMessagesOfADigest() {
    String mail =
        HEADER
            + "Content-Type: multipart/mixed; boundary=b1\n\n--b1\n\nToday's topics: two.\n\n--b1\n"
            + "Content-Type: multipart/digest; boundary=b2\n\n--b2\n\nFrom: Ann Roe <ann@post.example>\nSubject: One\n\nIt left.\n"
            + "\n--b2\nContent-Type: message/rfc822\n\nFrom: Bo Roe <bo@post.example>\nSubject: Two\n\nIt is back.\n\n--b2--\n--b1--\n";
    assertEquals(
        "One | Ann Roe | null | null | It left.\nTwo | Bo Roe | null | null | It is back.",
        rows(mail));
  }

  @Test
  void readsTheMessagesOfADigestWithinADigest() {
    String digest = "Content-Type: multipart/digest; boundary=%1$s\n\n--%1$s\n\n";
    String mail =
        HEADER
            + digest.formatted("b1")
            + "Subject: Two\n"
            + digest.formatted("b2")
            + "Subject: One\n\nIt left.\n";
    assertEquals("One | null | null | null | It left.", rows(mail));
  }

  @Test
  void readsAllTextsOfAMail() {
    String parts =
        HEADER + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b1\n\n--b1\n";
    assertEquals("It left.¶It rained.", body(parts + "\nIt left.\n--b1\n\nIt rained.\n--b1--\n"));
    assertEquals(
        "It left.¶Sun.",
        body(
            parts
                + "Content-Type: text/html\n\n<p>It left.</p>\n--b1\n"
                + "Content-Type: text/plain; name=a.txt\n\nSun.\n--b1--\n"));
    assertEquals(
        "Night ferries return | Jane Doe | 2011-03-03 | null | See below.\n"
            + "Two | Ann Roe | null | null | It rained.",
        rows(
            parts
                + "\nSee below.\n--b1\nContent-Type: message/rfc822\n\n"
                + "From: Ann Roe <ann@post.example>\nSubject: Two\n\nIt rained.\n--b1--\n"));
  }

  @Test
  void joinsLinesThatFlow() {
    String mail = HEADER + "Content-Type: text/plain; format=flowed\n\n";
    assertEquals("They sail again.¶It left.", body(mail + "They sail \nagain.\nIt left.\n"));
  }

  private static final String BOX =
      "From jane@post.example Thu Mar  3 10:15:00 2011\n"
          + HEADER
          + "\nIt left.\n>From the pier.\n>>From it.\n\nFrom here on it was dark in 2011.\n\n"
          + "From - Fri Mar 04 10:15:00 2011\nFrom: Ann Roe <ann@post.example>\n\nNo subject.\n\n"
          + "From 1234567@xxx Sat Mar 05 10:15:00 +0000 2011\r\nSubject: Two\r\n\r\nIt is back.\r\n";

  @Test
  void readsTheMessagesOfAMailbox() {
    String expected =
        """
        Night ferries return | Jane Doe | 2011-03-03 | null | It left.¶From the pier.¶>From it.¶From here on it was dark in 2011.
         | Ann Roe | null | null | No subject.
        Two | null | null | null | It is back.""";
    assertEquals(expected, rows(BOX));
    assertEquals(
        List.of("1 Night ferries return", "2 ", "3 Two"), Cut.titles(Formats.named("mail"), BOX));
  }

  @Test
  void aMailboxMayLackBlankLinesOrBeginWithOne() {
    assertEquals(rows(BOX), rows("\uFEFF\r\n\n" + BOX));
    String tight =
        "From a Thu Mar  3 10:15:00 2011\nSubject: One\n\nIt left.\nFrom b Fri Mar  4 10:15:00 2011\n"
            + "Received: from b\n by c\nSubject: Two\n\nIt rained.\nFrom here Sat Mar  5 10:15:00 2011\nNote: it rained.\nIt is back.\n";
    assertEquals(List.of("1 One", "2 Two"), Cut.titles(Formats.named("mail"), tight));
  }

  @Test
  void aTextMayNameItsArticleInItsHeader() {
    String text =
        "Date: 2011-03-03\nFrom: The Harbour Post\nSubject: Transport\nTitle: Night ferries return\nAuthor: Jane Doe\n"
            + "URL: https://post.example/a\n\nIt left.\n";
    assertEquals("Night ferries return | Jane Doe | 2011-03-03 | null | It left.", rows(text));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    FoundArticle article = Cut.articles(Formats.named("text"), bytes).get(0);
    assertEquals("The Harbour Post", article.source());
    assertEquals("https://post.example/a", article.url());
    assertTrue(rows("To: ann@post.example\n" + text).startsWith("Transport | The Harbour Post |"));
  }

  @Test
  void aHeaderEndsWhereTheTextBegins() {
    String text = "The night ferries sail again.\nThe queue grew.\n\nIt rained.\n";
    assertEquals("The night ferries sail again.¶The queue grew.¶It rained.", body(HEADER + text));
    String unfolded =
        HEADER + "Content-Type: text/plain;\ncharset=utf-8\nTo: ann@post.example\n\nCafé.\n";
    assertEquals("Café.", body(unfolded));
  }

  @Test
  void rejectsAMessageThatIsTooLongAndReadsOn() {
    String large = BOX.replace("No subject.", "x".repeat(100_000) + "\n" + "y\n".repeat(50_000));
    RawRecords records =
        Formats.named("mail")
            .cut(
                new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)), Cut.upTo(10_000));
    List<String> found = new ArrayList<>();
    while (records.hasNext()) {
      RawRecord record = records.next();
      FoundArticle article = record.articles().get(0);
      found.add(
          article.rejection() == null ? article.title() : article.rejection().reason().label());
    }
    assertEquals(List.of("Night ferries return", "too-long", "Two"), found);
  }

  @Test
  void aMailboxMayBreakOff() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    byte[] start = BOX.getBytes(StandardCharsets.UTF_8);
    RawRecords records =
        Formats.named("mail")
            .cut(
                new SequenceInputStream(new ByteArrayInputStream(start), broken),
                Cut.upTo(1_000_000));
    assertNull(Cut.rejection(records.next()));
    assertNull(Cut.rejection(records.next()));
    assertEquals("unreadable-file", Cut.rejection(records.next()).reason().label());
    assertFalse(records.hasNext());
  }

  private static final String PAGE =
      "<html><head><title>Heron returns</title></head><body><article><h1>Heron returns</h1><p>"
          + "The heron returned to the pond on Thursday, and stayed for the night, a warden said. "
              .repeat(4)
          + "</p><p>"
          + "It was last seen in spring, when the pond was dry, and nobody expected it to come back. "
              .repeat(4)
          + "</p></article></body></html>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://post.example/heron.html\nSubject: x\nMIME-Version: 1.0\n",
        "From: \"Saved by Windows Internet Explorer 8\"\nSubject: x\nMIME-Version: 1.0\n",
        "MIME-Version: 1.0\n"
      })
  void readsASavedPage(String browser) {
    String mail =
        browser
            + "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b1\"\n\n--b1\n"
            + "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n"
            + "Content-Location: https://post.example/heron.html\n\n"
            + Base64.getMimeEncoder().encodeToString(PAGE.getBytes(StandardCharsets.UTF_8))
            + "\n--b1\nContent-Type: text/html\nContent-Location: https://ads.example/1\n\n<p>An ad.</p>\n--b1--\n";
    List<FoundArticle> articles =
        Cut.articles(Formats.named("mail"), mail.getBytes(StandardCharsets.UTF_8));
    assertEquals(1, articles.size());
    assertEquals("Heron returns", articles.get(0).title());
    assertEquals("https://post.example/heron.html", articles.get(0).url());
    assertTrue(articles.get(0).body().startsWith("The heron returned"), articles.get(0).body());
  }

  /**
   * A saved page is read like the page alone: as an export, or with a word on its other articles.
   */
  @Test
  void readsAllArticlesOfASavedPage() {
    String article =
        "<div class='article enArticle'><div id='hd'>%s</div><div>2 words</div><div>3 March 2011</div>"
            + "<div>The Harbour Post</div><p class='articleParagraph'>It left.</p></div>";
    String page = "<html><body>" + article.formatted("One") + article.formatted("Two");
    String header =
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://base.example/view\nSubject: Base\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b1\"\n\n--b1\nContent-Type: text/html\n\n";
    assertEquals(
        """
        One | null | 2011-03-03 | null | It left.
        Two | null | 2011-03-03 | null | It left.""",
        rows(header + page + "\n--b1--\n"));
  }

  @Test
  void readsTheItemsOfAnAlert() {
    String item =
        "<tr itemscope itemtype='http://schema.org/Article'><td><a itemprop='url' href='https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://post.example/%s&amp;ct=ga'>"
            + "<span itemprop='name'><b>Ferries</b> %s</span></a><div itemprop='publisher' itemscope><span itemprop='name'>Harbour Post</span></div>"
            + "<div itemprop='description'>They <b>sail</b> again ...</div></td></tr>";
    String mail =
        HEADER
            + "Content-Type: text/html; charset=utf-8\n\n<table>"
            + item.formatted("a", "return")
            + item.formatted("b", "leave")
            + "</table>";
    List<FoundArticle> articles =
        Cut.articles(Formats.named("mail"), mail.getBytes(StandardCharsets.UTF_8));
    assertEquals(2, articles.size());
    FoundArticle second = articles.get(1);
    assertEquals("Ferries leave", second.title());
    assertEquals("Harbour Post", second.source());
    assertEquals("They sail again ...", second.body());
    assertEquals("https://post.example/b", second.url());
    assertEquals(BodyStatus.ABSTRACT, second.status());
    assertEquals(LocalDate.of(2011, 3, 3), Published.parse(second.published(), null).date());
  }

  @Test
  void readsTheItemsOfAnAlertInPlainText() {
    String mail =
        HEADER
            + "\n=== News - 2 new results for [ferries] ===\n\nFerries return\nHarbour Post\nThey sail again\nand again ...\n"
            + "<https://www.google.com/url?rct=j&sa=t&url=https://post.example/a&ct=ga>\n\n"
            + "Ferries leave\nMarrow Today\nThey left ...\n<https://www.google.com/url?rct=j&sa=t&url=https://post.example/b&ct=ga>\n\n"
            + "Unsubscribe:\n<https://www.google.com/alerts/remove?x>\n";
    List<FoundArticle> articles =
        Cut.articles(Formats.named("mail"), mail.getBytes(StandardCharsets.UTF_8));
    assertEquals(2, articles.size());
    assertEquals("Ferries return", articles.get(0).title());
    assertEquals("Harbour Post", articles.get(0).source());
    assertEquals("They sail again and again ...", articles.get(0).body());
    assertEquals("https://post.example/a", articles.get(0).url());
  }

  @Test
  void aLetterWithALinkIsNoAlert() {
    String link = "Read on\n<https://www.google.com/url?q=https://post.example/a&sa=D>\n\n";
    String letter = "\nThe night ferries sail again.\n\n" + link + "By noon the queue had grown.\n";
    assertTrue(body(HEADER + letter).startsWith("The night ferries sail again.¶Read on¶"));
    String alert = HEADER.replace("jane@post.example", "googlealerts-noreply@google.com") + letter;
    assertEquals(List.of("1 Read on"), Cut.titles(Formats.named("mail"), alert));
    String teaser =
        "<div itemscope itemtype='https://schema.org/NewsArticle'><a href='https://post.example/a'><b itemprop='headline'>Cannery closes</b></a></div>";
    assertEquals(
        "The night ferries sail again.¶Cannery closes",
        body(HEADER + "Content-Type: text/html\n\n<p>The night ferries sail again.</p>" + teaser));
  }

  @Test
  void longAddressesAreReadInTime() {
    String address = "x\nhttps://www.google.com/url?" + "&q=".repeat(800) + "a b\n\n";
    assertTimeout(
        Duration.ofSeconds(10),
        () -> Cut.titles(Formats.named("mail"), HEADER + "\n" + address.repeat(400)));
  }

  @Test
  void readsTheExportThatAMailHolds() {
    String article =
        "<p>Document %d of 2</p><p><b>%s</b></p><p><b>Author: </b>Doe, Jane</p><p><b>Publication title: </b>The Harbour Post</p>"
            + "<p><b>Publication date: </b>Mar 3, 2011</p><p><b>Full text: </b></p><p>%s</p><p>It rained.</p>";
    String mail =
        HEADER
            + "Content-Type: text/html; charset=utf-8\n\n<body>"
            + article.formatted(1, "Ferries return", "They sail.")
            + article.formatted(2, "Cannery closes", "It closed.")
            + "</body>";
    assertEquals(
        """
        Ferries return | Doe, Jane | 2011-03-03 | null | They sail.¶It rained.
        Cannery closes | Doe, Jane | 2011-03-03 | null | It closed.¶It rained.""",
        rows(mail));
  }

  /** Whatever is changed in it, a mail is read in time, and never fails. */
  @Test
  void brokenMailsAreRead() {
    List<byte[]> mails = new ArrayList<>();
    for (String mail : List.of(HEADER + PARTS, BOX, POST)) {
      mails.add(mail.getBytes(StandardCharsets.UTF_8));
    }
    Random random = new Random(11);
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 3_000; i++) {
            byte[] mail = mails.get(random.nextInt(mails.size())).clone();
            for (int j = random.nextInt(6); j >= 0; j--) {
              mail[random.nextInt(mail.length)] =
                  (byte) "\n\r \t:;=?-\"<>\0\u00e9".charAt(random.nextInt(14));
            }
            byte[] cut = Arrays.copyOf(mail, 1 + random.nextInt(mail.length));
            Cut.records(Formats.named("mail"), cut)
                .forEachRemaining(record -> assertFalse(record.articles().isEmpty()));
          }
          String nested = "";
          for (int i = 0; i < 2_000; i++) {
            nested += "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n";
          }
          Cut.titles(Formats.named("mail"), HEADER + nested);
          Cut.titles(Formats.named("mail"), "From: " + " ".repeat(900_000) + "\nSubject: x\n\nx");
          Cut.titles(Formats.named("mail"), HEADER.repeat(5_000));
          Cut.titles(
              Formats.named("mail"), "From x Thu Mar 3 10:15 2011\nTo: x\n\n".repeat(10_000));
        });
  }
}
