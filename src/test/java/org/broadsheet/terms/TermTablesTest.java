package org.broadsheet.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.SparkTest;
import org.broadsheet.UserException;
import org.broadsheet.copies.DuplicateWeight;
import org.broadsheet.counting.CountSettings;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Counting;
import org.broadsheet.counting.Counting.Article;
import org.broadsheet.counting.Vocabulary;
import org.broadsheet.ingest.Period;
import org.broadsheet.stats.Log2;
import org.broadsheet.stats.TermWeight;
import org.broadsheet.stats.keyness.Association;
import org.broadsheet.table.ResultTable;
import org.broadsheet.text.AnalysisSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measures of the tables about terms, over corpora small enough to compute by hand. */
class TermTablesTest extends SparkTest {

  /** 100 words a month; "ferry" is 10, 30 and 10 of them, at two sources. */
  private static final List<Article> MONTHS =
      List.of(
          month("a", "post", "2026-03-02", 10),
          month("b", "news", "2026-04-02", 30),
          month("c", "post", "2026-05-02", 10));

  @TempDir private static Path folder;

  private static Article month(String id, String source, String day, int ferries) {
    return new Article(
        id, "en", source, day, "Ferry. ".repeat(ferries) + "Boat. ".repeat(100 - ferries));
  }

  private static final TermSettings TABLES =
      new TermSettings(null, 1, 10, TermSettings.Weight.BM25, 1, null);

  private static CountSettings settings(int ngrams, Vocabulary vocabulary) {
    return new CountSettings(ngrams, AnalysisSettings.DEFAULT, vocabulary, List.of("section"));
  }

  private static CountedTerms counted(List<Article> articles) {
    return Counting.counted(spark, articles, settings(1, Counting.ofMinDf(1)));
  }

  private static List<Row> rows(String table, Dataset<Row> rows, String where) {
    return ResultTable.named(table).conform(rows).where(where).collectAsList();
  }

  private static Row row(String table, Dataset<Row> rows, String where) {
    List<Row> found = rows(table, rows, where);
    assertEquals(1, found.size(), where);
    return found.get(0);
  }

  private static double number(Row row, String column) {
    return ((Number) row.getAs(column)).doubleValue();
  }

  @Test
  void dispersionIsOverSourcesAndPeriods() {
    Row ferry = row("terms", Terms.table(counted(MONTHS)), "term = 'ferry'");
    // Of 50 ferries, 20 at a source with 2/3 of the words.
    assertEquals(2 / 3.0 - 0.4, number(ferry, "dp_sources"), 1e-12);
    assertEquals((2 / 3.0 - 0.4) / (2 / 3.0), number(ferry, "dp_sources_norm"), 1e-12);
    // .2, .6, .2 against thirds.
    assertEquals(0.6 - 1 / 3.0, number(ferry, "dp_periods"), 1e-12);
    assertEquals((0.6 - 1 / 3.0) / (2 / 3.0), number(ferry, "dp_periods_norm"), 1e-12);
  }

  @Test
  void aSourceIsComparedWithTheRest() {
    Dataset<Row> table = TermSources.table(counted(MONTHS));
    Row ferry = row("term_sources", table, "source = 'news' and term = 'ferry'");
    double g2 =
        2
            * (30 * Math.log(30 / (50 / 3.0))
                + 20 * Math.log(20 / (100 / 3.0))
                + 70 * Math.log(70 / (250 / 3.0))
                + 180 * Math.log(180 / (500 / 3.0)));
    assertEquals(g2, number(ferry, "g2"), 1e-9);
    assertEquals(Math.log(3) / Math.log(2), number(ferry, "log_ratio"), 1e-12);
    assertEquals(2 * number(ferry, "p"), number(ferry, "p_bonferroni"), 1e-15);
    assertTrue(number(ferry, "lrc") > 0 && number(ferry, "lrc") == number(ferry, "log_ratio_low"));
    Row boat = row("term_sources", table, "source = 'news' and term = 'boat'");
    assertEquals(-g2, number(boat, "g2"), 1e-9, "two words are all there is");
    assertEquals(number(ferry, "p"), number(ferry, "p_bh"), 1e-15, "both are as improbable");
  }

