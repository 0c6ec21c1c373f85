package org.broadsheet.ingest;

import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.input.SplitReader;
import org.broadsheet.table.RowEncoder;

/**
 * What became of every record.
 *
 * @param files the account of each file, in the order of the files
 * @param reasons rejected records by reason
 */
public record Accounting(List<FileAccount> files, Map<String, Long> reasons) {

  private static final RowEncoder<FileAccount> ROWS =
      RowEncoder.<FileAccount>of("input_files")
          .column("input_file", STRING, account -> account.file.name())
          .column("format", STRING, FileAccount::format)
          .column("bytes", LONG, account -> account.file.bytes())
          .column("records", LONG, FileAccount::records)
          .column("accepted", LONG, FileAccount::accepted)
          .column("rejected", LONG, FileAccount::rejected)
          .column("exact_duplicates", LONG, FileAccount::exactDuplicates)
          .build();

  /**
   * The account of one file.
   *
   * @param file the file
   * @param format the recognised format
   * @param records records read
   * @param accepted records that are articles
   * @param rejected records that are not
   * @param exactDuplicates records that repeat an article
   */
  public record FileAccount(
      InputFile file,
      String format,
      long records,
      long accepted,
      long rejected,
      long exactDuplicates) {}

  /**
   * Adds up the tally of the parsed records. {@code records} is counted over all outcomes, the
   * other numbers each by itself, so that {@link #audit} has something to compare.
   *
   * @param files the files
   * @param tally the numbers of the records, those of the members of archives included
   * @param duplicates exact duplicates by file
   * @param articles distinct articles by file
   * @return the account
   */
  static Accounting of(
      List<InputFile> files,
      RecordTally tally,
      Map<String, Long> duplicates,
      Map<String, Long> articles) {
    Map<String, EnumMap<Outcome, Long>> outcomes = new HashMap<>();
    Map<String, String> formats = new HashMap<>();
    Map<String, Long> reasons = new TreeMap<>();
    for (RecordTally.RecordCount count : tally.counts()) {
      formats.merge(count.file(), count.format(), (a, b) -> a.equals(SplitReader.UNKNOWN) ? b : a);
      outcomes
          .computeIfAbsent(count.file(), file -> new EnumMap<>(Outcome.class))
          .merge(count.outcome(), count.records(), Long::sum);
      if (count.outcome() == Outcome.REJECTED) {
        reasons.merge(count.reason(), count.records(), Long::sum);
      }
    }
    List<FileAccount> accounts = new ArrayList<>();
    for (InputFile file : withMembers(files, tally)) {
      Map<Outcome, Long> counts = outcomes.getOrDefault(file.name(), new EnumMap<>(Outcome.class));
      long rejected = counts.getOrDefault(Outcome.REJECTED, 0L);
      accounts.add(
          new FileAccount(
              file,
              formats.getOrDefault(file.name(), SplitReader.UNKNOWN),
              rejected + counts.getOrDefault(Outcome.ARTICLE, 0L),
              articles.getOrDefault(file.name(), 0L),
              rejected,
              duplicates.getOrDefault(file.name(), 0L)));
    }
    return new Accounting(accounts, reasons);
  }

  /** The files, each archive followed by its members. */
  private static List<InputFile> withMembers(List<InputFile> files, RecordTally tally) {
    Map<String, Long> members = new TreeMap<>();
    tally.counts().stream()
        .filter(RecordTally.RecordCount::isEnd)
        .forEach(end -> members.merge(end.file(), end.bytes(), Math::max));
    files.forEach(file -> members.remove(file.name()));
    List<InputFile> all = new ArrayList<>(files);
    members.forEach((name, bytes) -> all.add(new InputFile("", name, bytes, 0, 0, null)));
    all.sort(Comparator.comparing(InputFile::name));
    return all;
  }

  /** Rows of the table {@code input_files}. */
  Dataset<Row> table(SparkSession spark) {
    return ROWS.rows(spark, files);
  }

  /**
   * All records read.
   *
   * @return the sum over the files
   */
  public long records() {
    return files.stream().mapToLong(FileAccount::records).sum();
  }

  /**
   * All accepted articles.
   *
   * @return the sum over the files
   */
  public long accepted() {
    return files.stream().mapToLong(FileAccount::accepted).sum();
  }

  /**
   * All rejected records.
   *
   * @return the sum over the files
   */
  public long rejected() {
    return files.stream().mapToLong(FileAccount::rejected).sum();
  }

  /**
   * All exact duplicates.
   *
   * @return the sum over the files
   */
  public long exactDuplicates() {
    return files.stream().mapToLong(FileAccount::exactDuplicates).sum();
  }

  /**
   * Checks that nothing was lost: in each file, and so in total, every record is accepted, rejected
   * or a duplicate.
   *
   * @return what does not add up, if anything
   */
  public Optional<String> audit() {
    return files.stream()
        .filter(f -> f.records != f.accepted + f.rejected + f.exactDuplicates)
        .findFirst()
        .map(
            f ->
                String.format(
                    Locale.ROOT,
                    "audit of %s: %d records, but %d accepted + %d rejected + %d exact duplicates",
                    f.file.name(),
                    f.records,
                    f.accepted,
                    f.rejected,
                    f.exactDuplicates));
  }
}
