package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.table.RowEncoder;

/**
 * Counts of parsed records.
 *
 * @param counts one for each file, split, outcome, format and reason
 */
record RecordTally(List<RecordCount> counts) {

  private static final RowEncoder<Offset> OFFSETS =
      RowEncoder.<Offset>unpublished()
          .column("split", INT, Offset::split)
          .column("lines_before", LONG, Offset::lines)
          .build();

  /**
   * Records of one file, split, outcome, format and reason.
   *
   * @param file the published name of the file, or of the member of an archive
   * @param split the number of the split
   * @param outcome what became of the records
   * @param format the recognised format
   * @param reason why they are no articles; null unless they were rejected
   * @param records how many there are
   * @param last the highest of their numbers; for the end of a split, how many lines the next split
   *     of the file must add to its own
   * @param bytes the size of the file; null but for its end
   */
  record RecordCount(
      String file,
      int split,
      Outcome outcome,
      String format,
      String reason,
      long records,
      long last,
      Long bytes) {

    boolean isEnd() {
      return outcome == Outcome.END;
    }
  }

  /**
   * The lines of a file before one of its splits.
   *
   * @param split the number of the split
   * @param lines the lines of the splits before it
   */
  private record Offset(int split, long lines) {}

  /**
   * Counts records.
   *
   * @param parsed rows of {@link ParsedRecord}
   */
  static RecordTally of(Dataset<Row> parsed) {
    return new RecordTally(
        parsed
            .groupBy("input_file", "split", "outcome", "format", "reason")
            .agg(count(lit(1)).as("records"), max("record_no").as("last"), max("bytes").as("bytes"))
            .collectAsList()
            .stream()
            .map(RecordTally::recordCount)
            .toList());
  }

  private static RecordCount recordCount(Row row) {
    return new RecordCount(
        row.getAs("input_file"),
        row.getAs("split"),
        Outcome.of(row.getAs("outcome")),
        row.getAs("format"),
        row.getAs("reason"),
        row.getAs("records"),
        row.getAs("last"),
        row.getAs("bytes"));
  }

  /**
   * Numbers records in their file: the number in their split plus the lines of the splits before
   * it.
   *
   * @param parsed the records that were counted
   */
  Dataset<Row> numberedInFile(Dataset<Row> parsed) {
    List<Offset> offsets = offsets();
    return offsets.stream().allMatch(offset -> offset.lines == 0)
        ? parsed
        : parsed
            .join(broadcast(OFFSETS.rows(parsed.sparkSession(), offsets)), "split")
            .withColumn("record_no", col("record_no").plus(col("lines_before")))
            .drop("lines_before");
  }

  private List<Offset> offsets() {
    TreeMap<Integer, RecordCount> ends = new TreeMap<>();
    counts.stream().filter(RecordCount::isEnd).forEach(end -> ends.put(end.split, end));
    List<Offset> offsets = new ArrayList<>();
    String file = null;
    long lines = 0;
    for (RecordCount end : ends.values()) {
      lines = end.file.equals(file) ? lines : 0;
      file = end.file;
      offsets.add(new Offset(end.split, lines));
      lines += end.last;
    }
    return offsets;
  }
}
