package org.broadsheet.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.SparkTest;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Counting;
import org.broadsheet.counting.Counting.Article;
import org.broadsheet.counting.Sums;
import org.broadsheet.stats.Diversity;
import org.junit.jupiter.api.Test;

class SourceWordsTest extends SparkTest {

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

  /**
   * Each source has seven words of its own in English and seven in German, all as often, of which
   * it has ten to show.
   */
  private static List<Article> alikeSources() {
    List<Article> articles = new ArrayList<>();
    for (int source = 0; source < 4; source++) {
      for (int i = 0; i < 6; i++) {
        boolean isEnglish = i % 2 == 0;
        StringBuilder text = new StringBuilder("Ferry boat. ".repeat(1 + source));
        for (int word = 0; word < 7; word++) {
          char letter = (char) ('a' + 2 * word + (isEnglish ? 0 : 1));
          text.append(("own" + "klmn".charAt(source) + letter + ". ").repeat(8));
        }
        String id = "s" + source + "a" + i;
        String language = isEnglish ? "en" : "de";
        articles.add(new Article(id, language, "source" + source, null, text.toString()));
      }
    }
    return articles;
  }

  @Test
  void wordsAreTheSameInWhateverPartitionsAndOrder() {
    List<String> compared = List.of("source0", "source1", "source3");
    List<Article> articles = alikeSources();
    Random random = new Random(3);
    SourceWords expected = null;
    for (int partitions : new int[] {1, 2, 3, 7}) {
      SparkSession own = spark.newSession();
      own.conf().set("spark.sql.shuffle.partitions", partitions);
      List<Article> shuffled = Sums.shuffled(articles, random);
      SourceWords words =
          SourceWords.of(Counting.counted(own, shuffled, Counting.settings(1, 1)), compared);
      expected = expected == null ? words : expected;
      assertEquals(expected, words, partitions + " partitions");
    }
    assertEquals(
        "ownla ownlb ownlc ownld ownle ownlf ownlg ownlh ownli ownlj",
        String.join(" ", expected.bySource().get("source1").distinctive()));
    assertEquals(18, expected.bySource().get("source1").types());
    assertEquals(3, expected.divergences().size());
  }
}
