package org.broadsheet.terms;

import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.measure.Bursts;
import org.broadsheet.measure.Rates;
import org.broadsheet.table.ComputedRows;

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

  private static final StructType PERIODS =
      new StructType()
          .add("period", DataTypes.DateType)
          .add("language", DataTypes.StringType)
          .add("n", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("tf", DataTypes.LongType)
          .add("df", DataTypes.LongType)
          .add("period_tokens", DataTypes.LongType)
          .add("period_articles", DataTypes.LongType)
          .add("tf_per_million", DataTypes.DoubleType)
          .add("baseline", DataTypes.DoubleType)
          .add("z", DataTypes.DoubleType)
          .add("burst_level", DataTypes.IntegerType);

  private static final StructType BURSTS =
      new StructType()
          .add("language", DataTypes.StringType)
          .add("n", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("first_period", DataTypes.DateType)
          .add("last_period", DataTypes.DateType)
          .add("level", DataTypes.IntegerType)
          .add("periods", DataTypes.IntegerType)
          .add("df", DataTypes.LongType)
          .add("burst_articles", DataTypes.LongType)
          .add("weight", DataTypes.DoubleType);

  private final CountedTerms terms;
  private final Calendar calendar;

  /**
   * Prepares the tables.
   *
   * @param terms the counts
   * @param calendar the periods
   */
  public TermPeriods(CountedTerms terms, Calendar calendar) {
    this.terms = terms;
    this.calendar = calendar;
  }

  /**
   * Whether the terms of highest df get a row for empty periods.
   *
   * @return false if that would take too many rows
   */
  public boolean isFilled() {
    return isFilled(terms.size(terms.settings().series()), calendar.size());
  }

  static boolean isFilled(long terms, long periods) {
    return terms * periods <= MOST_FILLED_ROWS;
  }

  /**
   * Rows of the table {@code term_periods}.
   *
   * @return the rows, not conformed
   */
  public Dataset<Row> table() {
    LeadingTerms filled = isFilled() ? terms.series() : null;
    Broadcast<Calendar> shared = terms.shared(calendar);
    return ComputedRows.of(
        terms.spark(),
        terms
            .counts()
            .flatMap(
                term ->
                    new Series(term, shared.value()).rows(filled != null && filled.contains(term))),
        PERIODS);
  }

  /**
   * Rows of the table {@code term_bursts}.
   *
   * @return the rows, not conformed
   */
  public Dataset<Row> bursts() {
    Broadcast<Calendar> shared = terms.shared(calendar);
    return ComputedRows.of(
        terms.spark(),
        terms.counts().flatMap(term -> new Series(term, shared.value()).burstRows()),
        BURSTS);
  }

  /** A term over time. */
  private static final class Series {
    private final TermCounts.Key key;
    private final Calendar calendar;
    private final TreeMap<Integer, TermCounts.Count> counts = new TreeMap<>();
    private final List<Bursts.Burst> bursts;
    private final long tf;
    private final long tokens;

    Series(TermCounts term, Calendar calendar) {
      this.key = term.key();
      this.calendar = calendar;
      term.byPeriod().forEach((day, count) -> counts.put(calendar.number(day), count));
      this.bursts = found();
      this.tf = counts.values().stream().mapToLong(TermCounts.Count::tf).sum();
      this.tokens = calendar.tokens(Kind.of(key));
    }

    private List<Bursts.Burst> found() {
      return counts.isEmpty()
          ? List.of()
          : Bursts.of(
              counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
              counts.values().stream().mapToLong(TermCounts.Count::df).toArray(),
              calendar.articlesBefore(key.language()));
    }

    Iterator<Row> rows(boolean filled) {
      Stream<Integer> periods =
          filled
              ? Stream.iterate(0, p -> p < calendar.size(), p -> p + 1)
              : counts.keySet().stream();
      return periods.map(this::row).iterator();
    }

    private Row row(int period) {
      TermCounts.Count count = counts.getOrDefault(period, TermCounts.Count.NONE);
      Totals.Sum sum = calendar.sum(Kind.of(key), period);
      long others = tokens - sum.tokens();
      Double baseline = others == 0 ? null : (double) sum.tokens() * (tf - count.tf()) / others;
      boolean enough = baseline != null && baseline >= FEWEST_EXPECTED;
      return RowFactory.create(
          calendar.start(period),
          key.language(),
          key.n(),
          key.term(),
          count.tf(),
          count.df(),
          sum.tokens(),
          sum.articles(),
          Rates.perMillion(count.tf(), sum.tokens()),
          baseline,
          enough ? z(count.tf(), baseline, (double) sum.tokens() / others) : null,
          bursts.stream().anyMatch(b -> b.first() <= period && period <= b.last()) ? 1 : 0);
    }

    /** How far a count is from what the other periods let expect, in standard deviations. */
    private static double z(long tf, double baseline, double size) {
      return (tf - baseline) / StrictMath.sqrt(baseline * (1 + size));
    }

    Iterator<Row> burstRows() {
      return bursts.stream().map(this::burstRow).iterator();
    }

    private Row burstRow(Bursts.Burst burst) {
      long[] before = calendar.articlesBefore(key.language());
      return RowFactory.create(
          key.language(),
          key.n(),
          key.term(),
          calendar.start(burst.first()),
          calendar.start(burst.last()),
          1,
          burst.last() - burst.first() + 1,
          counts.subMap(burst.first(), true, burst.last(), true).values().stream()
              .mapToLong(TermCounts.Count::df)
              .sum(),
          before[burst.last() + 1] - before[burst.first()],
          burst.weight());
    }
  }
}
