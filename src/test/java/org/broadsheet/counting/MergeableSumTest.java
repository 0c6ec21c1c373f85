package org.broadsheet.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.counting.Counting.Article;
import org.broadsheet.counting.block.TermHash;
import org.broadsheet.counting.block.TokenIdBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sums come out the same in whatever order elements are added and parts are merged. Those of other
 * packages, and those that Spark only makes, are tested where they are used.
 */
class MergeableSumTest {

  private static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String text = "Ferry " + "ant ".repeat(i % 3) + "bee ".repeat(i % 5) + "cow ".repeat(i % 7);
      articles.add(new Article("a" + i, i % 4 == 0 ? "de" : "en", "s" + i % 3, null, text));
    }
    return articles;
  }

  @Test
  void histograms() {
    List<TermStats> terms = List.copyOf(Counting.counts(2, Counting.words(2, articles())).values());
    Sums.requireSame(
        terms,
        DfHistogram::new,
        histogram -> {
          Map<String, Object> cutoffs = new TreeMap<>();
          for (NgramClass ngrams : histogram.classes()) {
            for (long most = 0; most < 6; most++) {
              cutoffs.put(ngrams + " " + most, histogram.cutoff(ngrams, most));
            }
          }
          return cutoffs;
        });
  }

  /** With few counters, some parts keep a list of those in use and some an array. */
  @ParameterizedTest
  @ValueSource(ints = {1 << 10, 1 << 12, 1 << 20})
  void rareTerms(int counters) {
    List<TokenIdBlock> blocks = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String own = " own" + Integer.toString(i, 36) + "q";
      String text = "Ferry" + own + " ant".repeat(i % 2) + " bee".repeat(i % 3) + " cow" + own;
      blocks.add(Counting.words(2, Counting.english(text, "Boat" + own)));
    }
    String[] terms = {"ferry", "ant", "bee", "cow", "boat", "own0q", "ownaq", "none"};
    Sums.requireSame(
        blocks,
        () -> new RareTerms(2, counters),
        sum -> {
          StringBuilder rare = new StringBuilder();
          for (String term : terms) {
            for (int minDf = 1; minDf <= 61; minDf++) {
              long hash = TermHash.ofWord(term);
              rare.append(sum.complete().isRare(hash, minDf) ? '-' : '+');
            }
          }
          return rare.toString();
        });
  }
}
