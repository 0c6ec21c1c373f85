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
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.ingest.format.Reason;
import org.broadsheet.table.Plural;

/**
 * The files that their stores did not give, however often they were asked. Each counts as one
 * rejected record, whatever was read of it: what a task could read depends on where it ran.
 */
final class NotReadFiles {

  private static final String REASON = Reason.FILE_NOT_READ.label();

  /** What happened to each, by its published name. */
  private final TreeMap<String, String> details = new TreeMap<>();

  /** All parts of them. What an archive holds is in the parts of the archive. */
  private final Set<Integer> splits = new TreeSet<>();

  private NotReadFiles() {}

  /**
   * Finds them.
   *
   * @param parsed rows of {@link RecordSchema}
   * @param tally rows of input_file, split, outcome, format, reason and more, of the same records
   */
  static NotReadFiles among(Dataset<Row> parsed, List<Row> tally) {
    NotReadFiles files = new NotReadFiles();
    if (tally.stream().anyMatch(row -> REASON.equals(row.getString(4)))) {
      parsed
          .where(col("reason").equalTo(REASON))
          .groupBy("input_file")
          .agg(min("detail"))
          .collectAsList()
          .forEach(row -> files.details.put(row.getString(0), row.getString(1)));
    }
    tally.stream()
        .filter(row -> files.details.containsKey(row.getString(0)))
        .forEach(row -> files.splits.add(row.getInt(1)));
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
  List<Row> replacedIn(List<Row> tally) {
    if (details.isEmpty()) {
      return tally;
    }
    List<Row> replaced =
        new ArrayList<>(tally.stream().filter(row -> !splits.contains(row.getInt(1))).toList());
    for (String file : details.keySet()) {
      replaced.add(
          RowFactory.create(
              file, 0, RecordSchema.REJECTED, SplitReader.UNKNOWN, REASON, 1L, 1L, null));
    }
    return replaced;
  }

  /** The records, with each of the files as one that was rejected. */
  Dataset<Row> replacedIn(Dataset<Row> records) {
    if (details.isEmpty()) {
      return records;
    }
    List<Row> rejected = new ArrayList<>();
    details.forEach(
        (file, detail) -> rejected.add(RecordParser.rejected(file, Reason.FILE_NOT_READ, detail)));
    SparkSession spark = records.sparkSession();
    Dataset<Row> without =
        spark.createDataset(List.copyOf(splits), Encoders.INT()).toDF("not_read");
    // The numbering of lines may have left a column of its own.
    return records
        .join(broadcast(without), col("split").equalTo(col("not_read")), "left_anti")
        .unionByName(spark.createDataFrame(rejected, RecordSchema.SCHEMA), true);
  }
}
