package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.input.SplitReader;
import org.broadsheet.ingest.input.UnreadableFileException;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.Rejection;
import org.broadsheet.table.Plural;

/**
 * The files that their stores did not give, however often they were asked. Each counts as one
 * rejected record, whatever was read of it: what a task could read depends on where it ran.
 */
final class NotReadFiles {

  private static final String REASON = Reason.FILE_NOT_READ.label();

  /** What happened to each, by its published name. */
  private final TreeMap<String, String> details = new TreeMap<>();

  /** All their splits, which hold the members of an archive too. */
  private final Set<Integer> splits = new TreeSet<>();

  private NotReadFiles() {}

  /**
   * Finds them.
   *
   * @param parsed rows of {@link ParsedRecord}
   * @param tally their numbers
   */
  static NotReadFiles among(Dataset<Row> parsed, RecordTally tally) {
    NotReadFiles files = new NotReadFiles();
    if (tally.counts().stream().anyMatch(count -> REASON.equals(count.reason()))) {
      parsed
          .where(col("reason").equalTo(REASON))
          .groupBy("input_file")
          .agg(min("detail").as("detail"))
          .collectAsList()
          .forEach(row -> files.details.put(row.getAs("input_file"), row.getAs("detail")));
    }
    tally.counts().stream()
        .filter(count -> files.details.containsKey(count.file()))
        .forEach(count -> files.splits.add(count.split()));
    return files;
  }

  /**
   * Ends the run where they are more than the job tolerates.
   *
   * @param all all files
   * @param settings of the corpus
   * @throws UnreadableFileException which names the first
   */
  void requireFew(List<InputFile> all, CorpusSettings settings) {
    if (!details.isEmpty() && details.size() > settings.unreadable().atMost(all.size())) {
      throw new UnreadableFileException(
          Plural.of(details.size(), "file"),
          "of "
              + all.size()
              + " cannot be read, which is more than limits.unreadable; the first: "
              + details.firstEntry().getValue());
    }
  }

  int size() {
    return details.size();
  }

  /** The tally, with each of the files as one rejected record. */
  RecordTally replacedIn(RecordTally tally) {
    if (details.isEmpty()) {
      return tally;
    }
    List<RecordTally.RecordCount> counts = new ArrayList<>(tally.counts());
    counts.removeIf(count -> splits.contains(count.split()));
    for (String file : details.keySet()) {
      counts.add(
          new RecordTally.RecordCount(
              file, 0, Outcome.REJECTED, SplitReader.UNKNOWN, REASON, 1, 1, null));
    }
    return new RecordTally(counts);
  }

  /** The records, with each of the files as one that was rejected. */
  Dataset<Row> replacedIn(Dataset<Row> records) {
    if (details.isEmpty()) {
      return records;
    }
    List<ParsedRecord> rejected = new ArrayList<>();
    details.forEach((file, detail) -> rejected.add(rejected(file, detail)));
    SparkSession spark = records.sparkSession();
    Dataset<Row> without =
        spark.createDataset(List.copyOf(splits), Encoders.INT()).toDF("not_read");
    return records
        .join(broadcast(without), col("split").equalTo(col("not_read")), "left_anti")
        .unionByName(ParsedRecord.ROWS.rows(spark, rejected));
  }

  private static ParsedRecord rejected(String file, String detail) {
    return ParsedRecord.rejected(
        new ParsedRecord.Position(file, null, 1, SplitReader.UNKNOWN, null),
        new ParsedRecord.Rejected(new Rejection(Reason.FILE_NOT_READ, detail), "", null));
  }
}
