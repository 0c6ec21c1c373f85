package org.broadsheet.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.SparkTest;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Counting;
import org.broadsheet.counting.Counting.Article;
import org.broadsheet.ingest.Period;
import org.broadsheet.table.ResultTable;
import org.junit.jupiter.api.Test;

/** The tables about terms, over corpora small enough to count by hand. */
class SmallCorpusTablesTest extends SparkTest {

  private static final TermSettings TABLES =
      new TermSettings(null, 1, 10, TermSettings.Weight.TF_IDF, 1, null);

  private static CountedTerms count(int minDf, List<Article> articles) {
    return Counting.counted(spark, articles, Counting.settings(2, minDf));
  }

  /** Some columns of a table as its declaration gives it, a row a line, in order. */
  private static String rows(String table, Dataset<Row> rows, String... columns) {
    return ResultTable.named(table).conform(rows).selectExpr(columns).collectAsList().stream()
        .map(row -> row.mkString("|"))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** Two sources, two months and a gap of one; "night ferries" is in every article. */
  private static final List<Article> FERRIES =
      List.of(
          new Article("a", "en", "post", "2026-03-02", "Night ferries sail. Ferries sail."),
          new Article("b", "en", "news", "2026-05-04", "Night ferries sink."),
          new Article("c", "en", "unknown", null, "Night ferries"));

  @Test
  void termsOfTheWholeCorpus() {
    assertEquals(
        """
        1|ferries|4|3|2|10|3|1.0
        1|night|3|3|2|10|3|1.0
        2|night ferries|3|3|2|6|3|1.0""",
        rows(
            "terms",
            Terms.table(count(2, FERRIES)),
            "n",
            "term",
            "tf",
            "df",
            "sources",
            "corpus_tokens",
            "corpus_articles",
            "df_share"));
    assertEquals(
        """
        1|sail|2|1|1|2026-03-02|2026-03-02
        1|sink|1|1|1|2026-05-04|2026-05-04
        2|ferries sail|2|1|1|2026-03-02|2026-03-02
        2|ferries sink|1|1|1|2026-05-04|2026-05-04""",
        rows(
            "terms",
            Terms.table(count(1, FERRIES)).where("df = 1"),
            "n",
            "term",
            "tf",
            "df",
            "sources",
            "first_date",
            "last_date"));
  }

  @Test
  void termsOfASourceBesideTheRest() {
    assertEquals(
        """
        news|1|1|3|1|3|2|7|2
        post|2|1|5|1|2|2|5|2
        unknown|1|1|2|1|3|2|8|2""",
        rows(
            "term_sources",
            TermSources.table(count(2, FERRIES)).where("term = 'ferries'"),
            "source",
            "tf",
            "df",
            "source_tokens",
            "source_articles",
            "rest_tf",
            "rest_df",
            "rest_tokens",
            "rest_articles"));
  }

  @Test
  void theTermOfHighestDfHasARowForEmptyPeriodsToo() {
    CountedTerms terms = count(2, FERRIES);
    Calendar calendar = Calendar.of(terms, Period.MONTH);
    TermPeriods overTime = new TermPeriods(terms, calendar, TABLES);
    assertTrue(overTime.isFilled());
    assertEquals(
        """
        2026-03-01|1|5|1
        2026-03-01|2|3|1
        2026-04-01|1|0|0
        2026-04-01|2|0|0
        2026-05-01|1|3|1
        2026-05-01|2|2|1""",
        rows("periods", Periods.table(terms, calendar), "period", "n", "tokens", "articles"));
    assertEquals(
        """
        2026-03-01|ferries|2|1|5|1|400000.0
        2026-03-01|night ferries|1|1|3|1|333333.3333333333
        2026-03-01|night|1|1|5|1|200000.0
        2026-04-01|ferries|0|0|0|0|null
        2026-04-01|night ferries|0|0|0|0|null
        2026-05-01|ferries|1|1|3|1|333333.3333333333
        2026-05-01|night ferries|1|1|2|1|500000.0
        2026-05-01|night|1|1|3|1|333333.3333333333""",
        rows(
            "term_periods",
            overTime.table(),
            "period",
            "term",
            "tf",
            "df",
            "period_tokens",
            "period_articles",
            "tf_per_million"));
  }

  @Test
  void keywordsAreTheWordsThatNotEveryArticleHas() {
    assertEquals(
        """
        a|1|sail|2
        b|1|sink|1
        c|1|ferries|1
        c|2|night|1""",
        rows(
            "article_keywords",
            ArticleKeywords.table(count(1, FERRIES), TABLES),
            "article_id",
            "rank",
            "term",
            "tf"));
  }

  @Test
  void aCorpusOfOneArticleHasTerms() {
    CountedTerms terms = count(2, Counting.english("Ferries sail, ferries sink"));
    assertEquals(
        "ferries|2|1|1.0|0.0\nsail|1|1|1.0|0.0\nsink|1|1|1.0|0.0",
        rows("terms", Terms.table(terms).where("n = 1"), "term", "tf", "df", "df_share", "idf"));
    assertEquals(
        "1|ferries\n2|sail\n3|sink",
        rows("article_keywords", ArticleKeywords.table(terms, TABLES), "rank", "term"));
    assertEquals(
        "0|0", rows("term_sources", TermSources.table(terms), "max(rest_tf)", "max(rest_tokens)"));
  }

  @Test
  void aCorpusWithoutWordsHasNoTerms() {
    CountedTerms terms = count(2, Counting.english("The", "7"));
    assertEquals(0, terms.size());
    Calendar calendar = Calendar.of(terms, Period.MONTH);
    TermPeriods overTime = new TermPeriods(terms, calendar, TABLES);
    for (Dataset<Row> table :
        Arrays.asList(
            Terms.table(terms),
            TermSources.table(terms),
            Periods.table(terms, calendar),
            overTime.table(),
            overTime.bursts(),
            TermSourcePeriods.table(terms, TABLES),
            Collocations.table(terms, TABLES),
            ArticleKeywords.table(terms, TABLES))) {
      assertEquals(0, table.count());
    }
  }
}
