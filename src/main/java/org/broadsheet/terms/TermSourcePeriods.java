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
import org.broadsheet.counting.CorpusTotals;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.LeadingTerms;
import org.broadsheet.counting.TermStats;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;

/**
 * The table {@code term_source_periods}: the terms of highest df at each outlet over time, with a
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
          .column("tf", LONG, use -> use.count.tf())
          .column("df", LONG, use -> use.count.df())
          .column("source_period_tokens", LONG, use -> use.all.tokens())
          .column("source_period_articles", LONG, use -> use.all.articles())
          .column(
              "tf_per_million", DOUBLE, use -> Rates.perMillion(use.count.tf(), use.all.tokens()))
          .build();

  private TermSourcePeriods() {}

  /** An outlet in a period. */
  private record Cell(String source, int period) implements Serializable {
    static Cell of(GroupKey place) {
      return place.period() == null ? null : new Cell(place.source(), place.period());
    }
  }

  /** A term at a source in a period, beside all terms there. */
  private record Use(TermStats.Key key, Cell cell, TermStats.Count count, CorpusTotals.Sum all) {}

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @param settings what the table shows
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms, TermSettings settings) {
    LeadingTerms leading = terms.leading(settings.series());
    Broadcast<HashMap<CorpusTotals.Of, CorpusTotals.Sum>> sums =
        terms.shared(terms.totals().by(Cell::of));
    return ROWS.rows(
        terms.spark(),
        terms.counts().filter(leading::contains).flatMap(term -> uses(term, sums.value())));
  }

  private static Iterator<Use> uses(
      TermStats term, HashMap<CorpusTotals.Of, CorpusTotals.Sum> sums) {
    TermStats.Key key = term.key();
    return term.by(Cell::of).entrySet().stream()
        .map(
            entry ->
                new Use(
                    key,
                    entry.getKey(),
                    entry.getValue(),
                    sums.get(new CorpusTotals.Of(key.language(), key.n(), entry.getKey()))))
        .iterator();
  }
}
