package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RecordFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SgmlRecordsTest {

  private static final RecordFormat SGML = Formats.named("sgml");

  private static final String REUTERS =
      "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\" NEWID=\"1\">\n<DATE> 5-APR-1987 10:01:01.79</DATE>\n"
          + "<TOPICS><D>ship</D><D>grain</D></TOPICS>\n<PLACES><D>uk</D></PLACES>\n<UNKNOWN>&#5;&#5;C f0001</UNKNOWN>\n"
          + "<TEXT>&#2;\n<TITLE>FERRY &lt;FRY> SAILS</TITLE>\n<AUTHOR>    By Jo Reed, Reuters</AUTHOR>\n"
          + "<DATELINE>    PORT, April 5 - </DATELINE><BODY>The ferry left\nat noon.\n    It came back\nat night.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n";

  @ParameterizedTest
  @ValueSource(strings = {"a.sgm", "a.txt", "a"})
  void collectionsAreRecognised(String name) {
    assertEquals(Optional.of("sgml"), FormatRecognition.of(name, REUTERS.getBytes()));
    assertEquals(
        Optional.of("sgml"),
        FormatRecognition.of(
            name, "<DOC>\n<DOCNO> X-1 </DOCNO>\n<TEXT>\nWords.\n</TEXT>".getBytes()));
  }

  @Test
  void reutersIsReadInItsFields() {
    List<FoundArticle> found = Cut.articles(SGML, REUTERS + REUTERS.replace("FERRY", "MILL"));
    assertEquals(2, found.size());
    FoundArticle first = found.get(0);
    assertEquals("FERRY <FRY> SAILS", first.title());
    assertEquals("The ferry left at noon.\n\nIt came back at night. Reuter", first.body());
    assertEquals("PORT, April 5 -", first.dateline());
    assertEquals("By Jo Reed, Reuters", first.byline());
    assertEquals("5-APR-1987 10:01:01.79", first.published());
    assertEquals("Reuters", first.source());
    assertEquals(List.of("ship", "grain"), first.keywords());
  }

  @Test
  void aBriefOfReutersHasATitleOnly() {
    String brief =
        "<REUTERS NEWID=\"2\"><DATE>5-APR-1987</DATE><TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>FERRY SAILS</TITLE>\nNothing more.\n&#3;</TEXT></REUTERS>";
    FoundArticle found = Cut.articles(SGML, brief).get(0);
    assertEquals("FERRY SAILS", found.title());
    assertNull(found.body());
    FoundArticle unprocessed =
        Cut.articles(SGML, brief.replace("BRIEF", "UNPROC").replaceAll("<TITLE>.*</TITLE>", ""))
            .get(0);
    assertEquals("****** Nothing more.", unprocessed.body());
  }

  @ParameterizedTest
  @CsvSource({
    "APW_ENG_19940501.0001, 19940501, Associated Press",
    "XIN20010203.0044, 20010203, Xinhua",
    "AP880212-0001, 1988-02-12, Associated Press",
    "LA010289-0007, 1989-01-02, Los Angeles Times",
    "FT911-3, , Financial Times",
    "QX-12, , ",
  })
  void theNumberOfADocumentTellsItsDayAndOutlet(String number, String day, String outlet) {
    FoundArticle found =
        Cut.articles(SGML, "<DOC><DOCNO> " + number + " </DOCNO><TEXT>Words.</TEXT></DOC>").get(0);
    assertEquals(day, found.published());
    assertEquals(outlet, found.source());
  }

  @Test
  void gigawordHasParagraphs() {
    String story =
        "<DOC id=\"NYT_ENG_20021130.0001\" type=\"story\" >\n<HEADLINE>\nFerry\nsails\n</HEADLINE>\n<DATELINE>\nPORT, Nov. 30\n</DATELINE>\n"
            + "<TEXT>\n<P>\nThe ferry left\nat noon.\n</P>\n<P>\nIt came &amp; went.\n</P>\n</TEXT>\n</DOC>\n";
    FoundArticle found = Cut.articles(SGML, story).get(0);
    assertEquals("Ferry sails", found.title());
    assertEquals("The ferry left at noon.\n\nIt came & went.", found.body());
    assertEquals("20021130", found.published());
    assertEquals("The New York Times", found.source());
  }

  @Test
  void endTagsMayBeLeftOut() {
    String documents =
        "<DOC>\n<DOCNO>A-1\n<HEADLINE>Ferry sails\n<BYLINE>Jo Reed\n<TEXT>\n<P>It left.\n<P>It came.\n"
            + "<DOC>\n<DOCNO>A-2\n<HEAD>Mill burns\n<TEXT>\nIt burnt.\n";
    List<FoundArticle> found = Cut.articles(SGML, documents);
    assertEquals(2, found.size());
    assertEquals("Ferry sails", found.get(0).title());
    assertEquals("Jo Reed", found.get(0).byline());
    assertEquals("It left.\n\nIt came.", found.get(0).body());
    assertEquals("It burnt.", found.get(1).body());
  }

  @Test
  void fieldsOfNewspapersAreKnown() {
    FoundArticle ft =
        Cut.articles(
                SGML,
                "<DOC><DOCNO>FT922-1</DOCNO><PROFILE>_AN</PROFILE><DATE>920527\n</DATE><HEADLINE>\nFT  27 MAY 92 / Ferry sails\n</HEADLINE>"
                    + "<TEXT>\nIt left.\n</TEXT><PUB>The Financial Times\n</PUB><PAGE>\nPage 1\n</PAGE></DOC>")
            .get(0);
    assertEquals("Ferry sails", ft.title());
    assertEquals("1992-05-27", ft.published());
    assertEquals("The Financial Times", ft.source());
    assertEquals("It left.", ft.body());
    FoundArticle wsj =
        Cut.articles(
                SGML,
                "<DOC><DOCNO> WSJ870324-0001 </DOCNO><HL> Ferry Sails@ Mill Burns</HL><LP> It left. </LP><TEXT> It came. </TEXT></DOC>")
            .get(0);
    assertEquals("Ferry Sails", wsj.title());
    assertEquals("It left.\n\nIt came.", wsj.body());
  }

  @Test
  void aCollectionOfTheWebHoldsPages() {
    String page =
        "<DOC><DOCNO>WTX-1</DOCNO><DOCHDR>\nhttps://post.example/2001/a-ferry\nHTTP/1.0 200 OK\n</DOCHDR>\n<html><head><title>Ferry sails</title></head>"
            + "<body><script>var x;</script><h1>Ferry sails</h1><p>It left at noon, and many people saw it go.</p></body></html></DOC>";
    FoundArticle found = Cut.articles(SGML, page).get(0);
    assertEquals("Ferry sails", found.title());
    assertEquals("https://post.example/2001/a-ferry", found.url());
    assertEquals("It left at noon, and many people saw it go.", found.body());
  }

  @Test
  void whatIsCutOffOrBetweenDocumentsIsRejected() {
    String whole = "<DOC><HEADLINE>One</HEADLINE><TEXT>It left.</TEXT></DOC>\n";
    assertEquals(
        List.of("1 One", "2 unreadable-file"),
        Cut.titles(SGML, whole + "<DOC><HEADLINE>Two</HEAD"));
    assertEquals(
        List.of("1 One", "2 bad-record", "3 One"), Cut.titles(SGML, whole + "stray words" + whole));
    assertEquals(
        List.of("1 One", "2 no-text", "3 One"),
        Cut.titles(SGML, whole + "<doc><x>Words.</x></doc>" + whole));
  }

  @Test
  void aLongDocumentIsRejectedAlone() {
    String whole = "<DOC><HEADLINE>One</HEADLINE><TEXT>It left.</TEXT></DOC>\n";
    String tooLong = "<DOC><TEXT>" + "x ".repeat(600_000) + "</TEXT></DOC>";
    assertEquals(
        List.of("1 One", "2 too-long", "3 One"), Cut.titles(SGML, whole + tooLong + whole));
  }

  @Test
  void hostileTagsTakeNoTime() {
    for (String tag : List.of("<TEXT>", "<", "</x>", "<!--", "<P", "<TEXT></x>")) {
      Cut.titles(SGML, "<DOC><HEADLINE>One</HEADLINE>" + tag.repeat(150_000) + "</DOC>");
    }
  }

  @Test
  void linesThatAreLongAreParagraphs() {
    String first = "A paragraph on one line. ".repeat(8).strip();
    String second = "Another paragraph on one line. ".repeat(8).strip();
    assertEquals(first + "\n\n" + second, WrappedText.paragraphs(first + "\n" + second + "\n"));
    assertEquals("One two\n\nthree four", WrappedText.paragraphs("One\ntwo\n  three\nfour"));
    assertEquals("大桥重新开放", WrappedText.paragraphs("大桥重\n新开放"));
    assertEquals("", WrappedText.paragraphs(" \n\n"));
  }

  private static FoundArticle document(String fields) {
    return Cut.articles(SGML, "<DOC>" + fields + "</DOC>").get(0);
  }

  @Test
  void aTagWithoutAnEndDoesNotEndTheText() {
    assertEquals("Text is here. More.", document("<TEXT>Text<NOTE>is here.\nMore.</TEXT>").body());
    assertEquals("Text more.", document("<TEXT>Text <NOTE>aside</NOTE>more.</TEXT>").body());
  }

  @Test
  void aTextMayNameTheTagOfAPage() {
    FoundArticle found =
        document("<HEADLINE>Pages</HEADLINE><TEXT>Begin with<html>and end it.</TEXT>");
    assertEquals("Pages", found.title());
    assertEquals("Begin with and end it.", found.body());
  }

  @Test
  void aBareNumberIsNoDayAndShortYearsAreOfThisCentury() {
    assertNull(document("<DOCNO>011203</DOCNO><TEXT>Words.</TEXT>").published());
    assertEquals("2005-03-12", document("<DATE>050312</DATE><TEXT>Words.</TEXT>").published());
  }
}
