package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedItemsTest {

  private static FoundArticle only(String format, String xml) {
    List<FoundArticle> articles = Cut.articles(Formats.named(format), xml);
    assertEquals(1, articles.size());
    return articles.get(0);
  }

  private static FoundArticle item(String fields) {
    return only(
        "rss", "<rss><channel><title>Post</title><item>" + fields + "</item></channel></rss>");
  }

  @Test
  void vocabulariesBesideRssGiveFields() {
    FoundArticle article =
        item(
            "<dc:title>Ferry sails</dc:title><dcterms:created>2021-04-05</dcterms:created>"
                + "<dc:description>It left at noon.</dc:description><dcterms:creator>Jo Reed</dcterms:creator>");
    assertEquals("Ferry sails", article.title());
    assertEquals("It left at noon.", article.body());
    assertEquals(BodyStatus.ABSTRACT, article.status());
    assertEquals("2021-04-05", article.published());
    assertEquals("Jo Reed", article.byline());
  }

  @Test
  void podcastsAndVideosHaveWordsToo() {
    FoundArticle podcast =
        item(
            "<itunes:title>Part 2</itunes:title><itunes:summary>We talk.</itunes:summary>"
                + "<itunes:author>Jo Reed</itunes:author>");
    assertEquals("Part 2", podcast.title());
    assertEquals("We talk.", podcast.body());
    assertEquals("Jo Reed", podcast.byline());
    FoundArticle video =
        item(
            "<media:group><media:title>Waves</media:title><media:description>At sea.</media:description></media:group>");
    assertEquals("Waves", video.title());
    assertEquals("At sea.", video.body());
  }

  @Test
  void aPrefixMeansWhatTheFeedDeclares() {
    String feed =
        "<rss xmlns:c='http://purl.org/dc/elements/1.1/' xmlns:full='http://purl.org/rss/1.0/modules/content/'"
            + " xmlns:w='http://www.w3.org/2005/Atom'><channel><title>Post</title><item><title>One</title>"
            + "<c:creator>Jo Reed</c:creator><full:encoded>&lt;p&gt;All of it.&lt;/p&gt;</full:encoded>"
            + "<w:link rel='self' href='https://post.example/feed/1'/><w:updated>2021-04-06</w:updated>"
            + "<link>https://post.example/one</link></item></channel></rss>";
    FoundArticle article = only("rss", feed);
    assertEquals("Jo Reed", article.byline());
    assertEquals("All of it.", article.body());
    assertEquals(BodyStatus.FULL, article.status());
    assertEquals("https://post.example/one", article.url());
    assertEquals("2021-04-06", article.published());
  }

  @ParameterizedTest
  @CsvSource({
    "https://post.example/",
    "https://www.post.example",
    "http://post.example/index.html"
  })
  void anItemThatLinksToTheFrontPageIsAnArticleWithoutAddress(String link) {
    FoundArticle article = item("<title>Short</title><link>" + link + "</link>");
    assertNull(article.url());
    assertEquals("post.example", article.source());
  }

  @Test
  void anItemKeepsAnAddressThatIsItsOwn() {
    assertEquals(
        "https://post.example/?p=7",
        item("<title>One</title><link>https://post.example/?p=7</link>").url());
  }

  @Test
  void aRelativeLinkIsOneOfTheFeed() {
    String feed =
        "<rss><channel><title>Post</title><link>https://post.example/</link>"
            + "<item><title>One</title><link>/2021/one</link></item></channel></rss>";
    assertEquals("https://post.example/2021/one", only("rss", feed).url());
  }

  @Test
  void beforeRssTwoTheChannelIsBesideItsItems() {
    String feed =
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
            + "<channel rdf:about='https://post.example/'><title>Post</title><dc:language>sv</dc:language></channel>"
            + "<item rdf:about='https://post.example/one'><title>One</title></item></rdf:RDF>";
    FoundArticle article = only("rss", feed);
    assertEquals("Post", article.source());
    assertEquals("sv", article.language());
    assertEquals("https://post.example/one", article.url());
  }

  @Test
  void channelsOfTheNinetiesAreFeeds() {
    String feed =
        "<CHANNEL HREF='https://post.example/'><TITLE>Post</TITLE>"
            + "<ITEM HREF='https://post.example/a/one' LASTMOD='1998-02-03'><TITLE>One</TITLE><ABSTRACT>Short.</ABSTRACT></ITEM></CHANNEL>";
    FoundArticle article = only("rss", feed);
    assertEquals("One", article.title());
    assertEquals("Short.", article.body());
    assertEquals("https://post.example/a/one", article.url());
    assertEquals("1998-02-03", article.published());
  }

  @Test
  void atomHoldsTextInFourForms() {
    String base64 =
        Base64.getEncoder().encodeToString("<p>Für alle.</p>".getBytes(StandardCharsets.UTF_8));
    String[] contents = {
      "<content type='html'>&lt;p&gt;Für alle.&lt;/p&gt;</content>",
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Für alle.</p></div></content>",
      "<content mode='base64' type='text/html'>" + base64 + "</content>",
      "<content>Für alle.</content>"
    };
    for (String content : contents) {
      FoundArticle article =
          only(
              "atom",
              "<feed><title>Post</title><entry><title>One</title>" + content + "</entry></feed>");
      assertEquals("Für alle.", article.body(), content);
    }
  }

  @Test
  void inXhtmlAnEscapedTagIsText() {
    String content =
        "<content type='xhtml'><div><p>Write &lt;p&gt;x&lt;/p&gt; for x.</p></div></content>";
    assertEquals(
        "Write <p>x</p> for x.",
        only("atom", "<feed><entry><title>One</title>" + content + "</entry></feed>").body());
  }

  @Test
  void entriesHaveTheAuthorOfTheirFeed() {
    String feed =
        "<feed><title>Post</title><author><name>Jo Reed</name></author>"
            + "<entry><title>One</title></entry>"
            + "<entry><title>Two</title><author><name>Al Moss</name></author></entry></feed>";
    List<FoundArticle> articles = Cut.articles(Formats.named("atom"), feed);
    assertEquals("Jo Reed", articles.get(0).byline());
    assertEquals("Al Moss", articles.get(1).byline());
  }

  @Test
  void commentsInAnExportOfBloggerAreNoArticles() {
    String kind =
        "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#";
    String feed =
        "<feed><title>Post</title><entry><title>One</title>"
            + kind
            + "post'/><category term='Sea'/></entry><entry><title>Two</title>"
            + kind
            + "comment'/></entry></feed>";
    assertEquals(List.of("1 One", "2 not-text"), Cut.titles(Formats.named("atom"), feed));
  }

  @Test
  void aTitleIsOneLine() {
    assertEquals(
        "A ferry sails again", item("<title>\n A ferry\n   sails\n again </title>").title());
  }

  @Test
  void anItemThatCannotBeDecodedIsRejectedAlone() {
    byte[] feed =
        ("<rss><channel><title>Zeitung</title><item><title>Mühle öffnet</title></item>"
                + "<item><title>B@cker</title></item><item><title>Köhler löscht Öfen</title></item></channel></rss>")
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < feed.length; i++) {
      feed[i] = feed[i] == '@' ? (byte) 0xe4 : feed[i];
    }
    assertEquals(
        List.of("1 Mühle öffnet", "2 bad-encoding", "3 Köhler löscht Öfen"),
        Cut.titles(Formats.named("rss"), feed));
  }

  @Test
  void aFeedMaySayLateWhatItIs() {
    String feed =
        "<rss><channel><item><title>One</title></item><title>Post</title><item><title>Two</title></item></channel></rss>";
    List<FoundArticle> found = Cut.articles(Formats.named("rss"), feed);
    assertEquals("Post", found.get(1).source());
  }
}
