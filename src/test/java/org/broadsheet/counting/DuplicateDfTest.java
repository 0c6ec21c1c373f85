package org.broadsheet.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.broadsheet.SparkTest;
import org.broadsheet.counting.Counting.Article;
import org.broadsheet.counting.block.TermCounter;
import org.broadsheet.counting.block.TermHash;
import org.broadsheet.counting.block.TokenIdBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateDfTest extends SparkTest {

  private static final Map<String, Integer> GROUPS =
      Map.of("a", 7, "b", 7, "c", 7, "d", 0, "e", 0, "f", 3, "f9", 3);

  private static final List<Article> ARTICLES =
      List.of(
          article("a", "en", "Ferry ant"),
          article("b", "en", "Ferry"),
          article("c", "en", "Ferry ant bee"),
          article("d", "en", "Ferry"),
          article("e", "en", "Ferry"),
          article("f", "de", "Ferry"),
          article("f9", "de", "Ferry"),
          article("5", "en", "Ferry bee"));

  private static Article article(String id, String language, String text) {
    return new Article(id, language, "s", null, text);
  }

  private static JavaRDD<TokenIdBlock> blocks(int perBlock, int seed) {
    List<Article> articles = new ArrayList<>(ARTICLES);
    Collections.shuffle(articles, new Random(seed));
    List<TokenIdBlock> blocks = new ArrayList<>();
    for (int start = 0; start < articles.size(); start += perBlock) {
      int end = Math.min(start + perBlock, articles.size());
      blocks.add(Counting.words(2, articles.subList(start, end)));
    }
    return context().parallelize(blocks, blocks.size());
  }

  private static JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  /** Of n articles of a group that have a term, n - 1 are duplicates. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 2, 2", "8, 7, 3", "2, 40, 4"})
  void theDuplicatesOfATermAreInItsPartition(int perBlock, int partitions, int seed) {
    List<DuplicateCount> counts =
        DuplicateDf.of(
                blocks(perBlock, seed),
                2,
                context().broadcast(Counting.numbers(GROUPS)),
                partitions)
            .map(DuplicateCount::of)
            .collect();
    assertEquals(partitions, counts.size());
    assertEquals(3, in(counts, "en", "ferry"));
    assertEquals(1, in(counts, "en", "ant"));
    assertEquals(1, in(counts, "en", "ferry ant"));
    assertEquals(0, in(counts, "en", "bee"));
    assertEquals(1, in(counts, "de", "ferry"));
    assertEquals(0, in(counts, "de", "ant"));
  }

  private static long in(List<DuplicateCount> counts, String language, String term) {
    int partition = TermCounter.partition(TermHash.ofTerm(term), counts.size());
    return counts.get(partition).df.get(language + " " + term);
  }

  /** What a partition knows. */
  private record DuplicateCount(Map<String, Long> df) implements Serializable {

    static DuplicateCount of(DuplicateDf duplicates) {
      Map<String, Long> df = new HashMap<>();
      for (String language : List.of("en", "de")) {
        for (String term : List.of("ferry", "ant", "bee", "ferry ant")) {
          int n = term.split(" ").length;
          df.put(language + " " + term, duplicates.of(new TermKey(language, n, term)));
        }
      }
      return new DuplicateCount(df);
    }
  }

  @Test
  void withoutCopiesThereAreNoDuplicates() {
    List<DuplicateCount> counts =
        DuplicateDf.of(blocks(2, 1), 2, context().broadcast(Counting.numbers(Map.of())), 3)
            .map(DuplicateCount::of)
            .collect();
    assertEquals(3, counts.size());
    counts.forEach(count -> count.df.values().forEach(df -> assertEquals(0, df)));
  }
}
