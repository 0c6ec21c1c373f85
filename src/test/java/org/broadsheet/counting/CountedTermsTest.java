package org.broadsheet.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.broadsheet.SparkTest;
import org.broadsheet.counting.Counting.Article;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.counting.block.GroupTotals;
import org.broadsheet.counting.block.TokenIdBlock;
import org.broadsheet.stats.FrequencyThreshold;
import org.broadsheet.text.AnalysisSettings;
import org.junit.jupiter.api.Test;

class CountedTermsTest extends SparkTest {

  private static CountedTerms count(int minDf, List<Article> articles) {
    return Counting.counted(spark, articles, Counting.settings(2, minDf));
  }

  private static String texts(CountedTerms terms) {
    return String.join(" ", sorted(terms.published()));
  }

  /** The denominators by language and n, by source, and by period. */
  private static String shown(CorpusTotals totals) {
    return new TreeMap<>(totals.articlesByLanguage())
        + sorted(totals.byClass())
        + sorted(totals.by(GroupKey::source))
        + sorted(totals.by(GroupKey::period))
        + totals.periods();
  }

  private static String sorted(Map<?, CorpusTotals.Total> totals) {
    return totals.entrySet().stream().map(Object::toString).sorted().toList().toString();
  }

  @Test
  void totalsAreTheSameInWhateverPartitionsTheBlocksAre() {
    List<TokenIdBlock> blocks = new ArrayList<>();
    List<GroupTotals> all = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String day = i % 4 == 0 ? null : "2026-0" + (1 + i % 3) + "-02";
      String text = "Ferry " + "boat ".repeat(i % 5);
      List<Article> articles =
          List.of(
              new Article("a" + i, i % 3 == 0 ? "de" : "en", "s" + i % 4, day, text),
              new Article("b" + i, "en", "post", day, i % 6 == 0 ? "" : "Harbour"));
      TokenIdBlock block = Counting.words(2, articles);
      blocks.add(block);
      all.addAll(block.articles().totals());
    }
    Sums.requireSame(
        spark, blocks, given -> shown(CorpusTotals.of(given)), shown(new CorpusTotals(all)));
  }

  @Test
  void wordsForTopicsDoNotDependOnWhatIsPublished() {
    List<Article> articles = Counting.english("x y z", "x y", "x y", "x");
    for (int minDf : new int[] {2, 3, 4, 1_000}) {
      CountedTerms terms = count(minDf, articles);
      assertEquals(List.of("x", "y"), sorted(terms.words()));
      assertEquals(sorted(terms.published()).size(), terms.size());
    }
    assertEquals(List.of("x", "x y", "y"), sorted(count(3, articles).published()));
    assertEquals(
        List.of("x"), sorted(count(1_000, articles).published()), "no more than there are");
  }

  private static List<String> sorted(JavaRDD<TermStats> terms) {
    return terms.map(term -> term.key().term()).collect().stream().sorted().toList();
  }

  @Test
  void theVocabularyHasThresholds() {
    List<Article> articles = Counting.english("Ant ant bee cow", "Ant bee cow", "Ant dog", "Ant");
    assertEquals(
        "ant bee cow",
        vocabulary(
            articles, new FrequencyThreshold(0.5, true), null, FrequencyThreshold.of(1), null));
    assertEquals(
        "bee cow dog",
        vocabulary(
            articles,
            FrequencyThreshold.of(1),
            FrequencyThreshold.of(2),
            FrequencyThreshold.of(1),
            null));
    assertEquals(
        "bee cow dog",
        vocabulary(
            articles,
            FrequencyThreshold.of(1),
            new FrequencyThreshold(0.75, true),
            FrequencyThreshold.of(1),
            null));
    assertEquals(
        "ant",
        vocabulary(articles, FrequencyThreshold.of(1), null, FrequencyThreshold.of(3), null));
    assertEquals(
        "ant bee",
        vocabulary(
            articles,
            FrequencyThreshold.of(1),
            null,
            FrequencyThreshold.of(1),
            FrequencyThreshold.of(2)));
    assertEquals(
        "ant bee cow",
        vocabulary(
            articles,
            FrequencyThreshold.of(1),
            null,
            FrequencyThreshold.of(1),
            new FrequencyThreshold(0.75, true)));
    assertEquals(
        "ant bee cow dog",
        vocabulary(
            articles,
            FrequencyThreshold.of(1),
            null,
            FrequencyThreshold.of(1),
            FrequencyThreshold.of(9)));
  }

  private static String vocabulary(
      List<Article> articles,
      FrequencyThreshold minDf,
      FrequencyThreshold maxDf,
      FrequencyThreshold minTf,
      FrequencyThreshold maxTerms) {
    return texts(
        Counting.counted(
            spark,
            articles,
            new CountSettings(
                1,
                AnalysisSettings.DEFAULT,
                new Vocabulary(minDf, maxDf, minTf, maxTerms),
                List.of())));
  }

  @Test
  void theTermsOfHighestDfLeadAndTiesAreInOrderOfText() {
    CountedTerms terms = count(1, Counting.english("Ant. Bee. Cow", "Ant. Bee. Cow", "Ant", "Dog"));
    LeadingTerms two = terms.leading(2);
    assertEquals(List.of("ant", "bee", "cow", "dog"), sorted(terms.published()));
    assertEquals(List.of("ant", "bee"), sorted(terms.published().filter(two::contains)));
    assertEquals(2, terms.size(2));
    assertEquals(4, terms.size(9));
  }

  @Test
  void aFieldWithoutAValueIsReported() {
    CountSettings settings =
        new CountSettings(1, AnalysisSettings.DEFAULT, Counting.ofMinDf(1), List.of("section"));
    List<Article> news = List.of(new Article("a", "en", "news", null, "Ant"));
    assertEquals(List.of("section"), Counting.counted(spark, news, settings).emptyFields());
    assertTrue(Counting.counted(spark, Counting.english("Ant"), settings).emptyFields().isEmpty());
    assertEquals(1, Counting.counted(spark, news, settings).published().count());
  }
}
