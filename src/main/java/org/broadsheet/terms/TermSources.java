package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.terms.KeynessComparison.TargetTerm;
import org.broadsheet.terms.KeynessTests.Scored;

/**
 * The table {@code term_sources}: the terms of each source against those of the rest of the corpus.
 */
public final class TermSources {

  /** The comparison of each source with the rest of the corpus. */
  static final Contrast SOURCES = new Contrast(0, "source");

  private static final RowEncoder<Scored<TargetTerm>> ROWS =
      RowEncoder.<Scored<TargetTerm>>of("term_sources")
          .column("source", STRING, row -> row.test().family().part().value())
          .column("source_tokens", LONG, row -> row.test().tokens())
          .column("source_articles", LONG, row -> row.test().articles())
          .columns(KeynessComparison.COLUMNS, row -> row)
          .build();

  private TermSources() {}

  /**
   * Computes the table.
   *
   * @param terms the counted corpus
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms) {
    return ROWS.rows(terms.spark(), KeynessComparison.rows(terms, List.of(SOURCES)));
  }
}
