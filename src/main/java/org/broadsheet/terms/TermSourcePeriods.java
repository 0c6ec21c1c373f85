package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.function.Function;
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

  private static final RowEncoder<TermOfSource> ROWS =
      RowEncoder.<TermOfSource>of("term_source_periods")
          .column("source", STRING, row -> row.at.source())
          .column("period", DATE, row -> LocalDate.ofEpochDay(row.at.period()))
          .column("language", STRING, row -> row.key.language())
          .column("n", INT, row -> row.key.n())
          .column("term", STRING, row -> row.key.term())
          .column("tf", LONG, row -> row.frequency.tf())
          .column("df", LONG, row -> row.frequency.df())
          .column("source_period_tokens", LONG, row -> row.all.tokens())
          .column("source_period_articles", LONG, row -> row.all.articles())
          .column(
              "tf_per_million",
              DOUBLE,
              row -> Rates.perMillion(row.frequency.tf(), row.all.tokens()))
          .build();

  private TermSourcePeriods() {}

  /** A source in a period. */
  private record SourcePeriod(String source, int period)
      implements Serializable, Comparable<SourcePeriod> {

    private static final Function<GroupKey, SourcePeriod> OF_GROUP = SourcePeriod::of;
    private static final Comparator<SourcePeriod> ORDER =
        Comparator.comparing(SourcePeriod::source).thenComparing(SourcePeriod::period);

    @Override
    public int compareTo(SourcePeriod other) {
      return ORDER.compare(this, other);
    }

    static SourcePeriod of(GroupKey key) {
      return key.period() == null ? null : new SourcePeriod(key.source(), key.period());
    }
  }

  /** A term at a source in a period, beside all terms there. */
  private record TermOfSource(TermKey key, SourcePeriod at, Frequency frequency, Total all) {}

  /**
   * Computes the table.
   *
   * @param terms the counted corpus
   * @param settings what the table shows
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms, TermSettings settings) {
    LeadingTerms leading = terms.leading(settings.series());
    Broadcast<HashMap<CorpusSlice<SourcePeriod>, Total>> totals =
        terms.broadcast(terms.totals().by(SourcePeriod.OF_GROUP));
    return ROWS.rows(
        terms.spark(),
        terms.published().filter(leading::contains).flatMap(term -> rows(term, totals.value())));
  }

  private static Iterator<TermOfSource> rows(
      TermStats term, HashMap<CorpusSlice<SourcePeriod>, Total> totals) {
    TermKey key = term.key();
    return term.by(SourcePeriod.OF_GROUP).entrySet().stream()
        .map(
            entry ->
                new TermOfSource(
                    key,
                    entry.getKey(),
                    entry.getValue(),
                    totals.get(new CorpusSlice<>(key.ngrams(), entry.getKey()))))
        .iterator();
  }
}
