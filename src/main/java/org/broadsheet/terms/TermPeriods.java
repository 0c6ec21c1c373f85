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
import org.broadsheet.stats.RateDeviation;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;

/**
 * The tables {@code term_periods} and {@code term_bursts}: the use of terms over time, and the
 * periods in which a term was used more than at other times.
 */
public final class TermPeriods {

  /**
   * Where rows for empty periods would make the table longer than this, they are left out: a
   * thousand words and a thousand pairs over more than twenty years of days.
   */
  private static final long MOST_FILLED_ROWS = 20_000_000;

  private static final RowEncoder<PeriodOfTerm> PERIODS =
      RowEncoder.<PeriodOfTerm>of("term_periods")
          .column("period", DATE, PeriodOfTerm::start)
          .column("language", STRING, row -> row.key.language())
          .column("n", INT, row -> row.key.n())
          .column("term", STRING, row -> row.key.term())
          .column("tf", LONG, row -> row.frequency.tf())
          .column("df", LONG, row -> row.frequency.df())
          .column("period_tokens", LONG, row -> row.period.tokens())
          .column("period_articles", LONG, row -> row.period.articles())
          .column("tf_per_million", DOUBLE, PeriodOfTerm::tfPerMillion)
          .column("baseline", DOUBLE, PeriodOfTerm::baseline)
          .column("z", DOUBLE, PeriodOfTerm::z)
          .column("burst_level", INT, row -> row.isInBurst ? 1 : 0)
          .build();

  private static final RowEncoder<BurstOfTerm> BURSTS =
      RowEncoder.<BurstOfTerm>of("term_bursts")
          .column("language", STRING, row -> row.key.language())
          .column("n", INT, row -> row.key.n())
          .column("term", STRING, row -> row.key.term())
          .column("first_period", DATE, BurstOfTerm::first)
          .column("last_period", DATE, BurstOfTerm::last)
          .column("level", INT, row -> 1)
          .column("periods", INT, BurstOfTerm::periods)
          .column("df", LONG, BurstOfTerm::df)
          .column("burst_articles", LONG, BurstOfTerm::articles)
          .column("weight", DOUBLE, BurstOfTerm::weight)
          .build();

  private final CountedTerms terms;
  private final Calendar calendar;
  private Broadcast<Calendar> shared;
  private final int series;

  /**
   * Prepares the tables.
   *
   * @param terms the counted corpus
   * @param calendar the periods
   * @param settings what the tables show
   */
  public TermPeriods(CountedTerms terms, Calendar calendar, TermSettings settings) {
    this.terms = terms;
    this.calendar = calendar;
    this.series = settings.series();
  }

  /**
   * Tells whether the terms of highest df get a row for empty periods.
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
   * Computes the table {@code term_periods}.
   *
   * @return its rows
   */
  public Dataset<Row> table() {
    LeadingTerms filled = isFilled() ? terms.leading(series) : null;
    Broadcast<Calendar> shared = shared();
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
   * Computes the table {@code term_bursts}.
   *
   * @return its rows
   */
  public Dataset<Row> bursts() {
    Broadcast<Calendar> shared = shared();
    return BURSTS.rows(
        terms.spark(),
        terms.published().flatMap(term -> new Series(term, shared.value()).bursts()));
  }

  private Broadcast<Calendar> shared() {
    if (shared == null) {
      shared = terms.broadcast(calendar);
    }
    return shared;
  }

  /** The use of a term over time. */
  private static final class Series {
    private final TermKey key;
    private final Calendar calendar;
    private final TreeMap<Integer, Frequency> frequencies = new TreeMap<>();
    private final List<Bursts.Burst> bursts;
    private final long tf;

    Series(TermStats term, Calendar calendar) {
      this.key = term.key();
      this.calendar = calendar;
      term.byPeriod().forEach((day, frequency) -> frequencies.put(calendar.number(day), frequency));
      this.bursts = foundBursts();
      this.tf = frequencies.values().stream().mapToLong(Frequency::tf).sum();
    }

    private List<Bursts.Burst> foundBursts() {
      return frequencies.isEmpty()
          ? List.of()
          : Bursts.of(
              frequencies.keySet().stream().mapToInt(Integer::intValue).toArray(),
              frequencies.values().stream().mapToLong(Frequency::df).toArray(),
              calendar.articlesBefore(key.language()));
    }

    Iterator<PeriodOfTerm> periods(boolean withEmptyOnes) {
      Stream<Integer> periods =
          withEmptyOnes
              ? Stream.iterate(0, p -> p < calendar.size(), p -> p + 1)
              : frequencies.keySet().stream();
      return periods.map(this::inPeriod).iterator();
    }

    private PeriodOfTerm inPeriod(int period) {
      Frequency frequency = frequencies.getOrDefault(period, Frequency.NONE);
      Total all = calendar.total(key.ngrams(), period);
      return new PeriodOfTerm(
          calendar.start(period),
          key,
          frequency,
          all,
          RateDeviation.of(
              frequency.tf(),
              all.tokens(),
              tf - frequency.tf(),
              calendar.tokens(key.ngrams()) - all.tokens()),
          bursts.stream().anyMatch(b -> b.first() <= period && period <= b.last()));
    }

    Iterator<BurstOfTerm> bursts() {
      return bursts.stream().map(this::rowOf).iterator();
    }

    private BurstOfTerm rowOf(Bursts.Burst burst) {
      long[] before = calendar.articlesBefore(key.language());
      return new BurstOfTerm(
          key,
          calendar.start(burst.first()),
          calendar.start(burst.last()),
          burst.last() - burst.first() + 1,
          frequencies.subMap(burst.first(), true, burst.last(), true).values().stream()
              .mapToLong(Frequency::df)
              .sum(),
          before[burst.last() + 1] - before[burst.first()],
          burst.weight());
    }
  }

  /**
   * A row of {@code term_periods}: a term in a period.
   *
   * @param period all terms of the language and n in the period
   * @param deviation from the other periods; null if they have no words
   */
  private record PeriodOfTerm(
      LocalDate start,
      TermKey key,
      Frequency frequency,
      Total period,
      RateDeviation deviation,
      boolean isInBurst) {

    Double tfPerMillion() {
      return Rates.perMillion(frequency.tf(), period.tokens());
    }

    Double baseline() {
      return deviation == null ? null : (Double) deviation.expected();
    }

    Double z() {
      return deviation == null ? null : deviation.z();
    }
  }

  /** A row of {@code term_bursts}: a burst of a term. */
  private record BurstOfTerm(
      TermKey key,
      LocalDate first,
      LocalDate last,
      int periods,
      long df,
      long articles,
      double weight) {}
}
