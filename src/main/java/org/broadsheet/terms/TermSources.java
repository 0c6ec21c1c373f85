package org.broadsheet.terms;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The table {@code term_sources}: the terms of each outlet against those of the rest of the corpus.
 */
public final class TermSources {

  private TermSources() {}

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(CountedTerms terms) {
    return contrasts().table(terms);
  }

  /** Each outlet against the rest. */
  static Contrasts contrasts() {
    return new Contrasts(List.of("source"), "source", List.of(new Sides(0, null)));
  }
}
