package org.broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.broadsheet.copies.Shingler.Shingled;
import org.junit.jupiter.api.Test;

class ArticleIndexTest {

  private static final int WINDOW = 30;
  private static final int NO_DAY = Integer.MIN_VALUE;
  private static final int POST = 7;
  private static final int NEWS = 9;

  private static final Shingled TEXT = text(1, 100);
  private static final Shingled PHRASE = text(2, 9);

  private record Article(long id, int day, int source, Shingled text) {}

  private static Shingled text(int seed, int shingles) {
    return new Shingled(seed, News.numbers(new SplittableRandom(seed), shingles));
  }

  private static ShingleBlock.Facts facts(List<Article> articles) {
    ShingleBlock.ShingleBlockBuilder block = new ShingleBlock.ShingleBlockBuilder();
    articles.forEach(article -> block.add(article.id, article.day, article.source, article.text));
    return block.build().facts();
  }

  private static ArticleIndex of(List<Article> articles) {
    return ArticleIndex.of(List.of(facts(articles)), WINDOW);
  }

  /** Articles 0 and 1. */
  private static ArticleIndex of(int day, Shingled text, int otherDay, Shingled otherText) {
    return of(List.of(new Article(0, day, POST, text), new Article(1, otherDay, NEWS, otherText)));
  }

  private static boolean mayBeCopies(int day, Shingled text, int otherDay, Shingled otherText) {
    ArticleIndex index = of(day, text, otherDay, otherText);
    assertEquals(index.mayBeCopies(0, 1), index.mayBeCopies(1, 0));
    return index.mayBeCopies(0, 1);
  }

  private static boolean mayBeSeries(int day, int source, int otherDay, int otherSource) {
    ArticleIndex index =
        of(List.of(new Article(0, day, source, TEXT), new Article(1, otherDay, otherSource, TEXT)));
    assertEquals(index.areDaysApart(0, 1), index.areDaysApart(1, 0));
    return index.areOfOneSource(0, 1) && index.areDaysApart(0, 1);
  }

  /** Articles 0, 1 and so on with the same words. */
  private static List<Article> same(Shingled text, int... days) {
    return IntStream.range(0, days.length)
        .mapToObj(number -> new Article(number, days[number], POST + number, text))
        .toList();
  }

  private static int[] days(int number, int day) {
    return IntStream.range(0, number).map(i -> day).toArray();
  }

  private static int[] repeats(ArticleIndex index) {
    index.repeating().forEach(article -> assertFalse(index.isCompared(article)));
    assertEquals(
        index.repeating().count(),
        IntStream.range(0, index.size()).filter(i -> !index.isCompared(i)).count());
    return index.repeating().toArray();
  }

  @Test
  void idsAreNumbersInTheSameOrder() {
    List<String> ids =
        List.of("0000000000000000", "00000000000000ff", "7fffffffffffffff", "8000000000000000");
    for (int i = 0; i < ids.size(); i++) {
      assertEquals(ids.get(i), ShingleBlocks.articleId(ShingleBlocks.id(ids.get(i))));
      assertTrue(i == 0 || ShingleBlocks.id(ids.get(i - 1)) < ShingleBlocks.id(ids.get(i)));
    }
  }

