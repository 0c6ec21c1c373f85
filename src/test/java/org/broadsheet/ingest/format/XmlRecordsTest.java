package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRecordsTest {

  private static final String FEED =
      "<rss><channel><title>Post</title><item><title>One</title></item><item><title>Two</title></item></channel></rss>";

  private static List<String> titles(String format, String xml) {
    return Cut.titles(Formats.named(format), xml);
  }

  @Test
  void itemsOfAWholeFeedAreRecords() {
    assertEquals(List.of("1 One", "2 Two"), titles("rss", FEED));
    assertEquals(List.of("1 One", "2 Two"), titles("rss", FEED + "\n<!-- 2 items -->\n"));
    assertEquals(List.of(), titles("rss", "<rss><channel><title>Post</title></channel></rss>"));
  }

  @Test
  void aCutFeedKeepsItsWholeItems() {
    int first = FEED.indexOf("</item>") + "</item>".length();
    int second = FEED.lastIndexOf("</item>") + "</item>".length();
    for (int length = 1; length < FEED.length() - 1; length++) {
      List<String> found = titles("rss", FEED.substring(0, length));
      String last = found.get(found.size() - 1);
      assertTrue(last.endsWith("unreadable-file"), length + ": " + found);
      int whole = length < first ? 0 : length < second ? 1 : 2;
      assertEquals(List.of("1 One", "2 Two").subList(0, whole), found.subList(0, found.size() - 1));
    }
  }

  @Test
  void aCutDocumentIsNoArticle() {
    String nitf =
        "<?xml version='1.0'?><nitf><body><body.head><hedline><hl1>One</hl1></hedline></body.head><body.content><p>A word</p></body.content></body></nitf>";
    assertEquals(List.of("1 One"), titles("nitf", nitf));
    for (int cut : List.of(1, 8, 20, 40)) {
      assertEquals(
          List.of("1 unreadable-file"), titles("nitf", nitf.substring(0, nitf.length() - cut)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss><channel><item><title>One</channel></rss>",
        "<rss><channel><item><title>One</title></channel></rss>",
        "<rss><channel><item><title>One & only</title><br></item></channel></rss>"
      })
  void tagsThatAreForgottenInAWholeDocumentAreForgiven(String xml) {
    List<String> found = titles("rss", xml);
    assertEquals(1, found.size());
    assertTrue(found.get(0).startsWith("1 One"), found.toString());
  }

  @Test
  void namesMayHaveAPrefix() {
    String atom =
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>Post</a:title><a:entry><a:title>One</a:title><a:link"
            + " href='https://post.example/1'/><a:content type='html'>&lt;p>Words&lt;/p></a:content></a:entry></a:feed>";
    FoundArticle article = Cut.articles(Formats.named("atom"), atom).get(0);
    assertEquals("One", article.title());
    assertEquals("Words", article.body());
    assertEquals("https://post.example/1", article.url());
    assertEquals("Post", article.source());
  }

  @Test
  void anEntryOfAnotherFeedIsOfThatFeed() {
    String atom =
        "<feed><title>Planet</title><entry><title>One</title><source><id>x</id><title>Post</title></source></entry></feed>";
    assertEquals("Post", Cut.articles(Formats.named("atom"), atom).get(0).source());
  }
}
