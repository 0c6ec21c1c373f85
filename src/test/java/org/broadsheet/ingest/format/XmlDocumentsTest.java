package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.ingest.record.ArticleField;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FieldChoice;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Rejection;
import org.junit.jupiter.api.Test;

class XmlDocumentsTest {

  private static List<FoundArticle> read(String xml, FieldChoice choice) {
    List<FoundArticle> found = new ArrayList<>();
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    Formats.named("xml")
        .cut(new ByteArrayInputStream(bytes), new ReadSettings(1_000_000, choice, null))
        .forEachRemaining(record -> found.addAll(record.articles()));
    return found;
  }

  private static List<FoundArticle> read(String xml, String record) {
    return read(xml, new FieldChoice(Map.of(), List.of("info.desk"), record));
  }

  private static Rejection rejection(String xml, String record) {
    List<FoundArticle> found = read(xml, record);
    assertEquals(1, found.size());
    return found.get(0).rejection();
  }

  private static final String NEWS =
      "<?xml version='1.0'?><news><piece nr='1'><title>Ferry sails</title><date>2021-04-05</date>"
          + "<info><desk>Sea</desk></info><body><p>It left.</p><p>It came.</p></body></piece>"
          + "<piece nr='2'><title>Mill burns</title><body>&lt;p&gt;It burnt.&lt;/p&gt;</body><tag>a</tag><tag>b</tag></piece></news>";

  @Test
  void theJobNamesTheRecord() {
    List<FoundArticle> found = read(NEWS, "piece");
    assertEquals(2, found.size());
    assertEquals("Ferry sails", found.get(0).title());
    assertEquals("It left.\n\nIt came.", found.get(0).body());
    assertEquals("2021-04-05", found.get(0).published());
    assertEquals(Map.of("info.desk", "Sea"), found.get(0).extra());
    assertEquals("It burnt.", found.get(1).body());
  }

  @Test
  void fieldsMayBeNamedByPath() {
    String xml =
        "<a><rec date='1999-01-02'><h>Ferry</h><main lang='en'><words>It left.</words></main></rec></a>";
    Map<ArticleField, String> named =
        Map.of(
            ArticleField.TITLE, "h",
            ArticleField.BODY, "main.words",
            ArticleField.LANGUAGE, "main.lang");
    FoundArticle article = read(xml, new FieldChoice(named, List.of(), "rec")).get(0);
    assertEquals("Ferry", article.title());
    assertEquals("It left.", article.body());
    assertEquals("en", article.language());
    assertEquals("1999-01-02", article.published());
  }

  @Test
  void anElementMaySayWhichFieldItIs() {
    String solr =
        "<response><result><doc><str name='title'>Ferry</str><arr name='text'><str>It left.</str></arr></doc></result></response>";
    FoundArticle article = read(solr, "doc").get(0);
    assertEquals("Ferry", article.title());
    assertEquals("It left.", article.body());
  }

  @Test
  void aRecordMayHoldItsTextItself() {
    FoundArticle article =
        read("<docs><doc id='1' title='Ferry'>It left.</doc></docs>", "doc").get(0);
    assertEquals("Ferry", article.title());
    assertEquals("It left.", article.body());
  }

  @Test
  void withoutANameTheElementsToChooseFromAreSaid() {
    String detail = rejection(NEWS, null).detail();
    assertTrue(detail.contains("record: piece}"), detail);
    assertTrue(detail.contains("<piece> (2)"), detail);
    String missing = rejection(NEWS, "article").detail();
    assertTrue(missing.contains("<article>") && missing.contains("<piece> (2)"), missing);
  }

  @Test
  void knownDocumentsThatAreNoArticlesSayWhatToDo() {
    String alto = "<alto xmlns='x'><Layout><Page><String CONTENT='The'/></Page></Layout></alto>";
    assertTrue(rejection(alto, null).detail().contains("ALTO"));
    assertTrue(
        rejection("<urlset><url><loc>x</loc></url></urlset>", null).detail().contains("sitemap"));
  }

  @Test
  void unknownXmlIsRecognisedAsSuch() {
    byte[] bytes = NEWS.getBytes(StandardCharsets.UTF_8);
    assertEquals(Optional.of("xml"), FormatRecognition.of("a.xml", bytes));
    assertEquals(Optional.of("xml"), FormatRecognition.of("a.txt", bytes));
  }

  @Test
  void deepDocumentsTakeNoTime() {
    assertEquals(1, read("<a>".repeat(300_000), (String) null).size());
    assertEquals(1, read("<a><b>" + "<c>".repeat(100_000) + "</b></a>", "b").size());
  }

  private static final String TEI =
      "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>Ferry sails</title><author>Jo Reed</author></titleStmt>"
          + "<publicationStmt><publisher>Pier Editions</publisher><date when='1921-04-05'/></publicationStmt></fileDesc></teiHeader>"
          + "<text xml:lang='en'><body>%s</body></text></TEI>";

  @Test
  void teiIsAnArticle() {
    String body = "<head>Ferry</head><p>It<lb/>left.<note>Sic.</note></p><p>It came.</p>";
    FoundArticle article = Cut.articles(Formats.named("tei"), String.format(TEI, body)).get(0);
    assertEquals("Ferry sails", article.title());
    assertEquals("Ferry\n\nIt\nleft.\n\nIt came.", article.body());
    assertEquals("Jo Reed", article.byline());
    assertEquals("1921-04-05", article.published());
    assertEquals("Pier Editions", article.source());
    assertEquals("en", article.language());
  }

  @Test
  void anIssueInTeiHasSeveral() {
    String body =
        "<div type='article'><head>One</head><p>It left.</p></div><div type='article'><head>Two</head><p>It came.</p></div>";
    List<FoundArticle> found = Cut.articles(Formats.named("tei"), String.format(TEI, body));
    assertEquals(List.of("One", "Two"), found.stream().map(FoundArticle::title).toList());
    assertEquals("It left.", found.get(0).body());
  }

  private static List<String> tei(String text) {
    return Cut.titles(Formats.named("tei"), "<TEI><text>" + text + "</text></TEI>");
  }

  @Test
  void eachTextOfAGroupInTeiIsAnArticle() {
    String text = "<text><body><head>One</head><p>It left.</p></body></text>";
    assertEquals(
        List.of("1 One", "1 Two"), tei("<group>" + text + text.replace("One", "Two") + "</group>"));
  }

  @Test
  void numberedDivisionsAndNewsAreArticlesAndTheRestIsNotLost() {
    String one = "<div1 type='article'><head>One</head><p>It left.</p></div1>";
    String two = "<div type='news'><head>Two</head><p>It came.</p></div>";
    String rest = "<div type='tides'><head>Tides</head><p>High at noon.</p></div>";
    assertEquals(List.of("1 One", "1 Two"), tei("<body>" + one + two + "</body>"));
    assertEquals(
        List.of("1 One", "1 Two", "1 bad-record"), tei("<body>" + one + two + rest + "</body>"));
  }

  @Test
  void aChoiceInTeiIsOneReading() {
    String body = "<p>In <choice><sic>teh</sic><corr>the</corr></choice> <del>big</del> house.</p>";
    FoundArticle found = Cut.articles(Formats.named("tei"), String.format(TEI, body)).get(0);
    assertEquals("In the house.", found.body().replaceAll(" +", " "));
  }
}
