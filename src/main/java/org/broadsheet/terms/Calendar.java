package org.broadsheet.terms;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.counting.CorpusTotals;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.NgramClass;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.ingest.Period;

/**
 * All periods from the first dated article to the last, those without an article too, with their
 * sums. Periods are numbered from 0.
 */
public final class Calendar implements Serializable {

  private final int[] days;
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final Map<NgramClass, CorpusTotals.Sum[]> sums = new HashMap<>();
  private final Map<NgramClass, Long> tokens = new HashMap<>();
  private final Map<String, long[]> articlesBefore = new HashMap<>();

  private Calendar(List<LocalDate> starts) {
    days = starts.stream().mapToInt(start -> (int) start.toEpochDay()).toArray();
    IntStream.range(0, days.length).forEach(i -> numbers.put(days[i], i));
  }

  /**
   * Lays out the periods of a corpus.
   *
   * @param terms its counts
   * @param period the length of a period
   * @return the periods; none if no article has a date
   */
  public static Calendar of(CountedTerms terms, Period period) {
    CorpusTotals totals = terms.totals();
    TreeSet<LocalDate> dated = totals.periods();
    Calendar calendar =
        new Calendar(
            dated.isEmpty()
                ? List.of()
                : Stream.iterate(dated.first(), start -> !start.isAfter(dated.last()), period::next)
                    .toList());
    Map<CorpusTotals.Of, CorpusTotals.Sum> byPeriod = totals.by(GroupKey::period);
    for (String language : totals.articlesByLanguage().keySet()) {
      for (int n = 1; n <= terms.settings().ngrams(); n++) {
        calendar.addSums(new NgramClass(language, n), byPeriod);
      }
      calendar.addArticles(language);
    }
    return calendar;
  }

  private void addSums(NgramClass kind, Map<CorpusTotals.Of, CorpusTotals.Sum> byPeriod) {
    CorpusTotals.Sum[] all = new CorpusTotals.Sum[days.length];
    for (int i = 0; i < days.length; i++) {
      CorpusTotals.Of of = new CorpusTotals.Of(kind.language(), kind.n(), days[i]);
      all[i] = byPeriod.getOrDefault(of, CorpusTotals.Sum.NONE);
    }
    sums.put(kind, all);
    tokens.put(kind, Stream.of(all).mapToLong(CorpusTotals.Sum::tokens).sum());
  }

  private void addArticles(String language) {
    long[] before = new long[days.length + 1];
    for (int i = 0; i < days.length; i++) {
      before[i + 1] = before[i] + sum(new NgramClass(language, 1), i).articles();
    }
    articlesBefore.put(language, before);
  }

  /**
   * The periods.
   *
   * @return their first days, as days of the epoch, in order
   */
  public int[] days() {
    return days.clone();
  }

  /** How many periods there are. */
  int size() {
    return days.length;
  }

  /** The first day of a period. */
  LocalDate start(int period) {
    return LocalDate.ofEpochDay(days[period]);
  }

  /** The number of the period that starts on a day of the epoch. */
  int number(int day) {
    return numbers.get(day);
  }

  /** The sums of a period. */
  CorpusTotals.Sum sum(NgramClass kind, int period) {
    return sums.get(kind)[period];
  }

  /** The tokens of all periods together. */
  long tokens(NgramClass kind) {
    return tokens.get(kind);
  }

  /** For each period, the articles of all before it; last, those of all. */
  long[] articlesBefore(String language) {
    return articlesBefore.get(language);
  }
}
