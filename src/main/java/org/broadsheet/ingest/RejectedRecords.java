package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.table.Cached;

/** The records of a corpus that are no articles. */
public final class RejectedRecords {

  private final Dataset<Row> rows;

  private RejectedRecords(Dataset<Row> rows) {
    this.rows = rows;
  }

  /** The rejected ones among records. */
  static RejectedRecords among(Dataset<Row> records) {
    return new RejectedRecords(
        Cached.of(
            records.where(col("outcome").equalTo(Outcome.REJECTED.label())), "rejected records"));
  }

  /** Makes sure that they are kept, before the records that they are among are let go of. */
  void keep() {
    rows.foreachPartition((ForeachPartitionFunction<Row>) part -> part.forEachRemaining(row -> {}));
  }

  /**
   * A rejected record for people to look at.
   *
   * @param file the published name of its file
   * @param number its number in the file
   * @param detail the particulars
   */
  public record Example(String file, long number, String detail) {}

  /**
   * Rows of the table {@code rejected_records}.
   *
   * @return its rows
   */
  public Dataset<Row> table() {
    return rows;
  }

  /**
   * The first rejected records of a reason.
   *
   * @param reason a reason of the account
   * @param number how many
   * @return the records, by file and number
   */
  public List<Example> examples(String reason, int number) {
    return rows
        .where(col("reason").equalTo(reason))
        .orderBy("input_file", "record_no")
        .limit(number)
        .select("input_file", "record_no", "detail")
        .collectAsList()
        .stream()
        .map(
            row ->
                new Example(row.getAs("input_file"), row.getAs("record_no"), row.getAs("detail")))
        .toList();
  }

  /**
   * How many rejected records name each source, as far as they could be read.
   *
   * @return their number by source; those that name none are under {@link Corpus#UNKNOWN_SOURCE}
   */
  public Map<String, Long> bySource() {
    Map<String, Long> bySource = new TreeMap<>();
    rows.where(col("source").isNotNull())
        .groupBy("source")
        .count()
        .collectAsList()
        .forEach(row -> bySource.put(row.getAs("source"), row.getAs("count")));
    return bySource;
  }
}
