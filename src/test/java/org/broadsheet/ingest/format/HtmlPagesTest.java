package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.Reason;
import org.junit.jupiter.api.Test;

class HtmlPagesTest {

  private static final String PARAGRAPHS =
      ("<p>The night ferries sail again across the strait, the harbour authority said on Thursday, after a long winter in which the"
              + " only way to the islands was a small plane that did not fly in the fog.</p>")
          .repeat(4);

  private static List<FoundArticle> articles(String html, Charset charset) {
    return new HtmlPages()
        .cut(new ByteArrayInputStream(html.getBytes(charset)), Cut.upTo(1_000_000))
        .next()
        .articles();
  }

  private static List<FoundArticle> articles(String html) {
    return articles(html, StandardCharsets.UTF_8);
  }

  @Test
  void readsAnExportInItsEncoding() {
    List<FoundArticle> articles =
        articles(
            """
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body>
            <div><table><tr><td>^ИС:<br>Портовая газета<br>^ДТ:<br>03.03.2011<br>^ЗГ:<br>Паромы вернулись<br></td></tr></table>
            <pre>Ночные паромы снова ходят.</pre></div></body></html>
            """,
            Charset.forName("windows-1251"));
    assertEquals(1, articles.size());
    assertEquals("Паромы вернулись", articles.get(0).title());
    assertEquals("Портовая газета", articles.get(0).source());
    assertEquals("Ночные паромы снова ходят.", articles.get(0).body());
  }

  @Test
  void saysThatAPageSeemsToHoldSeveralArticles() {
    String article =
        "<div class='doc'><h2>Ferry %d</h2><p>3 March 2011</p>" + PARAGRAPHS + "</div>";
    List<FoundArticle> articles =
        articles(
            "<html><head><title>Export</title></head><body>"
                + article.formatted(1)
                + article.formatted(2)
                + article.formatted(3)
                + "</body></html>");
    assertEquals(2, articles.size());
    assertNull(articles.get(0).rejection());
    assertEquals(Reason.SEVERAL_ARTICLES, articles.get(1).rejection().reason());
    assertTrue(articles.get(1).rejection().detail().contains("3 articles"));
  }

  @Test
  void doesNotSuspectOneArticle() {
    String section = "<section class='part'><h2>Part %d</h2>" + PARAGRAPHS + "</section>";
    String sections = section.formatted(1) + section.formatted(2) + section.formatted(3);
    String heading = "<title>Ferries of the strait</title><h1>Ferries of the strait</h1>";
    assertEquals(1, articles(heading + sections).size());
    String says = "<meta property='og:type' content='article'><title>Ferries</title>";
    String update =
        "<article class='post'><h2>Update</h2><p>3 March 2011, 10:15</p>"
            + PARAGRAPHS
            + "</article>";
    assertEquals(1, articles(says + update.repeat(5)).size());
    String comments =
        "<article><h1>Ferries of the strait</h1><p>3 March 2011</p>"
            + PARAGRAPHS.repeat(2)
            + "</article>"
            + ("<div class='entry'><p>Jane, 3 March 2011</p>" + PARAGRAPHS + "</div>").repeat(2);
    assertEquals(1, articles(comments).size());
  }
}
