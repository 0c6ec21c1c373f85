package org.broadsheet.copies;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.broadsheet.ingest.Corpus;

/**
 * An article that has a copy.
 *
 * @param id its article_id
 * @param source its source; null where it names none
 * @param at the instant of publication, or null
 * @param date the day as printed, or null
 * @param words words in its body
 * @param agencies the news agencies that it is credited to
 */
record CopyMember(
    String id, String source, Instant at, LocalDate date, int words, List<String> agencies)
    implements Serializable {

  /** The columns of an article that {@link #of} reads. */
  static final Column[] COLUMNS =
      Stream.of("article_id", "source", "published_at", "published_date", "words", "agencies")
          .map(name -> col(name))
          .toArray(Column[]::new);

  /** The article of a row. */
  static CopyMember of(Row row) {
    String source = row.getAs("source");
    return new CopyMember(
        row.getAs("article_id"),
        source.equals(Corpus.UNKNOWN_SOURCE) ? null : source,
        row.getAs("published_at"),
        row.getAs("published_date"),
        row.getAs("words"),
        List.copyOf(row.getList(row.fieldIndex("agencies"))));
  }
}
