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

  private static final RowEncoder<KeynessTable.KeyTerm> ROWS =
      RowEncoder.<KeynessTable.KeyTerm>of("term_sources")
          .column("source", STRING, row -> row.target().value())
          .column("source_tokens", LONG, KeynessTable.KeyTerm::targetTokens)
          .column("source_articles", LONG, KeynessTable.KeyTerm::targetArticles)
          .columns(KeynessTable.COLUMNS, row -> row)
          .build();

  private TermSources() {}

  /**
   * Computes the table.
   *
   * @param terms the counted corpus
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms) {
    return ROWS.rows(terms.spark(), KeynessTable.rows(terms, terms.published(), List.of(SOURCES)));
  }
}