  @Test
  void inACorpusOfOneSourceThereIsNothingToCompareWith() {
    Row ferry =
        row("term_sources", TermSources.table(counted(MONTHS.subList(0, 1))), "term = 'ferry'");
    assertEquals(0, number(ferry, "rest_tokens"));
    for (String column : KeynessComparison.SCORES.schema().fieldNames()) {
      assertTrue(ferry.isNullAt(ferry.fieldIndex(column)), column);
    }
  }

  /**
   * The same story at three sources, 10 ferries in 100 words each, and one of the news' own with
   * none. Of the story, the one at the post counts for the corpus, and the one at the news in the
   * rest of the post.
   */
  @Test
  void aStoryCountsOnceOnEitherSide() {
    List<Article> articles =
        List.of(
            month("a", "post", "2026-03-02", 10),
            month("b", "news", "2026-03-03", 10),
            month("c", "echo", "2026-03-03", 10),
            month("d", "news", "2026-03-04", 0));
    Map<String, DuplicateWeight> weights =
        Map.of(
            "a", weight(true, true, null),
            "b", weight(false, true, "post"),
            "c", weight(false, true, null));
    Dataset<Row> table =
        TermSources.table(
            Counting.counted(spark, articles, settings(1, Counting.ofMinDf(1)), weights, Map.of()));
    String counts = "%s: %d of %d, rest %d of %d in %d of %d articles";
    assertEquals(
        List.of(
            "echo: 10 of 100, rest 10 of 200 in 1 of 2 articles",
            "news: 10 of 200, rest 10 of 100 in 1 of 1 articles",
            "post: 10 of 100, rest 10 of 200 in 1 of 2 articles"),
        rows("term_sources", table, "term = 'ferry'").stream()
            .map(
                row ->
                    String.format(
                        counts,
                        row.<String>getAs("source"),
                        row.<Long>getAs("tf"),
                        row.<Long>getAs("source_tokens"),
                        row.<Long>getAs("rest_tf"),
                        row.<Long>getAs("rest_tokens"),
                        row.<Long>getAs("rest_df"),
                        row.<Long>getAs("rest_articles")))
            .sorted()
            .toList());
  }

  private static DuplicateWeight weight(boolean inCorpus, boolean inTarget, String inRestOf) {
    DuplicateWeight.InContrast source = new DuplicateWeight.InContrast(inTarget, inRestOf);
    return new DuplicateWeight(
        inCorpus, List.of(source, new DuplicateWeight.InContrast(true, null)));
  }

  /**
   * Of three copies two have the word twice, and one does not have it; an own update has it too.
   */
  @Test
  void aStoryIsCountedOnceInWhatHasATerm() {
    List<Article> articles =
        List.of(
            month("a", "post", "2026-03-02", 2),
            month("b", "news", "2026-03-03", 2),
            month("c", "echo", "2026-03-03", 0),
            month("d", "post", "2026-03-04", 7),
            month("e", "post", "2026-03-04", 7));
    Map<String, Integer> groups = Map.of("a", 0, "b", 0, "c", 0, "d", 1, "e", 1);
    CountedTerms terms =
        Counting.counted(spark, articles, settings(1, Counting.ofMinDf(1)), Map.of(), groups);
    Row ferry = row("terms", Terms.table(terms), "term = 'ferry'");
    assertEquals(4L, ferry.<Long>getAs("df"));
    assertEquals(2L, ferry.<Long>getAs("copy_groups"));
    Row boat = row("terms", Terms.table(terms), "term = 'boat'");
    assertEquals(5L, boat.<Long>getAs("df"));
    assertEquals(2L, boat.<Long>getAs("copy_groups"));
  }

  @Test
  void aFieldIsComparedAsSourcesAre() {
    Dataset<Row> groups = TermGroups.table(counted(MONTHS));
    Row ferry = row("term_groups", groups, "term = 'ferry'");
    assertEquals("section harbour", ferry.getString(0) + " " + ferry.getString(1));
    assertEquals(20, number(ferry, "tf"));
    assertEquals(200, number(ferry, "group_tokens"));
    assertEquals(30, number(ferry, "rest_tf"));
    assertEquals(100, number(ferry, "rest_tokens"), "articles without a value are of the rest");
  }

