package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.junit.jupiter.api.Test;

class WordpressExportTest {

  private static String export(String... items) {
    return "<?xml version='1.0'?><rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/'><channel><title>The Blog</title>"
        + "<link>https://blog.example</link><wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>jo</wp:author_login>"
        + "<wp:author_display_name><![CDATA[Jo Reed]]></wp:author_display_name></wp:author>"
        + String.join("", items)
        + "</channel></rss>";
  }

  private static String item(String title, String kind, String status, String content) {
    return "<item><title>"
        + title
        + "</title><link>https://blog.example/?p=3</link><dc:creator>jo</dc:creator>"
        + "<category domain='post_tag' nicename='sea'>Sea</category><category domain='category' nicename='news'>News</category>"
        + "<content:encoded><![CDATA["
        + content
        + "]]></content:encoded><wp:status>"
        + status
        + "</wp:status><wp:post_type>"
        + kind
        + "</wp:post_type></item>";
  }

  private static FoundArticle post(String content) {
    return Cut.articles(Formats.named("rss"), export(item("One", "post", "publish", content)))
        .get(0);
  }

  @Test
  void onlyPublishedPostsAreArticles() {
    String export =
        export(
            item("One", "post", "publish", "Words."),
            item("Us", "page", "publish", "Words."),
            item("Later", "post", "draft", "Words."),
            item("photo", "attachment", "inherit", ""),
            item("", "nav_menu_item", "publish", " "));
    assertEquals(
        List.of("1 One", "2 not-text", "3 not-text", "4 not-text", "5 not-text"),
        Cut.titles(Formats.named("rss"), export));
  }

  @Test
  void anAuthorHasTheNameThatIsShown() {
    FoundArticle post = post("Words.");
    assertEquals("Jo Reed", post.byline());
    assertEquals("News", post.section());
    assertEquals(List.of("Sea", "News"), post.keywords());
    assertEquals("https://blog.example/?p=3", post.url());
  }

  @Test
  void blankLinesMakeParagraphs() {
    assertEquals(
        "A first one, with stress.\n\nA second one.",
        post("A first one,\nwith <em>stress</em>.\n\nA second one.").body());
  }

  @Test
  void blocksAreParagraphsWithoutTheirComments() {
    assertEquals(
        "A first one.\n\nA second one.",
        post("<!-- wp:paragraph -->\n<p>A first one.</p>\n<!-- /wp:paragraph -->\n\n"
                + "<!-- wp:paragraph -->\n<p>A second one.</p>\n<!-- /wp:paragraph -->")
            .body());
  }

  @Test
  void shortCodesAreNoText() {
    FoundArticle post =
        post(
            "[caption id=\"a\" width=\"3\"]<img src='x.jpg'> A pier[/caption]Ships [sic] came. [gallery ids=\"1,2\"]\n\n"
                + "[embed]https://v.example/1[/embed]\n\n[box]They left.[/box] [gallery]");
    assertEquals("Ships [sic] came.\n\nThey left.", post.body());
    assertEquals(List.of("A pier"), post.captions());
  }

  @Test
  void aFigureGivesItsCaption() {
    FoundArticle post =
        post("<figure><img src='x'><figcaption>A pier</figcaption></figure><p>Ships came.</p>");
    assertEquals("Ships came.", post.body());
    assertEquals(List.of("A pier"), post.captions());
  }

  @Test
  void manyUnclosedShortCodesTakeNoTime() {
    String body = post("[caption]".repeat(20_000) + " words").body();
    assertTrue(body.endsWith("words"), body);
  }

  @Test
  void anEndBelongsToTheLastBeginning() {
    String body =
        post("Start. [video src='a.mp4'] The middle. [videos] stay. [video src='b.mp4'][/video] End.")
            .body();
    assertEquals("Start. The middle. [videos] stay. End.", body.replaceAll("\\s+", " "));
  }

  @Test
  void aTableWithACaptionIsText() {
    FoundArticle found =
        post(
            "<p>Fares.</p><figure><table><tr><td>Pier</td></tr></table><figcaption>Prices</figcaption></figure>");
    assertEquals("Fares.\n\nPier", found.body());
    assertEquals(List.of("Prices"), found.captions());
  }
}
