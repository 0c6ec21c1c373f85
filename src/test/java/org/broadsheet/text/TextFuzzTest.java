package org.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.counting.block.BlockTermCounts;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.counting.block.GroupTotals;
import org.broadsheet.counting.block.TermCounter;
import org.broadsheet.counting.block.TokenIdBlock;
import org.broadsheet.counting.block.TokenIdBlockBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, it is scanned and counted, and the numbers agree with one another. */
class TextFuzzTest {

  private static final String[] LANGUAGES = {"en", "fr", "it", "tr", "de", "ar", "hi", "xx"};

  private final Map<String, WordAnalysis> analyses = new HashMap<>();

  @Test
  void anyTextIsScannedAndCounted() {
    Random random = new Random(20_260_307);
    TextScanner scanner = new TextScanner();
    TokenIdBlockBuilder words = new TokenIdBlockBuilder(3, new AnalysisSettings(true, List.of()));
    long countedWords = 0;
    for (int i = 0; i < 5_000; i++) {
      String title = RandomText.of(random, random.nextInt(10));
      String body = RandomText.of(random, random.nextInt(60));
      TextScanner.Scan scan = scanner.scan(title, body, null);
      checkScan(scan, title.length() + 1);
      String language = LANGUAGES[i % LANGUAGES.length];
      countedWords += countedWords(scan, language);
      words.add(
          "a" + i,
          new GroupKey(language, "s" + i % 5, i % 3, List.of()),
          i,
          scan.text(),
          scan.spans());
    }
    checkBlock(words.build(), 5_000, countedWords);
  }

  private static void checkScan(TextScanner.Scan scan, int bodyStart) {
    TokenSpans.SpanCursor spans = new TokenSpans.SpanCursor(scan.spans());
    int end = 0;
    int titleWords = 0;
    int words = 0;
    int opened = 0;
    while (spans.next()) {
      assertTrue(spans.start() >= end, "words follow one another");
      assertTrue(spans.end() > spans.start(), "no word is empty");
      assertTrue(spans.end() <= scan.text().length(), "words lie in the text");
      assertFalse(spans.start() < bodyStart && spans.end() >= bodyStart, "no word is in both");
      assertFalse(
          spans.start() > 0
              && Character.isSurrogatePair(
                  scan.text().charAt(spans.start() - 1), scan.text().charAt(spans.start())),
          "no word opens inside a character");
      boolean first = spans.start() < bodyStart ? titleWords == 0 : words == 0;
      assertTrue(!first || spans.opensSentence(), "the first word of title and body opens one");
      titleWords += spans.start() < bodyStart ? 1 : 0;
      words += spans.start() < bodyStart ? 0 : 1;
      opened += spans.start() >= bodyStart && spans.opensSentence() ? 1 : 0;
      end = spans.end();
    }
    assertEquals(titleWords, scan.titleWords());
    assertEquals(words, scan.words());
    assertTrue(scan.sentences() <= opened, "each sentence has a word that opens it");
    assertTrue(scan.sentences() >= 0);
    assertTrue(words == 0 || scan.paragraphs() > 0, "words lie in paragraphs");
  }

  private long countedWords(TextScanner.Scan scan, String language) {
    WordAnalysis analysis =
        analyses.computeIfAbsent(
            language, code -> WordAnalysis.of(code, new AnalysisSettings(true, List.of())));
    TokenSpans.SpanCursor spans = new TokenSpans.SpanCursor(scan.spans());
    long counted = 0;
    while (spans.next()) {
      String word = scan.text().substring(spans.start(), spans.end());
      counted += analysis.term(word) == null ? 0 : 1;
    }
    return counted;
  }

  private static void checkBlock(TokenIdBlock words, int articles, long countedWords) {
    BlockTermCounts block = TermCounter.count(words, 3, (hash, n) -> true, 1).get(0);
    BagOfWordsBlock bags = words.bagsOfWords();
    List<GroupTotals> groups = words.articles().totals();
    assertEquals(articles, words.articles().size());
    assertEquals(articles, groups.stream().mapToLong(GroupTotals::articles).sum());
    assertEquals(countedWords, groups.stream().mapToLong(group -> group.tokens()[0]).sum());
    assertEquals(countedWords, Arrays.stream(bags.tfs()).asLongStream().sum());
    long[] tokens = new long[3];
    for (int cell = 0; cell < block.cells().size(); cell++) {
      tokens[block.n()[block.formTerms()[block.cells().form()[cell]]] - 1] +=
          block.cells().tf()[cell];
    }
    for (int n = 0; n < 3; n++) {
      int at = n;
      assertEquals(
          groups.stream().mapToLong(group -> group.tokens()[at]).sum(), tokens[n], "n " + n);
    }
    for (String term : block.terms()) {
      assertFalse(term.isBlank());
    }
  }

  /** The bound is far above what it takes: it catches a cost that grows with the square. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a", "the ferry sails ", "It rained. ", ".", " ", "\"", "-a", "\u0301", "東", "😀"})
  void twoMegabytesInOneLineAreFast(String piece) {
    String body = piece.repeat(2_000_000 / piece.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          TextScanner.Scan scan = new TextScanner().scan("", body, null);
          TokenIdBlockBuilder words = new TokenIdBlockBuilder(3, AnalysisSettings.DEFAULT);
          words.add("a", new GroupKey("en", "s", null, List.of()), null, scan.text(), scan.spans());
          assertEquals(1, words.build().articles().size());
        });
  }

  @Test
  void twoMegabytesOfShortLinesAreFast() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertEquals(
                1_000_000, new TextScanner().scan("", "a\n".repeat(1_000_000), null).words()));
  }
}
