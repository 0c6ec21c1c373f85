package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.ingest.format.Reason;
import org.broadsheet.stats.FrequencyThreshold;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A file that was not read in full is one rejected record, in the records and in their account. */
class NotReadFilesTest {

  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder().master("local[1]").config("spark.ui.enabled", false).getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static Row row(String file, int split, long number, String outcome) {
    Object[] values = new Object[RecordSchema.SCHEMA.size()];
    Map<String, Object> given =
        Map.of(
            "input_file",
            file,
            "split",
            split,
            "record_no",
            number,
            "outcome",
            outcome,
            "format",
            "jsonl");
    given.forEach((column, value) -> values[RecordSchema.SCHEMA.fieldIndex(column)] = value);
    return RowFactory.create(values);
  }

  /** As a task writes it, whichever part of the file failed. */
  private static Row notRead(String file, int split, String detail) {
    Row row = RecordParser.rejected(file, Reason.FILE_NOT_READ, detail);
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    values[RecordSchema.SCHEMA.fieldIndex("split")] = split;
    return RowFactory.create(values);
  }

  private static final List<Row> PARSED =
      List.of(
          row("a.jsonl", 0, 1, RecordSchema.ARTICLE),
          row("a.jsonl", 0, 1, RecordSchema.END),
          row("b.jsonl.gz", 1, 1, RecordSchema.ARTICLE),
          row("b.jsonl.gz", 1, 1, RecordSchema.END),
          notRead("b.jsonl.gz", 1, "b.jsonl.gz cannot be read: reset"),
          notRead("b.jsonl.gz", 2, "b.jsonl.gz cannot be read: expired"),
          row("c.zip", 3, 0, RecordSchema.END),
          row("c.zip!/in/one.txt", 3, 1, RecordSchema.ARTICLE),
          row("c.zip!/in/one.txt", 3, 1, RecordSchema.END),
          notRead("c.zip", 3, "c.zip cannot be read: reset"),
          row("c.zip.txt", 4, 1, RecordSchema.ARTICLE));

  private static List<Row> tally(Dataset<Row> parsed) {
    return parsed
        .groupBy("input_file", "split", "outcome", "format", "reason")
        .agg(count(lit(1)), max("record_no"), max("bytes"))
        .collectAsList();
  }

  private static List<String> readable(Stream<Row> rows) {
    return rows.map(Row::mkString).sorted().toList();
  }

  @Test
  void nothingOfThemIsLeftButTheRejection() {
    Dataset<Row> parsed = spark.createDataFrame(PARSED, RecordSchema.SCHEMA);
    List<Row> tally = tally(parsed);
    NotReadFiles files = NotReadFiles.among(parsed, tally);
    assertEquals(2, files.size());
    assertEquals(
        List.of(
            "a.jsonl,1,article,null",
            "a.jsonl,1,end,null",
            "b.jsonl.gz,1,rejected,b.jsonl.gz cannot be read: expired",
            "c.zip,1,rejected,c.zip cannot be read: reset",
            "c.zip.txt,1,article,null"),
        files
            .replacedIn(parsed)
            .select("input_file", "record_no", "outcome", "detail")
            .collectAsList()
            .stream()
            .map(row -> row.mkString(","))
            .sorted()
            .toList());
    assertEquals(
        List.of(
            "a.jsonl article",
            "a.jsonl end",
            "b.jsonl.gz rejected",
            "c.zip rejected",
            "c.zip.txt article"),
        files.replacedIn(tally).stream()
            .map(row -> row.getString(0) + " " + row.getString(2))
            .sorted()
            .toList());
  }

  @Test
  void whereAllWereReadNothingChanges() {
    Dataset<Row> parsed =
        spark.createDataFrame(PARSED, RecordSchema.SCHEMA).where(col("reason").isNull());
    List<Row> tally = tally(parsed);
    NotReadFiles files = NotReadFiles.among(parsed, tally);
    assertEquals(0, files.size());
    assertEquals(readable(tally.stream()), readable(files.replacedIn(tally).stream()));
    assertEquals(parsed, files.replacedIn(parsed));
  }

  @Test
  void moreThanTheJobToleratesEndTheRun() {
    Dataset<Row> parsed = spark.createDataFrame(PARSED, RecordSchema.SCHEMA);
    NotReadFiles files = NotReadFiles.among(parsed, tally(parsed));
    List<InputFile> all = new ArrayList<>();
    for (String name : List.of("a.jsonl", "b.jsonl.gz", "c.zip", "c.zip.txt")) {
      all.add(new InputFile("", name, 1, 0, 0, null));
    }
    files.requireFew(all, tolerating(new FrequencyThreshold(.5, true)));
    files.requireFew(all, tolerating(FrequencyThreshold.of(2)));
    UnreadableFileException e =
        assertThrows(
            UnreadableFileException.class,
            () -> files.requireFew(all, tolerating(new FrequencyThreshold(.49, true))));
    assertTrue(
        e.getMessage().startsWith("2 files of 4 cannot be read")
            && e.getMessage().endsWith("the first: b.jsonl.gz cannot be read: expired"),
        e.getMessage());
  }

  private static CorpusSettings tolerating(FrequencyThreshold unreadable) {
    return new CorpusSettings(
        List.of(), "en", Period.WEEK, 1, null, unreadable, false, false, Map.of(), List.of());
  }
}
