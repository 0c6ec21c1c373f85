package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.junit.jupiter.api.Test;

/** The formats of agencies: NITF, NewsML 1 and NewsML-G2. */
class NewsFormatsTest {

  private static FoundArticle only(String format, String xml) {
    List<FoundArticle> articles = Cut.articles(Formats.named(format), xml);
    assertEquals(1, articles.size());
    return articles.get(0);
  }

  private static FoundArticle nitf(String docdata, String head) {
    return only(
        "nitf",
        "<nitf><head><docdata>"
            + docdata
            + "</docdata></head><body><body.head><hedline><hl1>Ferry\n sails</hl1></hedline>"
            + head
            + "</body.head><body.content><media><media-caption>A pier.</media-caption></media>"
            + "<block><p>It left at noon.</p><p>It came back.</p></block></body.content>"
            + "<body.end><tagline>Ends.</tagline></body.end></body></nitf>");
  }

  @Test
  void nitfKeepsTheTitleOfAJobApart() {
    assertEquals(
        "By JO REED",
        nitf("", "<byline>By JO REED<byttl>Harbour Writer</byttl></byline>").byline());
    assertEquals(
        "By Jo Reed",
        nitf("", "<byline>By <person>Jo Reed</person> <byttl>Pier News</byttl></byline>").byline());
    assertEquals(
        "By JO REED, Associated Press Writer",
        nitf("", "<byline>By JO REED<byttl>Associated Press Writer</byttl></byline>").byline());
    assertEquals(
        "By Jo Reed",
        nitf("", "<byline>By Jo Reed, <byttl>Harbour Writer</byttl></byline>").byline());
    assertEquals("Jo Reed", nitf("", "<byline><byttl>Jo Reed</byttl></byline>").byline());
    assertEquals(
        "Jo Reed; Al Moss", nitf("", "<byline>Jo Reed</byline><byline>Al Moss</byline>").byline());
  }

  @Test
  void aNoteIsNotTheStory() {
    FoundArticle article =
        nitf("", "<note><body.content><p>Editors: more to come.</p></body.content></note>");
    assertEquals("It left at noon.\n\nIt came back.", article.body());
    assertEquals("Ferry sails", article.title());
    assertEquals(List.of("A pier."), article.captions());
  }

  @Test
  void theHolderOfTheRightsIsTheOutletIfNothingElseIs() {
    String holder = "<doc.copyright year='2021' holder='Pier Agency'/>";
    assertEquals("Pier Agency", nitf(holder, "").source());
    assertEquals("The Post", nitf(holder, "<distributor>The Post</distributor>").source());
  }

  private static String g2(String itemMeta, String contentMeta, String contentSet) {
    return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x:1' xml:lang='en'><itemMeta>"
        + "<itemClass qcode='ninat:text'/><provider literal='Pier Agency'/>"
        + itemMeta
        + "</itemMeta><contentMeta><headline>Ferry\n      sails</headline>"
        + contentMeta
        + "</contentMeta><contentSet>"
        + contentSet
        + "</contentSet></newsItem>";
  }

  @Test
  void onlyALinkToTheItemItselfIsItsAddress() {
    String seeAlso =
        "<link rel='irel:seeAlso' href='https://club.example/a/cup'/><link href='https://club.example/'/>";
    FoundArticle article = only("newsml", g2(seeAlso, "", "<inlineData>Words.</inlineData>"));
    assertNull(article.url());
    assertEquals("Pier Agency", article.source());
    String own = seeAlso + "<link rel='irel:canonical' href='https://pier.example/a/1'/>";
    assertEquals(
        "https://pier.example/a/1",
        only("newsml", g2(own, "", "<inlineData>Words.</inlineData>")).url());
  }

  @Test
  void inlineDataMayBeHtml() {
    String content =
        "<inlineData contenttype='text/html'><![CDATA[<p>It left at noon.</p><p>It came back.</p>]]></inlineData>";
    assertEquals("It left at noon.\n\nIt came back.", only("newsml", g2("", "", content)).body());
  }

  @Test
  void titlesAndBylinesAreOneLine() {
    FoundArticle article =
        only("newsml", g2("", "<by>Jo\n   Reed</by>", "<inlineData>Words.</inlineData>"));
    assertEquals("Ferry sails", article.title());
    assertEquals("Jo Reed", article.byline());
  }

  @Test
  void whatListsArticlesIsNone() {
    String message =
        "<newsMessage><itemSet><packageItem guid='p'><itemMeta><itemClass qcode='ninat:composite'/></itemMeta></packageItem>"
            + g2("", "", "<inlineData>Words.</inlineData>")
            + "<knowledgeItem guid='k'/></itemSet></newsMessage>";
    assertEquals(
        List.of("1 not-text", "2 Ferry sails", "3 not-text"),
        Cut.titles(Formats.named("newsml"), message));
    assertEquals(
        List.of("1 unreadable-file"),
        Cut.titles(Formats.named("newsml"), "<newsMessage><itemSet></itemSet></newsMessage>"));
  }

  private static String newsml1(String components) {
    return "<NewsML Version='1.2'><NewsEnvelope><DateAndTime>20210406T080000Z</DateAndTime></NewsEnvelope><NewsItem>"
        + "<Identification><NewsIdentifier><ProviderId>pier.example</ProviderId><DateId>20210405</DateId></NewsIdentifier></Identification>"
        + "<NewsManagement><FirstCreated>20210405T090000Z</FirstCreated></NewsManagement>"
        + components
        + "</NewsItem></NewsML>";
  }

  private static final String LINES =
      "<NewsLines><HeadLine>Ferry sails</HeadLine><ByLine>Jo Reed</ByLine><DateLine>PORT, April 5</DateLine></NewsLines>";

