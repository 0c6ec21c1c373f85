package org.broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.SparkTest;
import org.broadsheet.copies.News.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Copies planted in small corpora, found by Spark. */
class CopiesTest extends SparkTest {

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String DAY = "2026-03-05";
  private static final String STORY = News.text(1, 300);

  @AfterEach
  void usualPartitions() {
    spark.conf().set(PARTITIONS, "2");
  }

  private static Copies find(Article... articles) {
    return News.find(spark, List.of(articles));
  }

  private static String source(int number) {
    return "outlet" + number;
  }

  /** Articles 1,000 and up that have nothing to do with one another. */
  private static List<Article> others(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> News.article(1_000 + i, source(i % 7), DAY, News.text(100 + i, 200)))
        .toList();
  }

  private static List<Article> with(List<Article> articles, List<Article> more) {
    return Stream.concat(articles.stream(), more.stream()).toList();
  }

  /** A story, the same, its first half, and an edited one, with a word in ten changed. */
  private static List<Article> planted() {
    return List.of(
        News.article(1, "post", DAY, STORY),
        News.article(2, "news", DAY, STORY.toUpperCase()),
        News.article(3, "echo", DAY, STORY.substring(0, STORY.length() / 2)),
        News.article(4, "mail", DAY, News.edited(STORY, 10, 1)));
  }

  @Test
  void plantedCopiesAreFoundAndNothingElse() {
    Copies copies = News.find(spark, with(planted(), others(100)));
    assertEquals(List.of(List.of(1, 2, 3, 4)), News.groups(copies));
    assertEquals(
        List.of(
            "1 2 exact", "1 3 abridged", "1 4 near", "2 3 abridged", "2 4 near", "3 4 abridged"),
        News.pairs(copies));
    assertEquals("1 copy group of 4 articles", copies.sentence());
    assertEquals(List.of(), copies.warnings());
  }

  @Test
  void pairsSayWhatTextsHaveInCommon() {
    // Three words changed, far from one another and from the ends: 9 of 298 shingles.
    Copies copies =
        find(
            News.article(1, "post", DAY, STORY),
            News.article(2, "post", DAY, News.edited(STORY, 80, 1)));
    Row pair = CopyPairs.table(copies).first();
    assertEquals("own_update", pair.getAs("kind"));
    assertEquals(289L, pair.<Long>getAs("shared_shingles"));
    assertEquals(298L, pair.<Long>getAs("shingles"));
    assertEquals(298L, pair.<Long>getAs("other_shingles"));
    assertEquals(289 / 307.0, pair.<Double>getAs("jaccard"));
    assertEquals(289 / 298.0, pair.<Double>getAs("containment"));
  }

  /** Each shares 180 words with the next, and at most 60 with any other. */
  private static List<Article> chain(int number) {
    List<String> words = News.words(2, 120 * number + 180);
    return IntStream.range(0, number)
        .mapToObj(
            i -> {
              String text = String.join(" ", words.subList(120 * i, 120 * i + 300));
              return News.article(1 + i, source(i), DAY, text);
            })
        .toList();
  }

  @Test
  void aChainOfSmallSimilaritiesIsNotOneGroup() {
    Copies copies = News.find(spark, chain(4));
    assertEquals(List.of("1 2 near", "2 3 near", "3 4 near"), News.pairs(copies));
    // 2 and 3 are most like their copies; 2 has the smaller number.
    assertEquals(List.of(List.of(1, 2, 3)), News.groups(copies));
  }

  @Test
  void eachMemberIsACopyOfTheOneInTheMiddle() {
    Copies copies = News.find(spark, chain(40));
    List<String> pairs = News.pairs(copies);
    // Of 39, one in 200 is not found.
    assertTrue(pairs.size() >= 37, pairs.toString());
    List<List<Integer>> groups = News.groups(copies);
    assertTrue(groups.size() >= 10, groups.toString());
    for (List<Integer> group : groups) {
      assertTrue(group.stream().anyMatch(centre -> areCopies(centre, group, pairs)), "" + group);
    }
  }

  private static boolean areCopies(int centre, List<Integer> group, List<String> pairs) {
    return group.stream()
        .filter(member -> member != centre)
        .map(member -> Math.min(member, centre) + " " + Math.max(member, centre) + " near")
        .allMatch(pairs::contains);
  }

  @Test
  void neitherTheOrderOfRowsNorTheNumberOfPartitionsMatters() {
    List<Article> articles = new ArrayList<>(with(planted(), others(40)));
    chain(12).forEach(a -> articles.add(News.article(20 + a.number(), a.source(), DAY, a.body())));
    for (int i = 0; i < 90; i++) {
      articles.add(
          News.article(100 + i, source(i % 5), DAY, News.edited(News.text(3, 200), 50 + i, i)));
    }
    for (int i = 0; i < 20; i++) {
      articles.add(News.article(300 + i, source(i % 5), DAY, News.text(4, 60)));
    }
    Copies expected = News.find(spark, articles);
    assertEquals(3, expected.groups().stream().filter(g -> g.members().size() > 3).count());
    Random random = new Random(5);
    for (int partitions : new int[] {1, 2, 7, 130}) {
      spark.conf().set(PARTITIONS, partitions);
      Collections.shuffle(articles, random);
      Dataset<Row> rows = News.rows(spark, articles).repartition(partitions);
      Copies copies = Copies.find(spark, rows, rows, News.SETTINGS);
      assertEquals(News.groups(expected), News.groups(copies));
      assertEquals(News.pairs(expected), News.pairs(copies));
      assertEquals(expected.warnings(), copies.warnings());
    }
  }

  @Test
  void ofNoArticleThereIsNoCopy() {
    Copies copies = find();
    assertEquals(List.of(), copies.groups());
    assertEquals(List.of(), News.pairs(copies));
    assertEquals(List.of(), CopyGroups.table(copies).collectAsList());
    assertEquals(List.of(), CopyFlows.table(copies).collectAsList());
    assertEquals("no copies", copies.sentence());
  }

  @Test
  void textsThatSayNothingAreNoCopies() {
    Article[] articles =
        IntStream.range(0, 20)
            .mapToObj(i -> News.headline(i, source(i), DAY, i % 2 == 0 ? null : "Ferry has left"))
            .toArray(Article[]::new);
    assertEquals(List.of(), find(articles).groups());
  }

  @Test
  void headlinesAreCopiesOnOneDayOnly() {
    String title = "Ferry leaves the harbour at noon";
    Copies copies =
        find(
            News.headline(1, "post", DAY, title),
            News.headline(2, "news", DAY, title),
            News.headline(3, "echo", "2026-03-06", title),
            News.headline(4, "mail", null, title));
    assertEquals(List.of(List.of(1, 2)), News.groups(copies));
  }

  /** As many as are not compared with one another. */
  @Test
  void headlinesWithoutADayAreNoCopies() {
    Article[] articles =
        IntStream.range(0, 40)
            .mapToObj(i -> News.headline(i, source(i), null, "Ferry leaves the harbour at noon"))
            .toArray(Article[]::new);
    Copies copies = find(articles);
    assertEquals(List.of(), copies.groups());
    assertEquals(List.of(), News.pairs(copies));
    assertEquals(List.of(), copies.warnings());
  }

  @Test
  void copiesAreWithinTheDaysOfTheJob() {
    List<Article> articles =
        List.of(
            News.article(1, "post", "2026-03-01", STORY),
            News.article(2, "news", "2026-03-31", STORY),
            News.article(3, "echo", "2026-04-30", STORY));
    Copies copies = News.find(spark, articles);
    assertEquals(List.of("1 2 exact", "2 3 exact"), News.pairs(copies));
    Dataset<Row> rows = News.rows(spark, articles);
    assertEquals(List.of(), Copies.find(spark, rows, rows, new CopySettings(29, true)).groups());
  }

  /** Of 100, 16 are compared with one another: 120 pairs; the others have one each. */
  @Test
  void anArticleThatCameAHundredTimesIsOneGroup() {
    List<Article> articles =
        IntStream.range(0, 100).mapToObj(i -> News.article(i, source(i), DAY, STORY)).toList();
    Copies copies = News.find(spark, with(articles, others(5)));
    assertEquals(1, copies.groups().size());
    assertEquals(100, copies.groups().get(0).members().size());
    List<String> pairs = News.pairs(copies);
    assertEquals(120 + 84, pairs.size());
    assertTrue(pairs.contains("0 99 exact") && !pairs.contains("1 99 exact"));
    assertEquals(
        List.of(
            "copies: 84 articles with the very words of many others; copy_pairs has each with the first of them only"),
        copies.warnings());
  }

  @Test
  void twoHundredVariantsOfAnArticleAreOneGroup() {
    String[] words = STORY.split(" ");
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String[] variant = words.clone();
      variant[i + 50] = "variant" + i;
      articles.add(News.article(i, source(i), DAY, String.join(" ", variant)));
    }
    Copies copies = News.find(spark, articles);
    assertEquals(1, copies.groups().size());
    assertEquals(200, copies.groups().get(0).members().size());
    long pairs = copies.pairs().count();
    // Of 19,900. With 32 centres in every band it would be 5,872; no band has all in one bucket.
    assertTrue(pairs > 5_872 && pairs < 10_000, pairs + " pairs");
    assertEquals(1, copies.warnings().size());
    assertTrue(copies.warnings().get(0).contains("more than 64 articles that look alike"));
  }

  /** The tide tables of four weeks, of which one source takes one: a word in 20 is another. */
  @Test
  void aSeriesOfASourceIsNoStory() {
    List<Article> articles = new ArrayList<>();
    for (int week = 0; week < 5; week++) {
      String day = "2026-03-" + (1 + 7 * week < 10 ? "0" : "") + (1 + 7 * week);
      articles.add(News.article(week, "post", day, News.edited(STORY, 20, week)));
    }
    assertEquals(List.of(), News.pairs(News.find(spark, articles)));
    // Of two sources it is no series.
    Copies copies =
        find(articles.get(0), News.article(9, "news", "2026-03-08", articles.get(1).body()));
    assertEquals(List.of("0 9 near"), News.pairs(copies));
    // Nor is it within three days.
    copies = find(articles.get(0), News.article(9, "post", "2026-03-04", articles.get(1).body()));
    assertEquals(List.of("0 9 own_update"), News.pairs(copies));
  }

  @Test
  void whatIsTakenFromASeriesWordForWordIsACopy() {
    List<Article> articles = new ArrayList<>();
    for (int week = 0; week < 4; week++) {
      String day = "2026-03-" + (10 + 5 * week);
      articles.add(News.article(week, "post", day, News.edited(STORY, 20, week)));
    }
    articles.add(News.article(9, "news", "2026-03-15", articles.get(1).body()));
    Copies copies = News.find(spark, articles);
    assertEquals(List.of("1 9 exact"), News.pairs(copies), "not with the other weeks");
  }

  @Test
  void aBodyThatIsCutOffIsComparedToo() {
    String start = String.join(" ", News.words(1, 300).subList(0, 150)) + " and";
    Copies copies =
        find(
            News.article(1, "post", DAY, STORY),
            new Article(2, "news", DAY, "A title", start, "truncated", List.of()));
    assertEquals(List.of("1 2 abridged"), News.pairs(copies));
    Row pair = CopyPairs.table(copies).first();
    assertEquals(148L, pair.<Long>getAs("shared_shingles"));
    assertEquals(149L, pair.<Long>getAs("other_shingles"));
  }

  /** Such marks are two units each of a text in Java, and one of a text in Spark. */
  @Test
  void theTitleEndsWhereItEndsWithPicturesInIt() {
    String title = "😀😀😀😀😀😀😀😀😀😀 a b c";
    List<Article> articles =
        List.of(
            new Article(1, "post", DAY, title, STORY, "full", List.of()),
            new Article(2, "post", DAY, title, STORY, "truncated", List.of()),
            new Article(3, "post", DAY, null, STORY, "full", List.of()));
    List<ShingleBlock> blocks = ShingleBlocks.of(News.rows(spark, articles).coalesce(1)).collect();
    assertEquals(1, blocks.size());
    assertArrayEquals(new int[] {298, 298, 298}, blocks.get(0).facts().sizes());
  }

  @Test
  void articlesAreMarkedWithTheirGroupTheirRoleAndItsAgency() {
    List<Article> articles =
        List.of(
            News.article(3, "post", DAY, STORY),
            new Article(2, "news", "2026-03-06", null, STORY, "full", List.of("Reuters")),
            News.article(5, "news", "2026-03-07", STORY),
            News.article(9, null, "2026-03-08", STORY),
            News.article(1, "post", DAY, News.text(7, 300)));
    Dataset<Row> rows = News.rows(spark, articles);
    Copies copies = Copies.find(spark, rows, rows, News.SETTINGS);
    Map<String, String> marks = new HashMap<>();
    Dataset<Row> marked = copies.marked(rows);
    assertEquals(rows.columns().length + 3, marked.columns().length);
    marked
        .select("article_id", "copy_group_id", "copy_role", "copy_group_agency")
        .collectAsList()
        .forEach(row -> marks.put(row.getString(0), row.mkString(" ")));
    String group = " " + News.id(2);
    assertEquals(
        Map.of(
            News.id(1), News.id(1) + " null single null",
            News.id(2), News.id(2) + group + " copy Reuters",
            News.id(3), News.id(3) + group + " first Reuters",
            News.id(5), News.id(5) + group + " own_update Reuters",
            News.id(9), News.id(9) + group + " copy Reuters"),
        marks);
    Row row = CopyGroups.table(copies).first();
    assertEquals(
        News.id(2) + " 4 2 1 Reuters " + News.id(3) + " post 2026-03-05 2026-03-08",
        row.mkString(" "));
    assertEquals(
        List.of(ArticleNumbers.NONE, 0, 0, 0, 0),
        Stream.of(1, 2, 3, 5, 9).map(i -> copies.groupNumbers().get(News.id(i))).toList());
  }

  @Test
  void aStoryCountsOnceIfTheJobSaysSo() {
    Dataset<Row> rows =
        News.rows(
            spark,
            List.of(News.article(1, "post", DAY, STORY), News.article(2, "news", DAY, STORY)));
    Dataset<Row> fields = rows.selectExpr("article_id", "array(source, null) as fields");
    ArticleValues<DuplicateWeight> once =
        Copies.find(spark, rows, rows, News.SETTINGS).duplicateWeights(fields, List.of("a", "b"));
    assertEquals(List.of(true, false), once(once));
    assertEquals("post", weight(once, 2).inContrast(1).inRestOf());
    Copies all = Copies.find(spark, rows, rows, new CopySettings(30, false));
    assertEquals(List.of(true, true), once(all.duplicateWeights(fields, List.of("a", "b"))));
  }

  private static List<Boolean> once(ArticleValues<DuplicateWeight> weights) {
    return List.of(weight(weights, 1).inCorpus(), weight(weights, 2).inCorpus());
  }

  private static DuplicateWeight weight(ArticleValues<DuplicateWeight> weights, int article) {
    return weights.getOrDefault(News.id(article), DuplicateWeight.SINGLE);
  }
}
