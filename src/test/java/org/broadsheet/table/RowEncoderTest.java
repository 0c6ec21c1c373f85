package org.broadsheet.table;

import static org.broadsheet.table.ColumnType.BINARY;
import static org.broadsheet.table.ColumnType.BOOLEAN;
import static org.broadsheet.table.ColumnType.COUNT_MAP;
import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.LONGS;
import static org.broadsheet.table.ColumnType.STRING;
import static org.broadsheet.table.ColumnType.STRINGS;
import static org.broadsheet.table.ColumnType.STRING_MAP;
import static org.broadsheet.table.ColumnType.TIMESTAMP;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RowEncoderTest extends SparkTest {

  private record Flow(String from, String to, long articles) implements Serializable {}

  private static RowEncoder.RowEncoderBuilder<Flow> flows() {
    return RowEncoder.<Flow>of("copy_flows")
        .column("to_source", STRING, Flow::to)
        .column("from_source", STRING, Flow::from)
        .column("articles", LONG, Flow::articles);
  }

  private static void assertRefused(String message, Executable encoder) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, encoder);
    assertEquals(message, e.getMessage());
  }

  @Test
  void aTableIsEncodedByName() {
    RowEncoder<Flow> encoder =
        flows()
            .column("latency_articles", LONG, flow -> 0L)
            .addedLater("latency_hours_p50")
            .build();
    List<Flow> made = List.of(new Flow("post", "echo", 3));
    List<Dataset<Row>> both =
        List.of(
            encoder.rows(spark, made),
            encoder.rows(
                spark, JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(made)));
    for (Dataset<Row> rows : both) {
      assertEquals(
          List.of("to_source", "from_source", "articles", "latency_articles"),
          List.of(rows.columns()));
      assertEquals("[[echo,post,3,0]]", rows.collectAsList().toString());
    }
  }

  @Test
  void whatIsNotAsDeclaredIsRefusedBeforeARowIsMade() {
    assertRefused("copy_flows lacks [latency_articles, latency_hours_p50]", () -> flows().build());
    assertRefused(
        "copy_flows has no column hours", () -> flows().column("hours", LONG, flow -> 1L));
    assertRefused(
        "copy_flows.latency_articles is declared as long, not int",
        () -> flows().column("latency_articles", INT, flow -> 1));
    assertRefused(
        "the column articles is given twice",
        () -> flows().column("articles", LONG, Flow::articles));
    assertRefused("copy_flows has no column hours", () -> flows().addedLater("hours"));
    assertRefused("no result table is called flows", () -> RowEncoder.of("flows"));
  }

  private record Hours(Double median) implements Serializable {}

  private record TimedFlow(Flow flow, Hours hours) implements Serializable {}

  @Test
  void partsAreEncodedTogether() {
    RowEncoder<Hours> hours =
        RowEncoder.<Hours>unpublished().column("latency_hours_p50", DOUBLE, Hours::median).build();
    RowEncoder<Flow> flows =
        RowEncoder.<Flow>unpublished().column("from_source", STRING, Flow::from).build();
    RowEncoder<TimedFlow> encoder =
        RowEncoder.<TimedFlow>of("copy_flows")
            .columns(flows, TimedFlow::flow)
            .columns(hours, TimedFlow::hours)
            .addedLater("to_source", "articles", "latency_articles")
            .build();
    Flow flow = new Flow("post", "echo", 3);
    assertEquals("[post,2.0]", encoder.row(new TimedFlow(flow, new Hours(2.0))).toString());
    assertEquals("[post,null]", encoder.row(new TimedFlow(flow, null)).toString());
  }

  /** Values of every type. */
  private record Values(
      String text,
      Integer number,
      Instant instant,
      List<String> texts,
      List<Long> numbers,
      Map<String, String> textByText,
      Map<String, Long> countByText,
      byte[] bytes)
      implements Serializable {}

  private static final RowEncoder<Values> EVERY_TYPE =
      RowEncoder.<Values>unpublished()
          .column("text", STRING, Values::text)
          .column("int", INT, Values::number)
          .column("long", LONG, v -> v.number == null ? null : (long) v.number)
          .column("double", DOUBLE, v -> v.number == null ? null : v.number / 2.0)
          .column("boolean", BOOLEAN, v -> v.number == null ? null : v.number > 0)
          .column("date", DATE, v -> v.instant == null ? null : LocalDate.of(1969, 12, 31))
          .column("timestamp", TIMESTAMP, Values::instant)
          .column("texts", STRINGS, Values::texts)
          .column("longs", LONGS, Values::numbers)
          .column("text_by_text", STRING_MAP, Values::textByText)
          .column("count_by_text", COUNT_MAP, Values::countByText)
          .column("bytes", BINARY, Values::bytes)
          .build();

  private static final Values FULL =
      new Values(
          "Zürich 🗞",
          -3,
          Instant.parse("1969-12-31T23:59:59.123456Z"),
          Arrays.asList("a", null, ""),
          List.of(1L, Long.MIN_VALUE),
          Map.of("key", "value"),
          Map.of("en", 7L),
          new byte[] {-1, 0});

  private static final Values EMPTY = new Values(null, null, null, null, null, null, null, null);

  /** What Spark makes of the same values by itself is the reference. */
  @Test
  void everyTypeIsWhatSparkMakesOfIt() {
    List<Values> made = List.of(FULL, EMPTY);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Dataset<Row> bySpark = EVERY_TYPE.rows(spark, made);
    Dataset<Row> byTasks = EVERY_TYPE.rows(spark, context.parallelize(made, 1));
    Dataset<Row> started = EVERY_TYPE.startedRows(spark, context.parallelize(made, 1), "made");
    assertEquals(bySpark.collectAsList(), byTasks.collectAsList());
    assertEquals(bySpark.collectAsList(), started.collectAsList());
    Row full = byTasks.first();
    assertEquals("Zürich 🗞", full.getString(0));
    assertEquals(-3, full.getInt(1));
    assertEquals(-3L, full.getLong(2));
    assertEquals(-1.5, full.getDouble(3));
    assertEquals(false, full.getBoolean(4));
    assertEquals(LocalDate.of(1969, 12, 31), full.getLocalDate(5));
    assertEquals(FULL.instant, full.getInstant(6));
    assertEquals(FULL.texts, full.getList(7));
    assertEquals(FULL.numbers, full.getList(8));
    assertEquals(FULL.textByText, full.getJavaMap(9));
    assertEquals(FULL.countByText, full.getJavaMap(10));
    assertArrayEquals(FULL.bytes, full.<byte[]>getAs(11));
    Row empty = byTasks.collectAsList().get(1);
    for (int column = 0; column < empty.size(); column++) {
      assertEquals(true, empty.isNullAt(column));
    }
  }
}
