package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.counting.CorpusTotals.Total;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Frequency;
import org.broadsheet.counting.LeadingTerms;
import org.broadsheet.counting.TermKey;
import org.broadsheet.counting.TermStats;
import org.broadsheet.stats.Bursts;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;

/**
 * The tables {@code term_periods} and {@code term_bursts}: terms over time, and when they were used
 * more than at other times.
 */
public final class TermPeriods {

  /**
   * Where filling in empty periods would take more rows than this, they are left out: more than a
   * thousand words and a thousand pairs over twenty years of days.
   */
  private static final long MOST_FILLED_ROWS = 20_000_000;

  /** With fewer expected occurrences, the normal distribution is no guide. */
  private static final double FEWEST_EXPECTED = 5;

  private static final RowEncoder<PeriodOfTerm> PERIODS =
      RowEncoder.<PeriodOfTerm>of("term_periods")
          .column("period", DATE, PeriodOfTerm::start)
          .column("language", STRING, period -> period.key.language())
          .column("n", INT, period -> period.key.n())
          .column("term", STRING, period -> period.key.term())
          .column("tf", LONG, period -> period.count.tf())
          .column("df", LONG, period -> period.count.df())
          .column("period_tokens", LONG, period -> period.all.tokens())
          .column("period_articles", LONG, period -> period.all.articles())
          .column(
              "tf_per_million",
              DOUBLE,
              period -> Rates.perMillion(period.count.tf(), period.all.tokens()))
          .column("baseline", DOUBLE, PeriodOfTerm::baseline)
          .column("z", DOUBLE, PeriodOfTerm::z)
          .column("burst_level", INT, period -> period.isBurst ? 1 : 0)
          .build();

  private static final RowEncoder<TermBurst> BURSTS =
      RowEncoder.<TermBurst>of("term_bursts")
          .column("language", STRING, burst -> burst.key.language())
          .column("n", INT, burst -> burst.key.n())
          .column("term", STRING, burst -> burst.key.term())
          .column("first_period", DATE, TermBurst::first)
          .column("last_period", DATE, TermBurst::last)
          .column("level", INT, burst -> 1)
          .column("periods", INT, TermBurst::periods)
          .column("df", LONG, TermBurst::df)
          .column("burst_articles", LONG, TermBurst::articles)
          .column("weight", DOUBLE, TermBurst::weight)
          .build();

  private final CountedTerms terms;
  private final Calendar calendar;
  private final int series;

  /**
   * Prepares the tables.
   *
   * @param terms the counts
   * @param calendar the periods
   * @param settings what the tables show
   */
  public TermPeriods(CountedTerms terms, Calendar calendar, TermSettings settings) {
    this.terms = terms;
    this.calendar = calendar;
    this.series = settings.series();
  }

  /**
   * Whether the terms of highest df get a row for empty periods.
   *
   * @return false if that would take too many rows
   */
  public boolean isFilled() {
    return isFilled(terms.size(series), calendar.size());
  }

  static boolean isFilled(long terms, long periods) {
    return terms * periods <= MOST_FILLED_ROWS;
  }

  /**
   * Rows of the table {@code term_periods}.
   *
   * @return the rows
   */
  public Dataset<Row> table() {
    LeadingTerms filled = isFilled() ? terms.leading(series) : null;
    Broadcast<Calendar> shared = terms.broadcast(calendar);
    return PERIODS.rows(
        terms.spark(),
        terms
            .published()
            .flatMap(
                term ->
                    new Series(term, shared.value())
                        .periods(filled != null && filled.contains(term))));
  }

  /**
   * Rows of the table {@code term_bursts}.
   *
   * @return the rows
   */
  public Dataset<Row> bursts() {
    Broadcast<Calendar> shared = terms.broadcast(calendar);
    return BURSTS.rows(
        terms.spark(),
        terms.published().flatMap(term -> new Series(term, shared.value()).bursts()));
  }

  /** A term over time. */
  private static final class Series {
    private final TermKey key;
    private final Calendar calendar;
    private final TreeMap<Integer, Frequency> counts = new TreeMap<>();
    private final List<Bursts.Burst> bursts;
    private final long tf;
    private final long tokens;

    Series(TermStats term, Calendar calendar) {
      this.key = term.key();
      this.calendar = calendar;
      term.byPeriod().forEach((day, count) -> counts.put(calendar.number(day), count));
      this.bursts = found();
      this.tf = counts.values().stream().mapToLong(Frequency::tf).sum();
      this.tokens = calendar.tokens(key.ngrams());
    }

    private List<Bursts.Burst> found() {
      return counts.isEmpty()
          ? List.of()
          : Bursts.of(
              counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
              counts.values().stream().mapToLong(Frequency::df).toArray(),
              calendar.articlesBefore(key.language()));
    }

    Iterator<PeriodOfTerm> periods(boolean filled) {
      Stream<Integer> periods =
          filled
              ? Stream.iterate(0, p -> p < calendar.size(), p -> p + 1)
              : counts.keySet().stream();
      return periods.map(this::inPeriod).iterator();
    }

    private PeriodOfTerm inPeriod(int period) {
      Frequency count = counts.getOrDefault(period, Frequency.NONE);
      Total all = calendar.total(key.ngrams(), period);
      long others = tokens - all.tokens();
      Double baseline = others == 0 ? null : (double) all.tokens() * (tf - count.tf()) / others;
      boolean enough = baseline != null && baseline >= FEWEST_EXPECTED;
      return new PeriodOfTerm(
          calendar.start(period),
          key,
          count,
          all,
          baseline,
          enough ? z(count.tf(), baseline, (double) all.tokens() / others) : null,
          bursts.stream().anyMatch(b -> b.first() <= period && period <= b.last()));
    }

    /** How far a count is from what the other periods let expect, in standard deviations. */
    private static double z(long tf, double baseline, double size) {
      return (tf - baseline) / StrictMath.sqrt(baseline * (1 + size));
    }

    Iterator<TermBurst> bursts() {
      return bursts.stream().map(this::termBurst).iterator();
    }

    private TermBurst termBurst(Bursts.Burst burst) {
      long[] before = calendar.articlesBefore(key.language());
      return new TermBurst(
          key,
          calendar.start(burst.first()),
          calendar.start(burst.last()),
          burst.last() - burst.first() + 1,
          counts.subMap(burst.first(), true, burst.last(), true).values().stream()
              .mapToLong(Frequency::df)
              .sum(),
          before[burst.last() + 1] - before[burst.first()],
          burst.weight());
    }
  }

  /**
   * A term in a period.
   *
   * @param all the terms of its language and n in the period
   * @param baseline what the other periods let expect; null if there are none
   */
  private record PeriodOfTerm(
      LocalDate start,
      TermKey key,
      Frequency count,
      Total all,
      Double baseline,
      Double z,
      boolean isBurst) {}

  /** A burst of a term. */
  private record TermBurst(
      TermKey key,
      LocalDate first,
      LocalDate last,
      int periods,
      long df,
      long articles,
      double weight) {}
}
