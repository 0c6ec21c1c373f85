package org.broadsheet.counting;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.ingest.Corpus;

/**
 * One term of the corpus with all its counts. Whole numbers only, so that the order of adding does
 * not matter.
 */
public final class TermStats implements Serializable {

  static final int NO_FIRST = Integer.MAX_VALUE;
  static final int NO_LAST = Integer.MIN_VALUE;

  /**
   * What tells terms apart.
   *
   * @param language the language
   * @param n how many words the term has
   * @param term its text
   */
  public record Key(String language, int n, String term) implements Serializable {

    /** What the sums of its language and n are kept by. */
    public CorpusTotals.Of ofCorpus() {
      return new CorpusTotals.Of(language, n, null);
    }
  }

  /** How often, and in how many articles. */
  public static final class Count implements Serializable {

    public static final Count NONE = new Count();

    private long tf;
    private long df;

    private void add(long moreTf, long moreDf) {
      tf += moreTf;
      df += moreDf;
    }

    public long tf() {
      return tf;
    }

    public long df() {
      return df;
    }

    public Count plus(Count other) {
      Count sum = new Count();
      sum.add(tf + other.tf, df + other.df);
      return sum;
    }

    public Count minus(Count other) {
      Count difference = new Count();
      difference.add(tf - other.tf, df - other.df);
      return difference;
    }
  }

  private final Key key;
  private final String surface;
  private final GroupKey[] places;
  private final long[] tf;
  private final int[] df;
  private final int firstDay;
  private final int lastDay;

  /**
   * Joins what is known of a term.
   *
   * @param surface its most frequent form
   * @param places where it occurs, each once
   * @param tf how often, at each place
   * @param df in how many articles, at each place
   * @param firstDay day of the epoch of the first article; {@link #NO_FIRST} without a date
   * @param lastDay that of the last; {@link #NO_LAST} without a date
   */
  TermStats(
      Key key, String surface, GroupKey[] places, long[] tf, int[] df, int firstDay, int lastDay) {
    this.key = key;
    this.surface = surface;
    this.places = places;
    this.tf = tf;
    this.df = df;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
  }

  /**
   * What tells the term apart.
   *
   * @return language, n and text
   */
  public Key key() {
    return key;
  }

  /**
   * How often it occurs.
   *
   * @return its occurrences in the corpus
   */
  public long tf() {
    return LongStream.of(tf).sum();
  }

  /**
   * How many articles have it.
   *
   * @return the articles of the corpus that contain it
   */
  public long df() {
    return IntStream.of(df).asLongStream().sum();
  }

  /**
   * Its most frequent form, the first in order among equals.
   *
   * @return the form as printed
   */
  public String surface() {
    return surface;
  }

  public Integer firstDay() {
    return firstDay == NO_FIRST ? null : firstDay;
  }

  public Integer lastDay() {
    return lastDay == NO_LAST ? null : lastDay;
  }

  /** Its counts by outlet. */
  public Map<String, Count> bySource() {
    return by(GroupKey::source);
  }

  /** How many outlets used it. */
  public long outlets() {
    return Stream.of(places)
        .map(GroupKey::source)
        .filter(source -> !source.equals(Corpus.UNKNOWN_SOURCE))
        .distinct()
        .count();
  }

  /** Its counts by first day of the period; articles without a date are left out. */
  public Map<Integer, Count> byPeriod() {
    return by(GroupKey::period);
  }

  /** Its counts in the articles that count where a story counts once. */
  public Count once() {
    return by(place -> place.standing().counts() ? "" : null).getOrDefault("", Count.NONE);
  }

  /** Its counts by some part of the places; those of a part that is null are left out. */
  public <K> Map<K, Count> by(Function<GroupKey, K> part) {
    Map<K, Count> sums = new HashMap<>();
    for (int i = 0; i < places.length; i++) {
      K key = part.apply(places[i]);
      if (key != null) {
        sums.computeIfAbsent(key, k -> new Count()).add(tf[i], df[i]);
      }
    }
    return sums;
  }
}