  @Test
  void aPeriodIsComparedWithTheOthers() {
    CountedTerms terms = counted(MONTHS);
    TermPeriods overTime = new TermPeriods(terms, Calendar.of(terms, Period.MONTH), TABLES);
    Row april =
        row("term_periods", overTime.table(), "term = 'ferry' and period = date '2026-04-01'");
    assertEquals(10, number(april, "baseline"), 1e-12);
    assertEquals(20 / Math.sqrt(15), number(april, "z"), 1e-12);
    Row march =
        row("term_periods", overTime.table(), "term = 'ferry' and period = date '2026-03-01'");
    assertEquals(20, number(march, "baseline"), 1e-12);
    assertEquals(-10 / Math.sqrt(30), number(march, "z"), 1e-12);
  }

  @Test
  void whereLittleIsExpectedThereIsNoScore() {
    CountedTerms terms =
        counted(List.of(month("a", "post", "2026-03-02", 2), month("b", "post", "2026-04-02", 9)));
    TermPeriods overTime = new TermPeriods(terms, Calendar.of(terms, Period.MONTH), TABLES);
    Row april =
        row("term_periods", overTime.table(), "term = 'ferry' and period = date '2026-04-01'");
    assertEquals(2, number(april, "baseline"), 1e-12);
    assertTrue(april.isNullAt(april.fieldIndex("z")));
  }