  @Test
  void articlesAreNumberedByTheirIdsHoweverTheBlocksAreCut() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      articles.add(new Article(1_000L * i - 7_000, i, POST, text(i / 3, 20 + i / 3)));
    }
    ArticleIndex expected = of(articles);
    Random random = new Random(1);
    for (int blocks = 1; blocks <= 7; blocks++) {
      Collections.shuffle(articles, random);
      List<ShingleBlock.Facts> facts = new ArrayList<>();
      for (int block = 0; block < blocks; block++) {
        facts.add(facts(articles.subList(60 * block / blocks, 60 * (block + 1) / blocks)));
      }
      assertSame(expected, ArticleIndex.of(facts, WINDOW));
    }
  }

  private static void assertSame(ArticleIndex expected, ArticleIndex index) {
    assertEquals(expected.size(), index.size());
    for (int article = 0; article < expected.size(); article++) {
      assertEquals(1_000L * article - 7_000, index.id(article));
      assertEquals(article, index.number(index.id(article)));
      assertEquals(20 + article / 3, index.shingles(article));
      for (int other = 0; other < expected.size(); other++) {
        assertEquals(expected.mayBeCopies(article, other), index.mayBeCopies(article, other));
        assertEquals(expected.areDaysApart(article, other), index.areDaysApart(article, other));
      }
    }
  }

  @Test
  void anArticleWithoutShinglesIsLikeNoOther() {
    ArticleIndex index = of(0, text(1, 0), 0, TEXT);
    assertEquals(1, index.size());
    assertEquals(0, index.number(1));
    assertEquals(0, ArticleIndex.of(List.of(), WINDOW).size());
  }

  @Test
  void copiesAreWithinTheWindow() {
    assertTrue(mayBeCopies(100, TEXT, 130, TEXT));
    assertFalse(mayBeCopies(100, TEXT, 131, TEXT));
    assertTrue(mayBeCopies(-10, TEXT, 20, TEXT));
    assertFalse(mayBeCopies(-11, TEXT, 20, TEXT));
  }

  @Test
  void anArticleWithoutADayMayBeOfAnyDay() {
    assertTrue(mayBeCopies(NO_DAY, TEXT, 20_000, TEXT));
    assertTrue(mayBeCopies(NO_DAY, TEXT, NO_DAY, TEXT));
  }

  @Test
  void aShortPartIsNoCopy() {
    assertTrue(mayBeCopies(0, part(30), 0, TEXT));
    assertFalse(mayBeCopies(0, part(19), 0, TEXT));
  }

  /** Some of the shingles, drawn at random. */
  private static Shingled part(int shingles) {
    List<Integer> all = new ArrayList<>(IntStream.of(TEXT.shingles()).boxed().toList());
    Collections.shuffle(all, new Random(3));
    return new Shingled(
        3, all.stream().limit(shingles).mapToInt(Integer::intValue).sorted().toArray());
  }

  /**
   * At a similarity of .3 an estimate below .1 is three standard errors away, at 0 above it 1.4.
   */
  @Test
  void textsThatAreUnlikeAreNotCompared() {
    SplittableRandom random = new SplittableRandom(5);
    int alike = 0;
    int unlike = 0;
    for (int i = 0; i < 1_000; i++) {
      alike += mayBeCopies(0, News.alike(random, 60, 200)) ? 1 : 0;
      unlike += mayBeCopies(0, News.alike(random, 0, 200)) ? 1 : 0;
    }
    assertTrue(alike >= 990, alike + " of 1,000");
    assertTrue(unlike <= 120, unlike + " of 1,000");
  }

  private static boolean mayBeCopies(int day, int[][] sets) {
    return mayBeCopies(day, new Shingled(1, sets[0]), day, new Shingled(2, sets[1]));
  }

  @Test
  void phrasesAreCopiesOnOneDayOnly() {
    assertTrue(mayBeCopies(5, PHRASE, 5, PHRASE));
    assertFalse(mayBeCopies(5, PHRASE, 6, PHRASE));
    assertFalse(mayBeCopies(5, PHRASE, NO_DAY, PHRASE));
    assertFalse(mayBeCopies(NO_DAY, PHRASE, NO_DAY, PHRASE));
    assertTrue(mayBeCopies(5, text(6, 10), 6, text(6, 10)), "ten shingles are no phrase");
  }

  @Test
  void ofManyArticlesOfTheSameWordsSixteenAreCompared() {
    assertArrayEquals(new int[0], repeats(of(same(TEXT, days(16, 3)))));
    ArticleIndex index = of(same(TEXT, days(20, 3)));
    assertArrayEquals(new int[] {16, 17, 18, 19}, repeats(index));
    index.repeating().forEach(article -> assertEquals(0, index.repeated(article)));
  }

  /** Spans of 31 days, of which any two days are within the window. */
  @Test
  void repeatsFollowTheFirstOfTheirSpan() {
    int[] days = IntStream.range(0, 60).map(i -> new int[] {-1, 30, 31}[i % 3]).toArray();
    ArticleIndex index = of(same(TEXT, days));
    assertArrayEquals(IntStream.range(48, 60).toArray(), repeats(index));
    index.repeating().forEach(i -> assertEquals(i % 3, index.repeated(i)));
  }

  @Test
  void repeatsAreWithinTheWindowOfTheFirst() {
    SplittableRandom random = new SplittableRandom(7);
    int[] days = IntStream.range(0, 2_000).map(i -> random.nextInt(-100, 100)).toArray();
    ArticleIndex index = of(same(TEXT, days));
    assertTrue(repeats(index).length > 1_800);
    index
        .repeating()
        .forEach(i -> assertTrue(index.mayBeCopies(i, index.repeated(i)), "day " + days[i]));
  }

  @Test
  void articlesWithoutADayAreASpanOfTheirOwn() {
    int[] days = IntStream.range(0, 40).map(i -> i % 2 == 0 ? NO_DAY : 0).toArray();
    ArticleIndex index = of(same(TEXT, days));
    assertArrayEquals(IntStream.range(32, 40).toArray(), repeats(index));
    index.repeating().forEach(i -> assertEquals(i % 2, index.repeated(i)));
  }

  @Test
  void otherWordsAreNoRepeat() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // The same set of shingles, in another order.
      articles.add(new Article(i, 0, POST, new Shingled(i % 4, TEXT.shingles())));
    }
    assertArrayEquals(new int[0], repeats(of(articles)));
  }

  @Test
  void aPhraseIsRepeatedOnOneDayOnly() {
    assertArrayEquals(new int[0], repeats(of(same(PHRASE, IntStream.range(0, 40).toArray()))));
    assertArrayEquals(new int[] {16}, repeats(of(same(PHRASE, days(17, 5)))));
  }

  /** Or the seventeenth would be a copy of the first, while the second is none. */
  @Test
  void aPhraseWithoutADayIsNoRepeat() {
    assertArrayEquals(new int[0], repeats(of(same(PHRASE, days(40, NO_DAY)))));
  }

  @Test
  void aSeriesIsOfOneSourceAndMoreThanThreeDaysApart() {
    assertTrue(mayBeSeries(10, POST, 14, POST));
    assertFalse(mayBeSeries(10, POST, 13, POST));
    assertFalse(mayBeSeries(10, POST, 14, NEWS));
    assertFalse(mayBeSeries(10, ArticleIndex.NO_SOURCE, 14, ArticleIndex.NO_SOURCE));
    assertFalse(mayBeSeries(NO_DAY, POST, 14, POST));
    assertFalse(mayBeSeries(10, POST, NO_DAY, POST));
  }
}
