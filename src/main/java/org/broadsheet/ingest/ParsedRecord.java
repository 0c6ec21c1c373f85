package org.broadsheet.ingest;

import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import org.broadsheet.ingest.record.Rejection;
import org.broadsheet.table.RowEncoder;

/**
 * A record with its outcome: an article, a rejection, or, with neither of them, the end of a file.
 *
 * @param position where it was read
 * @param article the article, or null
 * @param rejected the rejection, or null
 */
record ParsedRecord(Position position, ParsedArticle article, Rejected rejected) {

  /**
   * The columns of the one parsed, persisted data set: a row for every record, and a row for the
   * end of each file in every split.
   */
  static final RowEncoder<ParsedRecord> ROWS =
      RowEncoder.<ParsedRecord>unpublished()
          .column("input_file", STRING, record -> record.position.file)
          .column("split", INT, record -> record.position.split)
          .column("record_no", LONG, record -> record.position.number)
          .column("format", STRING, record -> record.position.format)
          .column("bytes", LONG, record -> record.position.bytes)
          .column("outcome", STRING, record -> record.outcome().label())
          .column("source", STRING, ParsedRecord::source)
          .columns(Rejected.COLUMNS, ParsedRecord::rejected)
          .columns(ParsedArticle.COLUMNS, ParsedRecord::article)
          .build();

  /**
   * Where a record was read.
   *
   * @param file the published name of the file, or of the member of an archive
   * @param split the number of the split; null for a file that was not read
   * @param number the number of the record in the split; at its end, how many lines the next split
   *     of the file must add to its own
   * @param format the name of the file's format
   * @param bytes the size of the file, at its end; null for a record
   */
  record Position(String file, Integer split, long number, String format, Long bytes) {}

  /**
   * A record that is no article.
   *
   * @param rejection why
   * @param raw the beginning of the record
   * @param source the source that it names, as far as it could be read; null for none
   */
  record Rejected(Rejection rejection, String raw, String source) {

    private static final RowEncoder<Rejected> COLUMNS =
        RowEncoder.<Rejected>unpublished()
            .column("reason", STRING, rejected -> rejected.rejection.reason().label())
            .column("detail", STRING, rejected -> rejected.rejection.detail())
            .column("raw", STRING, Rejected::raw)
            .build();
  }

  static ParsedRecord article(Position position, ParsedArticle article) {
    return new ParsedRecord(position, article, null);
  }

  static ParsedRecord rejected(Position position, Rejected rejected) {
    return new ParsedRecord(position, null, rejected);
  }

  static ParsedRecord end(Position position) {
    return new ParsedRecord(position, null, null);
  }

  /** What became of it. */
  Outcome outcome() {
    return article != null ? Outcome.ARTICLE : rejected != null ? Outcome.REJECTED : Outcome.END;
  }

  private String source() {
    return article != null ? article.source().source() : rejected != null ? rejected.source : null;
  }
}
