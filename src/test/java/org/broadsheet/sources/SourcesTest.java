package org.broadsheet.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.SparkTest;
import org.broadsheet.copies.News;
import org.broadsheet.ingest.CorpusProfile;
import org.broadsheet.ingest.Period;
import org.broadsheet.table.ResultTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables about sources, over articles few enough to count by hand. */
class SourcesTest extends SparkTest {

  private static final StructType ARTICLES =
      new StructType()
          .add("source", DataTypes.StringType)
          .add("published_date", DataTypes.DateType)
          .add("period", DataTypes.DateType)
          .add("published_precision", DataTypes.StringType)
          .add("body_status", DataTypes.StringType)
          .add("words", DataTypes.IntegerType)
          .add("sentences", DataTypes.IntegerType)
          .add("paragraphs", DataTypes.IntegerType)
          .add("authors", DataTypes.createArrayType(DataTypes.StringType))
          .add("agencies", DataTypes.createArrayType(DataTypes.StringType))
          .add("agency_evidence", DataTypes.StringType)
          .add("language", DataTypes.StringType)
          .add("copy_role", DataTypes.StringType)
          .add("copy_group_agency", DataTypes.StringType)
          .add("mattr_windows", DataTypes.LongType)
          .add("mattr_types", DataTypes.LongType)
          .add("syllables", DataTypes.LongType);

  private static Dataset<Row> articles;

  @BeforeAll
  static void start() {
    List<Row> rows = new ArrayList<>();
    String[] ann = {"Ann"};
    String[] both = {"Bob", "Ann", "Ann"};
    String[] none = {};
    String[] afp = {"AFP"};
    rows.add(article("post", "2026-01-05", "instant", 100, ann, none, null));
    rows.add(article("post", "2026-01-05", "local", 200, both, afp, "byline"));
    rows.add(article("post", "2026-03-31", "day", 300, none, afp, "trailer"));
    rows.add(article("post", null, "month", 400, ann, new String[] {"AFP", "dpa"}, "dateline"));
    rows.add(article("post", null, "none", 0, none, none, null));
    rows.add(article("unknown", null, "none", 0, none, none, null));
    articles = spark.createDataFrame(rows, ARTICLES);
  }

  private static Row article(
      String source,
      String day,
      String precision,
      int words,
      String[] authors,
      String[] agencies,
      String evidence) {
    LocalDate date = day == null ? null : LocalDate.parse(day);
    return RowFactory.create(
        source,
        date,
        day == null ? null : date.withDayOfMonth(1),
        precision,
        words == 0 ? "none" : "full",
        words,
        words / 100,
        words / 100,
        authors,
        agencies,
        evidence,
        "en",
        words == 0 ? "single" : words == 100 ? "first" : words == 200 ? "copy" : "own_update",
        words == 300 ? "dpa" : null,
        words == 0 ? 0 : words - 99L,
        words == 0 ? 0 : 70L * (words - 99),
        words * 3L / 2);
  }

  private static final CorpusProfile CORPUS =
      new CorpusProfile(
          6,
          Map.of(),
          Map.of("post", 5L, "unknown", 1L),
          Map.of("en", 6L),
          Map.of("post", counts("en", 5), "unknown", counts("en", 1)),
          null,
          null,
          3,
          0,
          0);

  private static TreeMap<String, Long> counts(String key, long count) {
    return new TreeMap<>(Map.of(key, count));
  }

  private static SourceFindings findings() {
    return findings(articles);
  }

  private static SourceFindings findings(Dataset<Row> articles) {
    return new SourceFindings(articles, CORPUS.sources(), News.none(spark), null, null);
  }

  private static Dataset<Row> sources() {
    return sources(articles);
  }

  private static Dataset<Row> sources(Dataset<Row> articles) {
    return Sources.table(CORPUS, Map.of("post", 2L), findings(articles));
  }

