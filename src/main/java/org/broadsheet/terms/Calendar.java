package org.broadsheet.terms;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.counting.CorpusSlice;
import org.broadsheet.counting.CorpusTotals;
import org.broadsheet.counting.CorpusTotals.Total;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.NgramClass;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.ingest.Period;

/**
 * All periods from the first dated article to the last, those without an article too, with their
 * totals. Periods are numbered from 0.
 */
public final class Calendar implements Serializable {

  private final int[] days;
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final Map<NgramClass, Total[]> totals = new HashMap<>();
  private final Map<NgramClass, Long> tokens = new HashMap<>();
  private final Map<String, long[]> articlesBefore = new HashMap<>();

  private Calendar(List<LocalDate> starts) {
    days = starts.stream().mapToInt(start -> (int) start.toEpochDay()).toArray();
    IntStream.range(0, days.length).forEach(i -> numbers.put(days[i], i));
  }

  /**
   * Lays out the periods of a corpus.
   *
   * @param terms the counted corpus
   * @param period the length of a period
   * @return the periods; none if no article has a date
   */
  public static Calendar of(CountedTerms terms, Period period) {
    CorpusTotals corpus = terms.totals();
    TreeSet<LocalDate> dated = corpus.periods();
    Calendar calendar =
        new Calendar(
            dated.isEmpty()
                ? List.of()
                : Stream.iterate(dated.first(), start -> !start.isAfter(dated.last()), period::next)
                    .toList());
    Map<CorpusSlice<Integer>, Total> byPeriod = corpus.by(GroupKey::period);
    for (String language : corpus.articlesByLanguage().keySet()) {
      for (int n = 1; n <= terms.settings().ngrams(); n++) {
        calendar.addTotals(new NgramClass(language, n), byPeriod);
      }
      calendar.addArticles(language);
    }
    return calendar;
  }

  private void addTotals(NgramClass ngrams, Map<CorpusSlice<Integer>, Total> byPeriod) {
    Total[] ofPeriods = new Total[days.length];
    for (int i = 0; i < days.length; i++) {
      ofPeriods[i] = byPeriod.getOrDefault(new CorpusSlice<>(ngrams, days[i]), Total.NONE);
    }
    totals.put(ngrams, ofPeriods);
    tokens.put(ngrams, Stream.of(ofPeriods).mapToLong(Total::tokens).sum());
  }

  private void addArticles(String language) {
    long[] before = new long[days.length + 1];
    for (int i = 0; i < days.length; i++) {
      before[i + 1] = before[i] + total(new NgramClass(language, 1), i).articles();
    }
    articlesBefore.put(language, before);
  }

  /**
   * Gives the first days of the periods.
   *
   * @return days of the epoch, in order
   */
  public int[] days() {
    return days.clone();
  }

  /** The number of periods. */
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

  /** The total of a period. */
  Total total(NgramClass ngrams, int period) {
    return totals.get(ngrams)[period];
  }

  /** The tokens of all periods together. */
  long tokens(NgramClass ngrams) {
    return tokens.get(ngrams);
  }

  /** For each period, the articles of all periods before it; last, those of all periods. */
  long[] articlesBefore(String language) {
    return articlesBefore.get(language);
  }
}
