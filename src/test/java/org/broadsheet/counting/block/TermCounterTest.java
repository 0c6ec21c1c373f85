package org.broadsheet.counting.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.text.AnalysisSettings;
import org.broadsheet.text.TextScanner;
import org.broadsheet.text.TokenSpans;
import org.broadsheet.text.WordAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermCounterTest {

  private record Article(
      String id, String language, String source, Integer period, Integer day, String text) {}

  private final TextScanner scanner = new TextScanner();
  private final Map<String, WordAnalysis> analyses = new HashMap<>();

  private static Article article(String id, String text) {
    return new Article(id, "en", "post", 0, 3, text);
  }

  private TokenIdBlock words(int ngrams, List<Article> articles) {
    TokenIdBlockBuilder block = new TokenIdBlockBuilder(ngrams, AnalysisSettings.DEFAULT);
    for (Article article : articles) {
      TextScanner.Scan scan = scanner.scan("", article.text, null);
      block.add(
          article.id,
          new GroupKey(article.language, article.source, article.period, List.of()),
          article.day,
          scan.text(),
          scan.spans());
    }
    return block.build();
  }

  private static BlockTermCounts count(int ngrams, TokenIdBlock words) {
    return count(ngrams, words, (hash, n) -> true);
  }

  private static BlockTermCounts count(int ngrams, TokenIdBlock words, TermCounter.Filter filter) {
    return TermCounter.count(words, ngrams, filter, 1).get(0);
  }

  private BlockTermCounts count(int ngrams, List<Article> articles) {
    return count(ngrams, words(ngrams, articles));
  }

  private BlockTermCounts count(int ngrams, String... texts) {
    return count(ngrams, articles(texts));
  }

  private BagOfWordsBlock bags(String... texts) {
    return words(3, articles(texts)).bagsOfWords();
  }

  private static List<Article> articles(String... texts) {
    return IntStream.range(0, texts.length).mapToObj(i -> article("a" + i, texts[i])).toList();
  }

  /** What the cells say, summed by a key that any block gives alike. */
  private static Map<String, List<Integer>> cells(BlockTermCounts block, boolean byForm) {
    Map<String, List<Integer>> sums = new TreeMap<>();
    BlockTermCounts.FormCounts cells = block.cells();
    for (int i = 0; i < cells.size(); i++) {
      int form = cells.form()[i];
      int term = block.formTerms()[form];
      GroupKey group = block.groups().get(cells.group()[i]);
      String key =
          String.join(
              "|",
              group.language(),
              group.source(),
              String.valueOf(group.period()),
              String.valueOf(block.n()[term]),
              block.terms().get(term),
              byForm ? block.forms().get(form) : "*");
      sums.merge(key, List.of(cells.tf()[i], cells.df()[i]), TermCounterTest::sum);
    }
    return sums;
  }

  private static List<Integer> sum(List<Integer> a, List<Integer> b) {
    return List.of(a.get(0) + b.get(0), a.get(1) + b.get(1));
  }

  /** The first and the last day of each term, by a key that any block gives alike. */
  private static Map<String, List<Integer>> days(BlockTermCounts block) {
    Map<String, List<Integer>> days = new TreeMap<>();
    for (int i = 0; i < block.cells().size(); i++) {
      int term = block.formTerms()[block.cells().form()[i]];
      String language = block.groups().get(block.cells().group()[i]).language();
      days.put(
          language + "|" + block.n()[term] + "|" + block.terms().get(term),
          List.of(block.firstDays()[term], block.lastDays()[term]));
    }
    return days;
  }

  private static List<Integer> spanned(List<Integer> a, List<Integer> b) {
    return List.of(Math.min(a.get(0), b.get(0)), Math.max(a.get(1), b.get(1)));
  }

  /** Term to "tf df", where all articles are in one group. */
  private static Map<String, String> terms(BlockTermCounts block) {
    Map<String, String> terms = new TreeMap<>();
    cells(block, false)
        .forEach((key, v) -> terms.put(key.split("\\|")[4], v.get(0) + " " + v.get(1)));
    return terms;
  }

  @Test
  void countsWordsAndTheArticlesThatHaveThem() {
    TokenIdBlock words =
        words(1, articles("Ferry after ferry sailed. Ferries sailed.", "A ferry sank.", "The"));
    assertEquals(
        Map.of("ferry", "3 2", "ferries", "1 1", "sailed", "2 1", "sank", "1 1"),
        terms(count(1, words)));
    assertEquals(1, words.articles().totals().size());
    GroupTotals group = words.articles().totals().get(0);
    assertArrayEquals(new long[] {7}, group.tokens());
    assertEquals(3, group.articles());
    assertEquals(2, group.countedArticles(), "one has stop words only");
  }

  @Test
  void keepsTheFormsOfATermApart() {
    BlockTermCounts block =
        count(1, "Israel's ISRAEL Israel’s Israel", "Israel’s israel", "Israel");
    assertEquals(Map.of("israel", "7 3"), terms(block));
    Map<String, List<Integer>> forms = cells(block, true);
    assertEquals(
        Set.of("Israel's", "ISRAEL", "Israel’s", "Israel", "israel"),
        Set.copyOf(forms.keySet().stream().map(key -> key.split("\\|")[5]).toList()));
    assertEquals(2, forms.get("en|post|0|1|israel|Israel’s").get(0), "tf of a form");
    assertEquals(1, forms.get("en|post|0|1|israel|Israel's").get(1), "the first form has the df");
    assertEquals(1, forms.get("en|post|0|1|israel|Israel’s").get(1));
    assertEquals(0, forms.get("en|post|0|1|israel|ISRAEL").get(1));
    assertEquals(1, forms.get("en|post|0|1|israel|Israel").get(1));
  }

  @Test
  void pairsAreNeighboursInsideASentenceWithoutAGap() {
    TokenIdBlock words =
        words(
            2,
            articles(
                "Night ferries sail. Ferries sail at night.\n\nNight 7 ferries, night ferries"));
    assertEquals(
        Map.of(
            "night", "4 1",
            "ferries", "4 1",
            "sail", "2 1",
            "night ferries", "2 1",
            "ferries sail", "2 1",
            "ferries night", "1 1"),
        terms(count(2, words)));
    assertArrayEquals(new long[] {10, 5}, words.articles().totals().get(0).tokens());
  }

  @Test
  void noPairReachesFromTheTitleIntoTheBody() {
    TokenIdBlockBuilder words = new TokenIdBlockBuilder(2, AnalysisSettings.DEFAULT);
    TextScanner.Scan scan = scanner.scan("Night ferries", "Ferries sail", null);
    words.add("a", new GroupKey("en", "s", null, List.of()), null, scan.text(), scan.spans());
    Map<String, String> terms = terms(count(2, words.build()));
    assertEquals(
        Set.of("night", "ferries", "sail", "night ferries", "ferries sail"), terms.keySet());
  }

  @Test
  void noPairReachesFromOneArticleIntoTheNext() {
    assertEquals(Map.of("night", "1 1", "ferries", "1 1"), terms(count(2, "Night", "ferries")));
  }

  @Test
  void triplesAreCountedToo() {
    TokenIdBlock words =
        words(3, articles("Port Ellery harbour authority. Port Ellery harbour.", "port ellery"));
    BlockTermCounts block = count(3, words);
    Map<String, String> terms = terms(block);
    assertEquals("3 2", terms.get("port ellery"));
    assertEquals("2 1", terms.get("port ellery harbour"));
    assertEquals("1 1", terms.get("ellery harbour authority"));
    assertFalse(terms.containsKey("port ellery harbour authority"), "four words");
    assertFalse(terms.containsKey("harbour authority port"), "crosses a sentence");
    assertArrayEquals(new long[] {9, 6, 3}, words.articles().totals().get(0).tokens());
    for (int term = 0; term < block.terms().size(); term++) {
      assertEquals(block.terms().get(term).split(" ").length, block.n()[term]);
    }
  }

  @Test
  void formsOfAPairAreThoseOfItsWords() {
    BlockTermCounts block = count(2, "Night Ferries", "night ferries. NIGHT ferries");
    Map<String, List<Integer>> forms = cells(block, true);
    assertEquals(List.of(1, 1), forms.get("en|post|0|2|night ferries|Night Ferries"));
    assertEquals(List.of(1, 1), forms.get("en|post|0|2|night ferries|night ferries"));
    assertEquals(List.of(1, 0), forms.get("en|post|0|2|night ferries|NIGHT ferries"));
    assertEquals("3 2", terms(block).get("night ferries"));
  }

  @Test
  void groupsAreLanguageSourceAndPeriod() {
    TokenIdBlock words =
        words(
            1,
            List.of(
                new Article("a", "en", "post", 0, 3, "ferry ferry"),
                new Article("b", "en", "post", 7, 9, "ferry"),
                new Article("c", "en", "courier", 0, 2, "ferry"),
                new Article("d", "de", "post", 0, 1, "ferry"),
                new Article("e", "en", "post", null, null, "ferry"),
                new Article("f", "en", "post", 0, 1, "ferry the")));
    BlockTermCounts block = count(1, words);
    assertEquals(
        Map.of(
            "en|post|0|1|ferry|*", List.of(3, 2),
            "en|post|7|1|ferry|*", List.of(1, 1),
            "en|courier|0|1|ferry|*", List.of(1, 1),
            "de|post|0|1|ferry|*", List.of(1, 1),
            "en|post|null|1|ferry|*", List.of(1, 1)),
        cells(block, false));
    assertEquals(Map.of("en|1|ferry", List.of(1, 9), "de|1|ferry", List.of(1, 1)), days(block));
    assertEquals(5, block.groups().size());
    assertEquals(2, words.articles().totals().get(0).articles());
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 0}, words.articles().group());
    assertArrayEquals(new int[] {3, 9, 2, 1, Integer.MIN_VALUE, 1}, words.articles().days());
    assertEquals(List.of("a", "b", "c", "d", "e", "f"), words.articles().ids());
  }

  @Test
  void aWordOfTwoLanguagesIsATermOfEach() {
    BlockTermCounts block =
        count(
            1,
            List.of(
                new Article("a", "en", "s", 0, 0, "die Ferry"),
                new Article("b", "de", "s", 0, 0, "die Ferry")));
    assertEquals(
        Set.of("en|s|0|1|die|*", "en|s|0|1|ferry|*", "de|s|0|1|ferry|*"),
        cells(block, false).keySet());
  }

  @Test
  void anArticleListsItsWordsOnceEach() {
    BagOfWordsBlock block = bags("Ferry sails. FERRY's sails, ferry", "", "Ferry");
    assertArrayEquals(new int[] {0, 2, 2, 3}, block.offsets());
    assertEquals(Map.of("ferry", 3, "sails", 2), entries(block, 0));
    assertEquals(Map.of(), entries(block, 1));
    assertEquals(Map.of("ferry", 1), entries(block, 2));
    assertEquals(5, block.length(0));
    assertEquals(0, block.length(1));
    assertEquals(1, block.length(2));
  }

  private static Map<String, Integer> entries(BagOfWordsBlock block, int article) {
    Map<String, Integer> entries = new HashMap<>();
    for (int i = block.offsets()[article]; i < block.offsets()[article + 1]; i++) {
      assertEquals(null, entries.put(block.words().get(block.wordIds()[i]), block.tfs()[i]));
    }
    return entries;
  }

  @Test
  void stemmingJoinsForms() {
    TokenIdBlockBuilder words = new TokenIdBlockBuilder(2, new AnalysisSettings(true, List.of()));
    for (String text : List.of("Ferries sailing", "ferry sails. Ferry's sail")) {
      TextScanner.Scan scan = scanner.scan("", text, null);
      words.add("a", new GroupKey("en", "s", 0, List.of()), 0, scan.text(), scan.spans());
    }
    assertEquals(
        Map.of("ferri", "3 2", "sail", "3 2", "ferri sail", "3 2"), terms(count(2, words.build())));
  }

  @Test
  void aBlockOfNothingIsEmpty() {
    TokenIdBlockBuilder words = new TokenIdBlockBuilder(2, AnalysisSettings.DEFAULT);
    assertFalse(words.isFull());
    TokenIdBlock block = words.build();
    assertEquals(0, block.bagsOfWords().articles().size());
    assertArrayEquals(new int[] {0}, block.bagsOfWords().offsets());
    assertEquals(0, count(2, block).cells().size());
    assertEquals(List.of(), block.articles().totals());
  }

  @Test
  void aBlockIsFullAtAMillionWords() {
    TokenIdBlockBuilder words = new TokenIdBlockBuilder(1, AnalysisSettings.DEFAULT);
    TextScanner.Scan scan = scanner.scan("", "ferry ".repeat(50_000), null);
    int articles = 0;
    while (!words.isFull()) {
      words.add("a", new GroupKey("xx", "s", 0, List.of()), 0, scan.text(), scan.spans());
      articles++;
      assertTrue(articles < 100, "it is full some time");
    }
    assertEquals(21, articles);
  }

  /** A longer term is found by the one it begins with. */
  @Test
  void aTermThatIsLeftOutTakesLongerOnesWithIt() {
    TokenIdBlock words = words(3, articles("Port Ellery harbour", "Ellery harbour port"));
    long ellery = TermHash.ofWord("ellery");
    long pair = TermHash.ofNgram(ellery, TermHash.ofWord("harbour"));
    assertEquals(
        Set.of("port", "harbour", "harbour port"),
        terms(count(3, words, (hash, n) -> hash != ellery)).keySet());
    assertEquals(
        Set.of("port", "ellery", "harbour", "port ellery", "harbour port", "port ellery harbour"),
        terms(count(3, words, (hash, n) -> hash != pair)).keySet());
  }

  @Test
  void theHashesOfAnArticleAreThoseOfItsTermsOnceEach() {
    TokenIdBlock words = words(2, articles("Night ferries. NIGHT ferries", "", "harbour night"));
    long night = TermHash.ofWord("night");
    long ferries = TermHash.ofWord("ferries");
    long harbour = TermHash.ofWord("harbour");
    ArticleTermHashes hashes = new ArticleTermHashes(words, 2);
    assertEquals(Set.of(night, ferries, TermHash.ofNgram(night, ferries)), hashes(hashes, 0));
    assertEquals(Set.of(), hashes(hashes, 1));
    assertEquals(Set.of(harbour, night, TermHash.ofNgram(harbour, night)), hashes(hashes, 2));
  }

  @Test
  void anArticleMayHaveManyTerms() {
    String text =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "w" + Integer.toString(i, 36) + "q ")
            .collect(Collectors.joining());
    ArticleTermHashes hashes = new ArticleTermHashes(words(2, articles(text, "ferry")), 2);
    assertEquals(9_999, hashes(hashes, 0).size());
    assertEquals(1, hashes(hashes, 1).size());
  }

  private static Set<Long> hashes(ArticleTermHashes hashes, int article) {
    int found = hashes.find(article);
    Set<Long> distinct = new HashSet<>();
    IntStream.range(0, found).forEach(i -> distinct.add(hashes.get(i)));
    assertEquals(found, distinct.size());
    return distinct;
  }

  @Test
  void theHashOfATermIsMadeOfThoseOfItsWords() {
    long port = TermHash.ofWord("port");
    long ellery = TermHash.ofWord("ellery");
    long harbour = TermHash.ofWord("harbour");
    assertEquals(port, TermHash.ofTerm("port"));
    assertEquals(TermHash.ofNgram(port, ellery), TermHash.ofTerm("port ellery"));
    assertEquals(
        TermHash.ofNgram(TermHash.ofNgram(port, ellery), harbour),
        TermHash.ofTerm("port ellery harbour"));
    Set<Long> kept = new HashSet<>();
    BlockTermCounts block =
        count(
            3,
            words(3, articles("Port Ellery harbour. Night ferries")),
            (hash, n) -> {
              kept.add(hash);
              return true;
            });
    assertEquals(block.terms().stream().map(TermHash::ofTerm).collect(Collectors.toSet()), kept);
    assertEquals(9, kept.size());
  }

  private static final String[] WORDS = {
    "ferry", "Ferry", "ferry's", "Ferry’s", "harbour", "HARBOUR", "the", "and", "7", "night",
    "sails", "l'eau", "die", "und"
  };

  private static List<Article> randomArticles(Random random, int size) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      StringBuilder text = new StringBuilder();
      int words = random.nextInt(30);
      for (int w = 0; w < words; w++) {
        text.append(WORDS[random.nextInt(WORDS.length)]);
        text.append(
            switch (random.nextInt(8)) {
              case 0 -> ". The ";
              case 1 -> "!\n\n";
              default -> " ";
            });
      }
      Integer day = random.nextInt(4) == 0 ? null : random.nextInt(21) - 7;
      articles.add(
          new Article(
              "a" + i,
              new String[] {"en", "fr", "xx"}[random.nextInt(3)],
              "s" + random.nextInt(2),
              day == null ? null : Math.floorDiv(day, 7) * 7,
              day,
              text.toString()));
    }
    return articles;
  }

  /** Counts as the definitions say, with strings and maps; finds the days of terms too. */
  private Map<String, List<Integer>> plainCounts(
      int ngrams, List<Article> articles, Map<String, List<Integer>> days) {
    Map<String, List<Integer>> counts = new TreeMap<>();
    for (Article article : articles) {
      Map<String, Integer> tf = new TreeMap<>();
      for (List<String> run : runs(article)) {
        for (int start = 0; start < run.size(); start++) {
          for (int n = 1; n <= ngrams && start + n <= run.size(); n++) {
            tf.merge(n + "|" + String.join(" ", run.subList(start, start + n)), 1, Integer::sum);
          }
        }
      }
      int first = article.day == null ? Integer.MAX_VALUE : article.day;
      int last = article.day == null ? Integer.MIN_VALUE : article.day;
      tf.forEach(
          (term, times) -> {
            counts.merge(
                String.join("|", article.language, article.source, article.period + "", term, "*"),
                List.of(times, 1),
                TermCounterTest::sum);
            days.merge(
                article.language + "|" + term, List.of(first, last), TermCounterTest::spanned);
          });
    }
    return counts;
  }

  /** The counted words of an article, cut at sentences and at words that do not count. */
  private List<List<String>> runs(Article article) {
    WordAnalysis analysis =
        analyses.computeIfAbsent(
            article.language, code -> WordAnalysis.of(code, AnalysisSettings.DEFAULT));
    TextScanner.Scan scan = scanner.scan("", article.text, null);
    TokenSpans.SpanCursor spans = new TokenSpans.SpanCursor(scan.spans());
    List<List<String>> runs = new ArrayList<>();
    List<String> run = new ArrayList<>();
    runs.add(run);
    while (spans.next()) {
      String term = analysis.term(scan.text().substring(spans.start(), spans.end()));
      if (term == null || spans.opensSentence()) {
        run = new ArrayList<>();
        runs.add(run);
      }
      if (term != null) {
        run.add(term);
      }
    }
    return runs;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void countsAsTheDefinitionsSay(int ngrams) {
    Random random = new Random(23 + ngrams);
    for (int round = 0; round < 40; round++) {
      List<Article> articles = randomArticles(random, 1 + random.nextInt(40));
      BlockTermCounts block = count(ngrams, articles);
      Map<String, List<Integer>> days = new TreeMap<>();
      assertEquals(plainCounts(ngrams, articles, days), cells(block, false));
      assertEquals(days, days(block));
    }
  }

  @Test
  void blocksSumToTheSameCountsHoweverArticlesAreSplit() {
    Random random = new Random(29);
    for (int round = 0; round < 40; round++) {
      List<Article> articles = randomArticles(random, 40);
      TokenIdBlock all = words(3, articles);
      BlockTermCounts whole = count(3, all);
      Map<String, List<Integer>> formSums = new TreeMap<>();
      Map<String, List<Integer>> days = new TreeMap<>();
      Map<String, List<Long>> groupSums = new TreeMap<>();
      Map<String, Map<String, Integer>> entries = new TreeMap<>();
      for (int start = 0, end; start < articles.size(); start = end) {
        end = Math.min(articles.size(), start + 1 + random.nextInt(15));
        TokenIdBlock some = words(3, articles.subList(start, end));
        BlockTermCounts part = count(3, some);
        cells(part, true).forEach((key, cell) -> formSums.merge(key, cell, TermCounterTest::sum));
        days(part).forEach((key, span) -> days.merge(key, span, TermCounterTest::spanned));
        addGroups(some, groupSums);
        addEntries(some.bagsOfWords(), entries);
      }
      assertEquals(cells(whole, true), formSums, "round " + round);
      assertEquals(days(whole), days);
      Map<String, List<Long>> wholeGroups = new TreeMap<>();
      addGroups(all, wholeGroups);
      assertEquals(wholeGroups, groupSums);
      Map<String, Map<String, Integer>> wholeEntries = new TreeMap<>();
      addEntries(all.bagsOfWords(), wholeEntries);
      assertEquals(wholeEntries, entries);
    }
  }

  private static void addGroups(TokenIdBlock block, Map<String, List<Long>> sums) {
    for (GroupTotals group : block.articles().totals()) {
      List<Long> values = new ArrayList<>();
      for (long tokens : group.tokens()) {
        values.add(tokens);
      }
      values.add(group.articles());
      values.add(group.countedArticles());
      sums.merge(
          group.key().language() + "|" + group.key().source() + "|" + group.key().period(),
          values,
          (a, b) -> IntStream.range(0, a.size()).mapToObj(i -> a.get(i) + b.get(i)).toList());
    }
  }

  private static void addEntries(BagOfWordsBlock block, Map<String, Map<String, Integer>> all) {
    for (int article = 0; article < block.articles().size(); article++) {
      all.put(block.articles().ids().get(article), entries(block, article));
    }
  }
}