  private static String rows(String table, Dataset<Row> rows, String... columns) {
    return ResultTable.named(table).conform(rows).selectExpr(columns).collectAsList().stream()
        .map(row -> row.mkString("|"))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aSourceIsCountedWithItsShares() {
    Dataset<Row> table = sources();
    assertEquals(
        "post|5|6|2026-01-05|2026-03-31|2\nunknown|1|6|null|null|0",
        rows(
            "sources",
            table,
            "source",
            "articles",
            "corpus_articles",
            "first_date",
            "last_date",
            "active_days"));
    assertEquals(
        "0|0.0|0|0|0.0|1\n3|0.6|2|3|0.6|1",
        rows(
            "sources",
            table,
            "byline_articles",
            "byline_share",
            "authors",
            "agency_articles",
            "agency_share",
            "languages"));
  }

  /** Each article has one precision; those of a month or nothing are undated. */
  @Test
  void precisionsAddUpToTheArticles() {
    assertEquals(
        "post|2|1|1|1|1\nunknown|1|0|0|0|0",
        rows(
            "sources",
            sources(),
            "source",
            "undated_articles",
            "instant_articles",
            "local_articles",
            "day_articles",
            "month_articles"));
  }

  @Test
  void quantilesAreOfArticlesWithABody() {
    assertEquals(
        "post|4|1000|130.0|250.0|370.0\nunknown|0|0|null|null|null",
        rows(
            "sources",
            sources(),
            "source",
            "body_articles",
            "words",
            "words_p10",
            "words_p50",
            "words_p90"));
  }

  @Test
  void rolesAndRejectedRecordsAreCounted() {
    assertEquals(
        "post|2|1|2|2|{en -> 5}\nunknown|1|0|0|0|{en -> 1}",
        rows(
            "sources",
            sources(),
            "source",
            "originals",
            "copies",
            "own_updates",
            "rejected",
            "cast(language_articles as string)"));
  }

  /**
   * 70 different words in each window; 10 sentences of 100 words each, 3 syllables in 2 words. A
   * German article of 100 words is no matter for the reading ease, and one of 200 words that is cut
   * off is none at all.
   */
  @Test
  void styleIsThatOfWholeBodies() {
    Dataset<Row> german = articles.where("words = 100").withColumn("language", functions.lit("de"));
    Dataset<Row> cutOff =
        articles.where("words = 200").withColumn("body_status", functions.lit("truncated"));
    assertEquals(
        "post|5|1100|11|11|360.0|605|0.7|1000|10|1500|-21.565\n"
            + "unknown|0|0|0|0|null|0|null|0|0|0|null",
        rows(
            "sources",
            sources(articles.union(german).union(cutOff)),
            "source",
            "body_articles",
            "words",
            "sentences",
            "paragraphs",
            "words_p90",
            "mattr_windows",
            "mattr_100",
            "english_words",
            "english_sentences",
            "english_syllables",
            "round(flesch_reading_ease, 9)"));
  }

  @Test
  void emptyPeriodsAreFilledIn() {
    assertEquals(
        "post|2026-01-01|2|300|1|null\npost|2026-02-01|0|0|0|null\npost|2026-03-01|1|300|0|null",
        rows(
            "source_periods",
            SourcePeriods.table(findings(), Period.MONTH),
            "source",
            "period",
            "articles",
            "words",
            "copies",
            "is_gap"));
  }

  /** Nine articles a week, then four; the first and the last week are not whole. */
  private static Dataset<Row> falling() {
    List<Row> rows = new ArrayList<>();
    int[] weeks = {3, 9, 9, 9, 9, 9, 9, 9, 9, 4, 4, 4, 4, 4, 4, 4, 4, 1};
    for (int week = 0; week < weeks.length; week++) {
      String monday = LocalDate.of(2026, 1, 5).plusWeeks(week).toString();
      for (int i = 0; i < weeks[week]; i++) {
        rows.add(article("post", monday, "day", 100, new String[0], new String[0], null));
      }
    }
    return spark.createDataFrame(rows, ARTICLES);
  }

  /** By hand: K = 64 of n = 16 without the ends, p = 2 exp(-6 64² / (16³ + 16²)) = .00706. */
  @Test
  void aChangeOfLevelIsSaidWithTheLevelsAroundIt() {
    Dataset<Row> unknown = articles.where("source = 'unknown'");
    assertEquals(
        "post|108|4.0|0|2026-03-09|0.00706|9.0|4.0\nunknown|1|null|null|null|null|null|null",
        rows(
            "sources",
            sources(falling().union(unknown)),
            "source",
            "articles",
            "expected_per_week",
            "gap_weeks",
            "level_shift_week",
            "round(level_shift_p, 5)",
            "per_week_before",
            "per_week_after"));
  }

  @Test
  void theLevelShiftsInThePeriodOfItsWeek() {
    assertEquals(
        """
        2026-01-01|30|false|false
        2026-02-01|36|false|false
        2026-03-01|25|false|true
        2026-04-01|16|false|false
        2026-05-01|1|false|false""",
        rows(
            "source_periods",
            SourcePeriods.table(findings(falling()), Period.MONTH),
            "period",
            "articles",
            "is_gap",
            "is_level_shift"));
  }

  @Test
  void anAuthorIsCountedOnceAnArticle() {
    assertEquals(
        "Ann|3|2026-01-05|2026-01-05|2\nBob|1|2026-01-05|2026-01-05|1",
        rows(
            "source_authors",
            SourceAuthors.table(articles),
            "author",
            "articles",
            "first_date",
            "last_date",
            "size(agencies)"));
  }

  private static Map<String, Long> bySource(Dataset<Row> articles) {
    return articles.groupBy("source").count().collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getAs("source"), row -> row.getAs("count")));
  }

  @Test
  void agenciesAreCountedByTheirEvidence() {
    assertEquals(
        "AFP|3|0.6|1|1|1\ndpa|1|0.2|0|1|0",
        rows(
            "source_agencies",
            SourceAgencies.table(articles, bySource(articles)),
            "agency",
            "articles",
            "share",
            "byline_articles",
            "dateline_articles",
            "trailer_articles"));
  }

  /** An article that names no agency, in a group that has one. */
  @Test
  void copiesOfAgencyTextsAreMatched() {
    Dataset<Row> group =
        articles
            .where("words = 0 AND source = 'post'")
            .withColumn("copy_group_agency", functions.lit("AFP"));
    Dataset<Row> all = articles.where("words > 0").union(group);
    assertEquals(
        "AFP|4|1\ndpa|1|0",
        rows(
            "source_agencies",
            SourceAgencies.table(all, bySource(all)),
            "agency",
            "articles",
            "match_articles"));
  }
}
