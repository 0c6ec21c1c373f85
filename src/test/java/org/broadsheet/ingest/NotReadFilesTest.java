package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.SparkTest;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.input.SplitReader;
import org.broadsheet.ingest.input.UnreadableFileException;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.stats.FrequencyThreshold;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A file that was not read in full is one rejected record, in the records and in their account. */
class NotReadFilesTest extends SparkTest {

  @BeforeAll
  static void start() {
    spark.sparkContext().setLogLevel("ERROR");
  }

  /** What a task writes of a record; nothing of an article matters here but that it is one. */
  private static Row row(String file, int split, long number, Outcome outcome) {
    return RowFactory.create(file, split, number, "jsonl", outcome.label(), null, null);
  }

  /** What a task writes of a file that it could not read, whichever part of the file failed. */
  private static Row notRead(String file, int split, String detail) {
    return RowFactory.create(
        file,
        split,
        1L,
        SplitReader.UNKNOWN,
        Outcome.REJECTED.label(),
        Reason.FILE_NOT_READ.label(),
        detail);
  }

  private static final List<Row> PARSED =
      List.of(
          row("a.jsonl", 0, 1, Outcome.ARTICLE),
          row("a.jsonl", 0, 1, Outcome.END),
          row("b.jsonl.gz", 1, 1, Outcome.ARTICLE),
          row("b.jsonl.gz", 1, 1, Outcome.END),
          notRead("b.jsonl.gz", 1, "b.jsonl.gz cannot be read: reset"),
          notRead("b.jsonl.gz", 2, "b.jsonl.gz cannot be read: expired"),
          row("c.zip", 3, 0, Outcome.END),
          row("c.zip!/in/one.txt", 3, 1, Outcome.ARTICLE),
          row("c.zip!/in/one.txt", 3, 1, Outcome.END),
          notRead("c.zip", 3, "c.zip cannot be read: reset"),
          row("c.zip.txt", 4, 1, Outcome.ARTICLE));

  /** Rows with all columns of parsed records. */
  private static Dataset<Row> parsed() {
    String[] given = {"input_file", "split", "record_no", "format", "outcome", "reason", "detail"};
    StructType all = ParsedRecord.ROWS.schema();
    StructType schema = new StructType();
    for (String column : given) {
      schema = schema.add(all.apply(column));
    }
    Dataset<Row> none = spark.createDataFrame(List.of(), all);
    return none.unionByName(spark.createDataFrame(PARSED, schema), true);
  }

  private static List<String> readable(RecordTally tally) {
    return tally.counts().stream().map(RecordTally.RecordCount::toString).sorted().toList();
  }

  @Test
  void nothingOfThemIsLeftButTheRejection() {
    Dataset<Row> parsed = parsed();
    RecordTally tally = RecordTally.of(parsed);
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
        files.replacedIn(tally).counts().stream()
            .map(entry -> entry.file() + " " + entry.outcome().label())
            .sorted()
            .toList());
  }

  @Test
  void whereAllWereReadNothingChanges() {
    Dataset<Row> parsed = parsed().where(col("reason").isNull());
    RecordTally tally = RecordTally.of(parsed);
    NotReadFiles files = NotReadFiles.among(parsed, tally);
    assertEquals(0, files.size());
    assertEquals(readable(tally), readable(files.replacedIn(tally)));
    assertEquals(parsed, files.replacedIn(parsed));
  }

  @Test
  void moreThanTheJobToleratesEndTheRun() {
    Dataset<Row> parsed = parsed();
    NotReadFiles files = NotReadFiles.among(parsed, RecordTally.of(parsed));
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