  private static final String METADATA =
      "<AdministrativeMetadata><Provider><Party FormalName='Pier Agency'/></Provider></AdministrativeMetadata>"
          + "<DescriptiveMetadata><Language FormalName='en'/><Property FormalName='Keyword' Value='sea'/></DescriptiveMetadata>";

  private static String content(String medium, String text) {
    return "<ContentItem><MediaType FormalName='"
        + medium
        + "'/><DataContent>"
        + text
        + "</DataContent></ContentItem>";
  }

  private static String component(String role, String inner) {
    return "<NewsComponent>"
        + (role == null ? "" : "<Role FormalName='" + role + "'/>")
        + inner
        + "</NewsComponent>";
  }

  @Test
  void newsmlOneHasItsFieldsInComponents() {
    FoundArticle article =
        only(
            "newsml",
            newsml1(
                component(
                    "Main", LINES + METADATA + content("Text", "<p>It left.</p><p>It came.</p>"))));
    assertEquals("Ferry sails", article.title());
    assertEquals("It left.\n\nIt came.", article.body());
    assertEquals("Jo Reed", article.byline());
    assertEquals("PORT, April 5", article.dateline());
    assertEquals("Pier Agency", article.source());
    assertEquals("20210405T090000Z", article.published());
    assertEquals("en", article.language());
    assertEquals(List.of("sea"), article.keywords());
  }

  @Test
  void aTextInSeveralFormsIsOneArticle() {
    String nitf =
        "<nitf><body><body.head><byline>Jo Reed</byline></body.head><body.content><p>It left the old harbour at noon on Monday, in spite of the wind and the rain.</p><p>It came.</p></body.content></body></nitf>";
    String html =
        "<html><body><p>It left the old harbour at noon on Monday, in spite of the wind and the rain.</p></body></html>";
    String inner = component(null, content("Text", nitf)) + component(null, content("Text", html));
    FoundArticle article =
        only(
            "newsml",
            newsml1(component(null, "<NewsLines><HeadLine>One</HeadLine></NewsLines>" + inner)));
    assertEquals(
        "It left the old harbour at noon on Monday, in spite of the wind and the rain.\n\nIt came.",
        article.body());
    assertEquals("Jo Reed", article.byline());
    String equivalents =
        "<NewsComponent EquivalentsList='yes'>"
            + component(null, content("Text", "Short."))
            + component(null, content("Text", "Another form, and longer."))
            + "</NewsComponent>";
    assertEquals("Another form, and longer.", only("newsml", newsml1(equivalents)).body());
  }

  @Test
  void componentsMayBePartsOrStories() {
    String parts =
        component("Title", content("Text", "Ferry sails"))
            + component("Lead", content("Text", "It left."))
            + component("Body", content("Text", "It came."));
    FoundArticle article = only("newsml", newsml1(component(null, component("TEXT", parts))));
    assertEquals("Ferry sails", article.title());
    assertEquals("It left.\n\nIt came.", article.body());
    String second = "<NewsLines><HeadLine>Mill burns</HeadLine></NewsLines>";
    String stories =
        component("Main", LINES + content("Text", "It left."))
            + component("Main", second + content("Text", "It burnt."));
    assertEquals(
        List.of("1 Ferry sails", "1 Mill burns"),
        Cut.titles(Formats.named("newsml"), newsml1(component(null, stories))));
  }

  @Test
  void picturesAreNoText() {
    String picture =
        LINES + "<ContentItem Href='a.jpg'><MediaType FormalName='Photo'/></ContentItem>";
    assertEquals(
        List.of("1 not-text"),
        Cut.titles(Formats.named("newsml"), newsml1(component("Main", picture))));
    String withCaption =
        component("Main", LINES + content("Text", "It left."))
            + component("Caption", content("Text", "A pier."));
    FoundArticle article = only("newsml", newsml1(component(null, withCaption)));
    assertEquals("It left.", article.body());
    assertEquals(List.of("A pier."), article.captions());
  }

  @Test
  void aFlashIsAHeadlineOnly() {
    FoundArticle flash = only("newsml", newsml1(component("Main", LINES)));
    assertEquals("Ferry sails", flash.title());
    assertNull(flash.body());
  }

  @Test
  void storiesThatBeginAlikeAreTwo() {
    String begin = "These are the closing prices of the day at the exchange of ";
    String stories =
        component("Main", LINES + content("Text", begin + "Pier."))
            + component("Main", LINES + content("Text", begin + "Mill."));
    assertEquals(
        List.of("1 Ferry sails", "1 Ferry sails"),
        Cut.titles(Formats.named("newsml"), newsml1(component(null, stories))));
  }

  @Test
  void contentsThatAreNoEquivalentsAreJoined() {
    String contents = LINES + content("Text", "It left.") + content("Text", "It came at night.");
    String own = newsml1(component("Main", contents));
    assertEquals("It came at night.", only("newsml", own).body());
    int last = own.lastIndexOf("<NewsComponent");
    String no =
        own.substring(0, last)
            + "<NewsComponent EquivalentsList='no'"
            + own.substring(last + "<NewsComponent".length());
    assertEquals("It left.\n\nIt came at night.", only("newsml", no).body());
  }

  @Test
  void aBylineOfCommasTakesNoTime() {
    String nitf =
        "<nitf><body><body.head><hedline><hl1>One</hl1></hedline><byline>Jo"
            + " , ;".repeat(100_000)
            + "x ,</byline></body.head><body.content><p>It left.</p></body.content></body></nitf>";
    assertTimeout(
        Duration.ofSeconds(20), () -> assertTrue(only("nitf", nitf).byline().endsWith("x")));
  }
}
