package org.broadsheet.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.corpus.Period;
import org.broadsheet.table.ComputedRows;

/** The tables {@code periods} and {@code term_periods}: the corpus and its terms over time. */
public final class Periods {

  /**
   * Where filling in empty periods would take more rows than this, they are left out: more than a
   * thousand words and a thousand pairs over twenty years of days.
   */
  private static final long MOST_FILLED_ROWS = 20_000_000;

  private static final StructType PERIODS =
      new StructType()
          .add("period", DataTypes.DateType)
          .add("language", DataTypes.StringType)
          .add("n", DataTypes.IntegerType)
          .add("tokens", DataTypes.LongType)
          .add("articles", DataTypes.LongType);

  private static final StructType TERM_PERIODS =
      new StructType()
          .add("period", DataTypes.DateType)
          .add("language", DataTypes.StringType)
          .add("n", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("tf", DataTypes.LongType)
          .add("df", DataTypes.LongType)
          .add("period_tokens", DataTypes.LongType)
          .add("period_articles", DataTypes.LongType)
          .add("tf_per_million", DataTypes.DoubleType);

  private final CountedTerms terms;
  private final List<LocalDate> calendar;

  private Periods(CountedTerms terms, List<LocalDate> calendar) {
    this.terms = terms;
    this.calendar = calendar;
  }

  /**
   * Lays out the periods of a corpus, from its first dated article to its last.
   *
   * @param terms the counts
   * @param period the length of a period
   * @return the periods
   */
  public static Periods of(CountedTerms terms, Period period) {
    TreeSet<LocalDate> dated = terms.totals().periods();
    if (dated.isEmpty()) {
      return new Periods(terms, List.of());
    }
    return new Periods(
        terms,
        Stream.iterate(dated.first(), start -> !start.isAfter(dated.last()), period::next)
            .toList());
  }

  /**
   * Rows of the table {@code periods}.
   *
   * @return the rows, not conformed
   */
  public Dataset<Row> table() {
    Map<Totals.Of, Totals.Sum> sums = terms.totals().byPeriod();
    Set<String> languages = terms.totals().articlesByLanguage().keySet();
    List<Row> rows = new ArrayList<>();
    for (LocalDate start : calendar) {
      for (String language : languages) {
        for (int n = 1; n <= terms.settings().ngrams(); n++) {
          Totals.Of part = new Totals.Of(language, n, (int) start.toEpochDay());
          Totals.Sum sum = sums.getOrDefault(part, Totals.Sum.NONE);
          rows.add(RowFactory.create(start, language, n, sum.tokens(), sum.articles()));
        }
      }
    }
    return terms.spark().createDataFrame(rows, PERIODS);
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
  public Dataset<Row> termPeriods() {
    Set<TermCounts.Key> leading = isFilled() ? leading() : Set.of();
    int[] days = calendar.stream().mapToInt(start -> (int) start.toEpochDay()).toArray();
    Broadcast<Filling> filling =
        terms.shared(new Filling(new HashSet<>(leading), days, terms.totals().byPeriod()));
    return ComputedRows.of(
        terms.spark(), terms.counts().flatMap(term -> filling.value().rows(term)), TERM_PERIODS);
  }

  /** What a task needs to know to lay a term out over time. */
  private record Filling(
      HashSet<TermCounts.Key> leading, int[] days, HashMap<Totals.Of, Totals.Sum> sums)
      implements java.io.Serializable {

    Iterator<Row> rows(TermCounts term) {
      Map<Integer, TermCounts.Count> counts = term.byPeriod();
      if (leading.contains(term.key())) {
        for (int day : days) {
          counts.computeIfAbsent(day, d -> new TermCounts.Count());
        }
      }
      return counts.entrySet().stream()
          .map(entry -> row(entry.getKey(), term.key(), entry.getValue()))
          .iterator();
    }

    private Row row(Integer day, TermCounts.Key key, TermCounts.Count count) {
      Totals.Sum sum =
          sums.getOrDefault(new Totals.Of(key.language(), key.n(), day), Totals.Sum.NONE);
      return RowFactory.create(
          Terms.date(day),
          key.language(),
          key.n(),
          key.term(),
          count.tf(),
          count.df(),
          sum.tokens(),
          sum.articles(),
          Rates.perMillion(count.tf(), sum.tokens()));
    }
  }

  /** A term by its df, the first in order of text among equals. */
  private record Placed(TermCounts.Key key, long df) implements java.io.Serializable {

    static final Comparator<Placed> HIGHEST =
        Comparator.comparingLong((Placed p) -> -p.df).thenComparing(p -> p.key.term());
  }

  /** The terms of highest df of each language and n. */
  private Set<TermCounts.Key> leading() {
    int series = terms.settings().series();
    List<Placed> candidates =
        terms.counts().mapPartitions(part -> highest(placed(part), series).iterator()).collect();
    Set<TermCounts.Key> leading = new HashSet<>();
    highest(candidates.iterator(), series).forEach(placed -> leading.add(placed.key));
    return leading;
  }

  private static Iterator<Placed> placed(Iterator<TermCounts> terms) {
    Iterable<TermCounts> iterable = () -> terms;
    return java.util.stream.StreamSupport.stream(iterable.spliterator(), false)
        .map(term -> new Placed(term.key(), term.df()))
        .iterator();
  }

  private static List<Placed> highest(Iterator<Placed> terms, int most) {
    Map<CountedTerms.Kind, PriorityQueue<Placed>> queues = new HashMap<>();
    while (terms.hasNext()) {
      Placed term = terms.next();
      PriorityQueue<Placed> queue =
          queues.computeIfAbsent(
              CountedTerms.Kind.of(term.key), k -> new PriorityQueue<>(Placed.HIGHEST.reversed()));
      queue.add(term);
      if (queue.size() > most) {
        queue.remove();
      }
    }
    return queues.values().stream().flatMap(PriorityQueue::stream).toList();
  }
}
