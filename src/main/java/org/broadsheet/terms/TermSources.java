package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.table.RowEncoder;

/**
 * The table {@code term_sources}: the terms of each source against those of the rest of the corpus.
 */
public final class TermSources {

  /** The comparison of each source with the rest of the corpus. */
  static final Contrast SOURCES = new Contrast(0, "source");

  private static final RowEncoder<KeynessComparison.KeyTerm> ROWS =
      RowEncoder.<KeynessComparison.KeyTerm>of("term_sources")
          .column("source", STRING, row -> row.target().value())
          .column("source_tokens", LONG, KeynessComparison.KeyTerm::targetTokens)
          .column("source_articles", LONG, KeynessComparison.KeyTerm::targetArticles)
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
    return ROWS.rows(
        terms.spark(), KeynessComparison.rows(terms, terms.published(), List.of(SOURCES)));
  }
}
