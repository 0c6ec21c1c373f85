package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.counting.CorpusSlice;
import org.broadsheet.counting.CorpusTotals.Total;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Frequency;
import org.broadsheet.counting.LeadingTerms;
import org.broadsheet.counting.TermKey;
import org.broadsheet.counting.TermStats;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;

/**
 * The table {@code term_source_periods}: the terms of highest df at each source over time, with a
 * row where they occur.
 */
public final class TermSourcePeriods {

  private static final RowEncoder<Use> ROWS =
      RowEncoder.<Use>of("term_source_periods")
          .column("source", STRING, use -> use.cell.source())
          .column("period", DATE, use -> LocalDate.ofEpochDay(use.cell.period()))
          .column("language", STRING, use -> use.key.language())
          .column("n", INT, use -> use.key.n())
          .column("term", STRING, use -> use.key.term())
          .column("tf", LONG, use -> use.frequency.tf())
          .column("df", LONG, use -> use.frequency.df())
          .column("source_period_tokens", LONG, use -> use.all.tokens())
          .column("source_period_articles", LONG, use -> use.all.articles())
          .column(
              "tf_per_million",
              DOUBLE,
              use -> Rates.perMillion(use.frequency.tf(), use.all.tokens()))
          .build();

  private TermSourcePeriods() {}

  /** A source in a period. */
  private record Cell(String source, int period) implements Serializable {
    static Cell of(GroupKey key) {
      return key.period() == null ? null : new Cell(key.source(), key.period());
    }
  }

  /** A term at a source in a period, beside all terms there. */
  private record Use(TermKey key, Cell cell, Frequency frequency, Total all) {}

  /**
   * Computes the table.
   *
   * @param terms the counted corpus
   * @param settings what the table shows
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms, TermSettings settings) {
    LeadingTerms leading = terms.leading(settings.series());
    Broadcast<HashMap<CorpusSlice<Cell>, Total>> totals =
        terms.broadcast(terms.totals().by(Cell::of));
    return ROWS.rows(
        terms.spark(),
        terms.published().filter(leading::contains).flatMap(term -> uses(term, totals.value())));
  }

  private static Iterator<Use> uses(TermStats term, HashMap<CorpusSlice<Cell>, Total> totals) {
    TermKey key = term.key();
    return term.by(Cell::of).entrySet().stream()
        .map(
            entry ->
                new Use(
                    key,
                    entry.getKey(),
                    entry.getValue(),
                    totals.get(new CorpusSlice<>(key.ngrams(), entry.getKey()))))
        .iterator();
  }
}
