package org.broadsheet.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What became of every record.
 *
 * @param files the account of each file, in the order of the files
 * @param reasons rejected records by reason
 */
public record Accounting(List<FileAccount> files, Map<String, Long> reasons) {

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
   * @param tally rows of input_file, split, outcome, format, reason, records, last, bytes; of the
   *     members of archives too
   * @param duplicates exact duplicates by file
   * @param articles distinct articles by file
   * @return the account
   */
  static Accounting of(
      List<InputFile> files,
      List<Row> tally,
      Map<String, Long> duplicates,
      Map<String, Long> articles) {
    Map<String, Map<String, Long>> outcomes = new HashMap<>();
    Map<String, String> formats = new HashMap<>();
    Map<String, Long> reasons = new TreeMap<>();
    for (Row row : tally) {
      String file = row.getString(0);
      String outcome = row.getString(2);
      formats.merge(file, row.getString(3), (a, b) -> a.equals("unknown") ? b : a);
      outcomes
          .computeIfAbsent(file, f -> new HashMap<>())
          .merge(outcome, row.getLong(5), Long::sum);
      if (outcome.equals(RecordSchema.REJECTED)) {
        reasons.merge(row.getString(4), row.getLong(5), Long::sum);
      }
    }
    List<FileAccount> accounts = new ArrayList<>();
    for (InputFile file : withMembers(files, tally)) {
      Map<String, Long> counts = outcomes.getOrDefault(file.name(), Map.of());
      long rejected = counts.getOrDefault(RecordSchema.REJECTED, 0L);
      accounts.add(
          new FileAccount(
              file,
              formats.getOrDefault(file.name(), "unknown"),
              rejected + counts.getOrDefault(RecordSchema.ARTICLE, 0L),
              articles.getOrDefault(file.name(), 0L),
              rejected,
              duplicates.getOrDefault(file.name(), 0L)));
    }
    return new Accounting(accounts, reasons);
  }

  /** The files, each archive followed by its members. */
  private static List<InputFile> withMembers(List<InputFile> files, List<Row> tally) {
    Map<String, Long> members = new TreeMap<>();
    tally.stream()
        .filter(row -> row.getString(2).equals(RecordSchema.END))
        .forEach(row -> members.merge(row.getString(0), row.getLong(7), Math::max));
    files.forEach(file -> members.remove(file.name()));
    List<InputFile> all = new ArrayList<>(files);
    members.forEach((name, bytes) -> all.add(new InputFile("", name, bytes, 0, 0, null)));
    all.sort(Comparator.comparing(InputFile::name));
    return all;
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
