package org.broadsheet.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.TestSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks a table's declaration is found while it is written, and said in a sentence. */
class AuditTest {

  private static final ResultTable PERIODS = ResultTable.named("periods");
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = TestSession.start("local[2, 2]");
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

  private static List<Row> audited(List<Row> rows, Audit audit) {
    Dataset<Row> given = spark.createDataFrame(rows, PERIODS.schema()).repartition(3);
    return audit.of(PERIODS.conform(given)).collectAsList();
  }

  /** The one finding; the rows are all there, so that people can look at what is wrong. */
  private static String finding(Row... wrong) {
    List<Row> rows = sound();
    rows.addAll(Arrays.asList(wrong));
    Audit audit = new Audit(PERIODS, spark);
    assertEquals(Set.copyOf(rows), Set.copyOf(audited(rows, audit)));
    assertEquals(rows.size(), audit.rows());
    assertEquals(1, audit.findings().size());
    return audit.findings().get(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void soundRowsComeOutSortedByTheirGrain(int partitions) {
    spark.conf().set("spark.sql.shuffle.partitions", partitions);
    List<Row> shuffled = sound();
    Collections.shuffle(shuffled, new java.util.Random(7));
    Audit audit = new Audit(PERIODS, spark);
    List<Row> audited = audited(shuffled, audit);
    assertEquals(List.of(), audit.findings());
    assertEquals(sound().size(), audit.rows());
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
        "the grain is not unique at period=2026-03-09, language=en, n=1",
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
    assertTrue(finding.startsWith(said), finding);
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
    Audit audit = new Audit(terms, spark);
    audit.of(terms.conform(rows)).collectAsList();
    String finding = audit.findings().get(0);
    assertTrue(finding.contains(" is " + value), finding);
  }

  @Test
  void ofManyWrongRowsTheFirstOfEachPartitionIsNamed() {
    spark.conf().set("spark.sql.shuffle.partitions", 1);
    List<Row> rows = sound();
    rows.add(period("2026-04-06", "en", 1, -5L, 2L));
    rows.add(period("2026-04-13", "en", 1, -7L, 2L));
    Audit audit = new Audit(PERIODS, spark);
    audited(rows, audit);
    assertEquals(
        List.of("tokens is below 0.0 at period=2026-04-06, language=en, n=1"), audit.findings());
  }

  /** A task that dies counts nothing: Spark tries it again, and each row is counted once. */
  @Test
  void theRowsOfATaskThatIsTriedAgainAreCountedOnce() {
    Audit audit = new Audit(PERIODS, spark);
    spark.conf().set("spark.sql.shuffle.partitions", 1);
    Dataset<Row> audited =
        audit.of(PERIODS.conform(spark.createDataFrame(sound(), PERIODS.schema())));
    // Behind the audit, which has counted every row of the partition when its task dies.
    List<Row> rows = audited.toJavaRDD().mapPartitions(AuditTest::failingAtFirst).collect();
    assertEquals(sound(), rows);
    assertEquals(sound().size(), audit.rows());
  }

  private static Iterator<Row> failingAtFirst(Iterator<Row> rows) {
    List<Row> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    return all.stream()
        .map(
            row -> {
              boolean isLast = row == all.get(all.size() - 1);
              if (isLast && TaskContext.get().attemptNumber() == 0) {
                throw new IllegalStateException("the first try fails");
              }
              return row;
            })
        .iterator();
  }

  private static Dataset<Row> oneWeek(String typeOfTokens, Object tokens) {
    StructType schema =
        new StructType()
            .add("extra", "string")
            .add("articles", "bigint")
            .add("tokens", typeOfTokens)
            .add("n", "int")
            .add("language", "string")
            .add("period", "date")
            .add("is_thin", "boolean");
    LocalDate day = LocalDate.of(2026, 3, 2);
    return spark.createDataFrame(
        List.of(RowFactory.create("x", 2L, tokens, 1, "en", day, false)), schema);
  }

  @Test
  void columnsThatAreNotDeclaredAreLeftOut() {
    Dataset<Row> audited = new Audit(PERIODS, spark).of(PERIODS.conform(oneWeek("bigint", 10L)));
    assertEquals(PERIODS.schema(), audited.schema());
    assertEquals(List.of(period("2026-03-02", "en", 1, 10L, 2L)), audited.collectAsList());
  }

  @Test
  void aColumnOfAnotherTypeIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> PERIODS.conform(oneWeek("int", 10)));
    assertEquals("periods.tokens is declared as BIGINT, not INT", e.getMessage());
  }
}
