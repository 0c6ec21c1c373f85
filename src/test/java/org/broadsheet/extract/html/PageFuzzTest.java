package org.broadsheet.extract.html;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the page, it is read, and in a time that grows with its size only. */
class PageFuzzTest {
  private static final int MUTANTS_OF_EACH = 40;
  private static final int SOUPS = 1_000;
  private static final int DEEP = 100_000;
  private static final int LARGE = 2_000_000;
  private static final int LARGEST = 20_000_000;

  private static final List<String> BITS =
      List.of(
          "<div>",
          "</div>",
          "<p>",
          "</p>",
          "<a href='x'>",
          "</a>",
          "<a>",
          "<table>",
          "<tr><td>",
          "</table>",
          "<h1>",
          "</h1>",
          "<h2><a href=/y>",
          "<br>",
          "<br><br>",
          "<li>",
          "</ul>",
          "<ul>",
          "<article>",
          "</article>",
          "<nav>",
          "</nav>",
          "<aside class=related>",
          "<pre>",
          "\n\n",
          "</pre>",
          "<b>",
          "</b>",
          "<noscript>",
          "<template>",
          "<iframe>",
          "<form>",
          "<input type=email>",
          "<select><option>",
          "<svg><title>",
          "<math>",
          "</svg>",
          "<frameset><frame>",
          "<![CDATA[",
          "]]>",
          "<!--",
          "-->",
          "<script type='application/ld+json'>",
          "</script>",
          "{\"@type\":\"Article\",",
          "\"articleBody\":\"",
          "\"@graph\":[",
          "}]",
          "<base href='::'>",
          "<link rel=canonical href='http:'>",
          "<meta property=og:url content='%%'>",
          "<time datetime=2020>",
          "<span class=byline>By ",
          "A sentence, of some length, that says what happened on the day. ",
          "\u0000",
          "\uD83D",
          "&lt;p&gt;",
          "&#x110000;",
          "記事の本文です。",
          "<div style='display:none'>",
          "<body class=nav>",
          "<figure><figcaption>",
          "<plaintext>",
          "<html lang=x>",
          "<title>",
          "</title>");

  @Test
  void readsMutatedPages() {
    Random random = new Random(7);
    for (Fixture page : Fixture.all()) {
      for (int i = 0; i < MUTANTS_OF_EACH; i++) {
        read(mutant(page.html(), random));
      }
    }
  }

  private static String mutant(String html, Random random) {
    StringBuilder text = new StringBuilder(html);
    for (int i = 0; i < 1 + random.nextInt(12); i++) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(40));
      switch (random.nextInt(3)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, BITS.get(random.nextInt(BITS.size())));
        default -> text.insert(from, text.substring(from, to));
      }
    }
    return text.toString();
  }

  @Test
  void readsTagSoup() {
    Random random = new Random(11);
    for (int i = 0; i < SOUPS; i++) {
      StringBuilder soup = new StringBuilder();
      for (int n = random.nextInt(200); n > 0; n--) {
        soup.append(BITS.get(random.nextInt(BITS.size())));
      }
      read(soup.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "text",
        "<html>",
        "<frameset><frame src=a></frameset>",
        "<!DOCTYPE html>"
      })
  void readsPagesWithoutAnArticle(String html) {
    PageArticle article = read(html);
    assertEquals("none", article.body().isEmpty() ? article.textRule().label() : "none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<span>",
        "<b>",
        "<table><tr><td>",
        "<ul><li>",
        "<blockquote>",
        "<a href=x>",
        "<form><input type=email><div>",
        "<header>",
        "<h2><a href=/x>A headline of a story</a><div>"
      })
  void readsDeepPages(String tag) {
    assertTimeoutPreemptively(
        ofSeconds(60), () -> read(tag.repeat(DEEP) + "A sentence at the bottom of it all."));
  }

  @Test
  void readsTreesDeeperThanTheParserBuilds() {
    Document page = Document.createShell("");
    Element inner = page.body();
    for (int i = 0; i < DEEP; i++) {
      Element div = new Element("div").attr("class", i % 2 == 0 ? "byline" : "related");
      inner.appendChild(div);
      inner = div;
    }
    inner.appendChild(new TextNode("A sentence at the bottom of it all."));
    assertTimeoutPreemptively(
        ofSeconds(60), () -> assertNotNull(PageReader.read(page, "https://a.example/b")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>A sentence, of some length, that says what happened on the day it did.</p>",
        "<div class=related><h2><a href=/x>A headline of a story</a></h2><p>And more.</p></div>",
        "<li><a href=/x>link</a>",
        "word ",
        "word<br>",
        "<input type=email>",
        "<time>2020</time>",
        "<table><tr><td>1<td>2</table>",
        "<span class=author>A</span>",
        "<h1>Title</h1>",
        "<a href=x>y",
        "<div style='display:none'>hidden text, quite some of it, for the paying reader.</div>"
      })
  void readsLargePagesInLinearTime(String unit) {
    assertTimeoutPreemptively(ofSeconds(120), () -> read(unit.repeat(LARGE / unit.length())));
  }

  @Test
  void readsTheLargestPages() {
    String unit = "<p>A sentence, of some length, that says what <b>happened</b> on the day.</p>\n";
    Document page = Jsoup.parse(unit.repeat(LARGEST / unit.length()));
    PageArticle article =
        assertTimeoutPreemptively(ofSeconds(120), () -> PageReader.read(page, null));
    assertTrue(article.body().startsWith("A sentence"));
  }

  @Test
  void readsLargeLinkedData() {
    String text = "A sentence, of some length, that says what happened on the day it did. ";
    String html =
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\""
            + text.repeat(10_000)
            + "\"}</script>"
            + ("<p>" + text).repeat(10_000);
    PageArticle article = assertTimeoutPreemptively(ofSeconds(60), () -> read(html));
    assertTrue(article.body().startsWith("A sentence"));
  }

  @Test
  void readsNestedLinkedData() {
    read("<script type=application/ld+json>" + "{\"@graph\":[".repeat(DEEP) + "</script>text");
    String list = "[".repeat(400) + "]".repeat(400);
    read(
        "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":"
            + list
            + "}</script>");
  }

  private static PageArticle read(String html) {
    for (Parser parser : List.of(Parser.htmlParser(), Parser.xmlParser())) {
      assertNotNull(PageReader.read(Jsoup.parse(html, "", parser), null));
      if (html.length() > 100_000) {
        break;
      }
    }
    PageArticle article = PageReader.read(Jsoup.parse(html), "https://a.example/2020/a-story");
    assertNotNull(article.title());
    assertNotNull(article.body());
    return article;
  }
}
