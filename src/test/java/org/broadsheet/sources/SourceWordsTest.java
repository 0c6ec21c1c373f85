package org.broadsheet.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.TestSession;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Counting;
import org.broadsheet.counting.Counting.Article;
import org.broadsheet.stats.Diversity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SourceWordsTest {

  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = TestSession.start();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  /** An article of a hundred words, so many of them ferry and the others boat. */
  private static Article article(String id, String source, int ferries) {
    String text = "Ferry. ".repeat(ferries) + "Boat. ".repeat(100 - ferries);
    return new Article(id, "en", source, null, text);
  }

  /** Shares of ferry and boat: .1 and .9 at the post, .3 and .7 at the news, .2 and .8 in all. */
  @Test
  void sourcesAreComparedByTheirWords() {
    CountedTerms terms =
        Counting.counted(
            spark,
            List.of(article("a", "post", 10), article("b", "news", 30)),
            Counting.settings(1, 1));
    SourceWords words = SourceWords.of(terms, List.of("post", "news"));
    SourceWords.Words post = words.bySource().get("post");
    double divergence = Diversity.jensenShannon(new long[] {10, 90}, new long[] {30, 70});
    assertEquals(
        divergence, words.divergences().get(new SourceWords.PairKey("news", "post")), 1e-12);
    assertEquals(
        Diversity.jensenShannon(new long[] {10, 90}, new long[] {40, 160}),
        post.divergence(),
        1e-12);
    assertEquals(2, post.types());
    // 90 of 100 are not certainly more than 70 of 100, but 30 are more than 10.
    assertEquals(List.of(), post.distinctive());
    assertEquals(List.of("ferry"), words.bySource().get("news").distinctive());
  }
}