  /** 1 article a month for ten months, then 9 with the word in two months in a row. */
  private static List<Article> rush() {
    List<Article> articles = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      for (int i = 0; i < 20; i++) {
        boolean has = month == 6 || month == 7 ? i < 9 : i < 1;
        String day = String.format("2026-%02d-02", month);
        articles.add(new Article(month + "-" + i, "en", "post", day, has ? "A flood" : "Rain"));
      }
    }
    return articles;
  }

  @Test
  void aBurstIsARunOfPeriods() {
    CountedTerms terms = counted(rush());
    TermPeriods overTime = new TermPeriods(terms, Calendar.of(terms, Period.MONTH), TABLES);
    List<Row> bursts = rows("term_bursts", overTime.bursts(), "true");
    assertEquals(1, bursts.size());
    Row flood = bursts.get(0);
    assertEquals("flood", flood.getAs("term"));
    assertEquals("2026-06-01", flood.getAs("first_period").toString());
    assertEquals("2026-07-01", flood.getAs("last_period").toString());
    assertEquals(18, number(flood, "df"));
    assertEquals(40, number(flood, "burst_articles"));
    List<Row> inside = rows("term_periods", overTime.table(), "term = 'flood' and burst_level = 1");
    assertEquals(2, inside.size());
  }

  @Test
  void aPeriodOfFewArticlesIsThin() {
    List<Article> articles = new ArrayList<>(rush());
    articles.add(new Article("late", "en", "post", "2027-01-02", "Rain"));
    CountedTerms terms = counted(articles);
    Dataset<Row> periods = Periods.table(terms, Calendar.of(terms, Period.MONTH));
    assertEquals(12, rows("periods", periods, "not is_thin").size());
    assertEquals("2027-01-01", row("periods", periods, "is_thin").getAs("period").toString());
  }

  @Test
  void theLeadingTermsHaveRowsBySourceAndPeriod() {
    List<Row> rows =
        rows("term_source_periods", TermSourcePeriods.table(counted(MONTHS), TABLES), "true");
    assertEquals(3, rows.size(), "terms.series is 1: of two of equal df the first in order");
    for (Row row : rows) {
      assertEquals("boat", row.getAs("term"));
      assertEquals(100, number(row, "source_period_tokens"));
      assertEquals(1, number(row, "source_period_articles"));
    }
  }

  /** Each word and each pair has a count of its own: no two of them can be mistaken. */
  @Test
  void aPhraseKnowsTheCountsOfItsParts() {
    List<Article> articles =
        Counting.english(
            "Big red ferry. Big red ferry. Big red boat. Big red boat. Red ferry.",
            "Big red boat. Big blue ferry. Big blue ferry. Ferry. Red. Big.");
    CountedTerms terms = Counting.counted(spark, articles, settings(3, Counting.ofMinDf(1)));
    Dataset<Row> table = Collocations.table(terms, TABLES);
    Row triple = row("collocations", table, "term = 'big red ferry'");
    assertEquals(List.of(8L, 7L, 6L), triple.getList(triple.fieldIndex("part_counts")));
    assertEquals(26, number(triple, "corpus_tokens"));
    // All words; big, red, big red, ferry, big * ferry, red ferry, and the triple.
    Association expected = Association.of(new long[] {26, 8, 7, 5, 6, 4, 3, 2});
    assertEquals(expected.g2(), number(triple, "g2"), 1e-12);
    assertEquals(expected.g2Split(), number(triple, "g2_split"), 1e-12);
    assertEquals(expected.lambda(), number(triple, "lambda_score"), 1e-12);
    assertEquals(expected.logDice(), number(triple, "log_dice"), 1e-12);
    assertEquals(expected.t(), number(triple, "t_score"), 1e-12);
    Row pair = row("collocations", table, "term = 'big red'");
    assertEquals(List.of(8L, 7L), pair.getList(pair.fieldIndex("part_counts")));
    assertEquals(Log2.of(5 * 26 / (8 * 7.0)), number(pair, "pmi"), 1e-12);
  }

  @Test
  void keywordsAreWeighedByBothWeights() {
    List<Article> articles = Counting.english("Ferry ferry boat", "Boat", "Harbour boat");
    Dataset<Row> table =
        ArticleKeywords.table(
            Counting.counted(spark, articles, settings(1, Counting.ofMinDf(1))), TABLES);
    Row ferry = row("article_keywords", table, "term = 'ferry'");
    assertEquals(2 * Math.log(4 / 2.0), number(ferry, "tf_idf"), 1e-12);
    assertEquals(
        TermWeight.bm25Tf(2, 3, 2) * TermWeight.bm25Idf(1, 3), number(ferry, "bm25"), 1e-12);
    assertEquals(2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 1.5)), TermWeight.bm25Tf(2, 3, 2), 1e-12);
    assertEquals(Math.log(1 + 2.5 / 1.5), TermWeight.bm25Idf(1, 3), 1e-12);
  }

  private static ReferenceList list(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return ReferenceList.open(spark, file.toString());
  }

  @Test
  void aReferenceListIsCountedAsTheCorpusIs() throws IOException {
    ReferenceList list =
        list(
            "list.csv",
            "Word,Frequency\nFerry,3\nferries,5\nFERRY,4\nthe,900\n12,50\nharbour,93\n");
    Row ferry = row("term_reference", TermReference.table(counted(MONTHS), list), "term = 'ferry'");
    assertEquals(7, number(ferry, "reference_tf"));
    assertEquals(105, number(ferry, "reference_tokens"), "stop words and numbers do not count");
    assertEquals(50, number(ferry, "tf"));
    assertEquals(300, number(ferry, "corpus_tokens"));
    Row boat = row("term_reference", TermReference.table(counted(MONTHS), list), "term = 'boat'");
    assertEquals(0, number(boat, "reference_tf"));
    assertTrue(boat.isNullAt(boat.fieldIndex("log_ratio_high")));
  }

  @Test
  void theTermsOfAnotherRunAreAReferenceToo() {
    String path = folder.resolve("terms").toString();
    ResultTable.named("terms").conform(Terms.table(counted(MONTHS))).write().parquet(path);
    Dataset<Row> table = TermReference.table(counted(MONTHS), ReferenceList.open(spark, path));
    Row ferry = row("term_reference", table, "term = 'ferry'");
    assertEquals(50, number(ferry, "reference_tf"));
    assertEquals(300, number(ferry, "reference_tokens"));
    assertEquals(0, number(ferry, "g2"), 1e-9);
  }

  @Test
  void whatIsNoCountIsLeftOut() throws IOException {
    ReferenceList list = list("counts.csv", "word,count\nferry,12.0\nboat,many\nharbour,\n");
    Dataset<Row> table = TermReference.table(counted(MONTHS), list);
    assertEquals(12, number(row("term_reference", table, "term = 'ferry'"), "reference_tf"));
    assertEquals(0, number(row("term_reference", table, "term = 'boat'"), "reference_tf"));
  }

  @Test
  void aListThatCannotBeReadSaysWhatToDo() throws IOException {
    assertThrows(UserException.class, () -> ReferenceList.open(spark, folder + "/none.csv"));
    assertThrows(UserException.class, () -> list("empty.csv", ""));
    assertThrows(UserException.class, () -> list("list.xlsx", "PK something else"));
    UserException wrong =
        assertThrows(UserException.class, () -> list("wrong.tsv", "name\tnumber\nferry\t3\n"));
    assertTrue(wrong.getMessage().contains("name, number"), wrong.getMessage());
  }
}
