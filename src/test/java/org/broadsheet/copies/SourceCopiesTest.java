package org.broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.broadsheet.SparkTest;
import org.broadsheet.copies.News.Article;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What sources have from one another, over stories few enough to count by hand. */
class SourceCopiesTest extends SparkTest {

  private static Copies copies;

  @BeforeAll
  static void start() {
    List<Article> articles = new ArrayList<>();
    // Two hours later, and by the same source once more.
    story(articles, "post 2026-03-05T08:00Z", "news 2026-03-05T10:00Z", "news 2026-03-05T11:00Z");
    // Five hours and a half later, by clocks that show another time.
    story(articles, "post 2026-03-05T08:00Z", "news 2026-03-05T14:30+01:00");
    // A day later, at no known hour.
    story(articles, "post 2026-03-05", "news 2026-03-06T09:00Z", "echo 2026-03-06");
    story(articles, "post 2026-03-05T08:00Z", "news 2026-03-06");
    // The other way round; a version of the own article comes first.
    story(articles, "news 2026-03-05T08:00Z", "news 2026-03-05T09:00Z", "post 2026-03-05T12:00Z");
    // Nobody knows who was first.
    story(articles, "echo 2026-03-05", "post 2026-03-05");
    // Without a source: first, and later.
    story(articles, "unknown 2026-03-05T08:00Z", "echo 2026-03-05T09:00Z");
    story(articles, "echo 2026-03-05T08:00Z", "unknown 2026-03-05T09:00Z");
    // One source alone.
    story(articles, "echo 2026-03-05T08:00Z", "echo 2026-03-05T09:00Z");
    copies = News.find(spark, articles);
  }

  private static void story(List<Article> articles, String... printed) {
    String text = News.text(articles.size(), 200);
    for (String one : printed) {
      String[] parts = one.split(" ");
      articles.add(News.article(articles.size(), parts[0], parts[1], text));
    }
  }

  @Test
  void flowsAreFromTheFirstSourceToEachOther() {
    assertEquals(9, copies.groups().size());
    TreeSet<String> flows = new TreeSet<>();
    for (Row row : CopyFlows.table(copies).collectAsList()) {
      flows.add(row.mkString(" "));
    }
    // Between instants only: 2 and 5.5 hours. Own updates are no flow.
    assertEquals(
        new TreeSet<>(List.of("post news 4 2 3.75", "post echo 1 0 null", "news post 1 1 4.0")),
        flows);
  }

  @Test
  void aSourceGivesToOthersWhatItPrintedFirst() {
    SourceCopies sources =
        new SourceCopies(copies, List.of("echo", "mail", "news", "post", "unknown"));
    assertEquals(5, sources.copiedByOthers("post"));
    assertEquals(1, sources.copiedByOthers("news"));
    assertEquals(1, sources.copiedByOthers("echo"), "by an article without a source");
    assertEquals(0, sources.copiedByOthers("mail"));
  }

  @Test
  void aSourceTakesItsTime() {
    SourceCopies sources =
        new SourceCopies(copies, List.of("echo", "mail", "news", "post", "unknown"));
    assertEquals(List.of(2.0, 5.5), sources.latencyHours("news").stream().sorted().toList());
    assertEquals(List.of(4.0), sources.latencyHours("post"));
    assertEquals(List.of(1.0), sources.latencyHours("echo"), "after an article without a source");
    assertEquals(List.of(), sources.latencyHours("mail"));
  }

  @Test
  void twoSourcesShareStories() {
    SourceCopies sources =
        new SourceCopies(copies, List.of("echo", "mail", "news", "post", "unknown"));
    assertEquals(5, sources.shared("post", "news"));
    assertEquals(5, sources.shared("news", "post"));
    assertEquals(2, sources.shared("echo", "post"));
    assertEquals(1, sources.shared("echo", "news"));
    assertEquals(2, sources.shared("echo", "unknown"));
    assertEquals(0, sources.shared("echo", "mail"));
  }
}
