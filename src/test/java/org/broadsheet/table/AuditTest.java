package org.broadsheet.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks a table's declaration fails the write, and is said in a sentence. */
class AuditTest {

  private static final ResultTable PERIODS = ResultTable.named("periods");
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", true)
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static Row period(String start, String language, Integer n, Long tokens, Long articles) {
    LocalDate day = start == null ? null : LocalDate.parse(start);
    return RowFactory.create(day, language, n, tokens, articles, false);
  }

  private static List<Row> sound() {
    List<Row> rows = new ArrayList<>();
    for (String week : List.of("2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23")) {
      for (String language : List.of("de", "en", "fr")) {
        rows.add(period(week, language, 1, 10L, 2L));
        rows.add(period(week, language, 2, 8L, 2L));
      }
    }
    return rows;
  }

  private static List<Row> audited(List<Row> rows) {
    StructType schema = PERIODS.schema();
    Dataset<Row> given = spark.createDataFrame(rows, schema).repartition(3);
    return Audit.audited(PERIODS, PERIODS.conform(given)).collectAsList();
  }

  private static String finding(Row... wrong) {
    List<Row> rows = sound();
    rows.addAll(Arrays.asList(wrong));
    Exception failure = assertThrows(Exception.class, () -> audited(rows));
    return Audit.finding(failure).orElseThrow().getMessage();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void soundRowsComeOutSortedByTheirGrain(int partitions) {
    spark.conf().set("spark.sql.shuffle.partitions", partitions);
    List<Row> shuffled = sound();
    Collections.shuffle(shuffled, new java.util.Random(7));
    List<Row> audited = audited(shuffled);
    assertEquals(sound().size(), audited.size());
    assertTrue(audited.containsAll(sound()));
    if (partitions == 1) {
      assertEquals(sound(), audited);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aRowTwiceIsFoundWhereverItLies(int partitions) {
    spark.conf().set("spark.sql.shuffle.partitions", partitions);
    assertEquals(
        "audit of periods: the grain is not unique at period=2026-03-09, language=en, n=1",
        finding(period("2026-03-09", "en", 1, 99L, 9L)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-06,,1,10,2,language is null at",
    ",en,1,10,2,period is null at",
    "2026-04-06,en,1,-1,2,tokens is below 0.0 at",
    "2026-04-06,en,1,,2,tokens is null at",
    "2026-04-06,en,0,5,2,n is below 1.0 at"
  })
  void aNullOrAValueOutOfRangeIsSaidWithItsPlace(
      String start, String language, Integer n, Long tokens, Long articles, String said) {
    String finding = finding(period(start, language, n, tokens, articles));
    assertTrue(finding.startsWith("audit of periods: " + said), finding);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aDoubleMustBeFinite(double value) {
    ResultTable terms = ResultTable.named("terms");
    Object[] values = new Object[terms.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (terms.columns().get(i).type()) {
            case "int" -> 1;
            case "long" -> 1L;
            case "double" -> value;
            case "date" -> LocalDate.of(2026, 3, 2);
            default -> "x";
          };
    }
    Dataset<Row> rows = spark.createDataFrame(List.of(RowFactory.create(values)), terms.schema());
    Exception failure =
        assertThrows(
            Exception.class, () -> Audit.audited(terms, terms.conform(rows)).collectAsList());
    String finding = Audit.finding(failure).orElseThrow().getMessage();
    assertTrue(finding.contains(" is " + value), finding);
  }

  @Test
  void anotherFailureIsNoFinding() {
    assertTrue(Audit.finding(new IllegalStateException(new RuntimeException("disk"))).isEmpty());
  }

  @Test
  void columnsThatAreNotDeclaredAreLeftOutAndTypesAreCast() {
    StructType schema =
        new StructType()
            .add("extra", "string")
            .add("articles", "int")
            .add("tokens", "int")
            .add("n", "int")
            .add("language", "string")
            .add("period", "date")
            .add("is_thin", "boolean");
    List<Row> rows =
        List.of(RowFactory.create("x", 2, 10, 1, "en", LocalDate.of(2026, 3, 2), false));
    Dataset<Row> audited =
        Audit.audited(PERIODS, PERIODS.conform(spark.createDataFrame(rows, schema)));
    assertEquals(PERIODS.schema(), audited.schema());
    assertEquals(List.of(period("2026-03-02", "en", 1, 10L, 2L)), audited.collectAsList());
  }
}
