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

  private final TermKey key;
  private final String surface;
  private final GroupKey[] groups;
  private final long[] tf;
  private final int[] df;
  private final int firstDay;
  private final int lastDay;

  /**
   * Makes the statistics of a term.
   *
   * @param key the term
   * @param surface its most frequent form
   * @param groups the groups of articles that have it, each once
   * @param tf for each group, how often it occurs there
   * @param df for each group, the articles that have it
   * @param firstDay day of the epoch of the first article; {@link #NO_FIRST} without a date
   * @param lastDay that of the last; {@link #NO_LAST} without a date
   */
  TermStats(
      TermKey key,
      String surface,
      GroupKey[] groups,
      long[] tf,
      int[] df,
      int firstDay,
      int lastDay) {
    this.key = key;
    this.surface = surface;
    this.groups = groups;
    this.tf = tf;
    this.df = df;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
  }

  /**
   * Identifies the term.
   *
   * @return language, n and text
   */
  public TermKey key() {
    return key;
  }

  /**
   * Counts occurrences.
   *
   * @return the occurrences in the corpus
   */
  public long tf() {
    return LongStream.of(tf).sum();
  }

  /**
   * Counts articles.
   *
   * @return the articles of the corpus that have the term
   */
  public long df() {
    return IntStream.of(df).asLongStream().sum();
  }

  /**
   * Gives the most frequent form; the first in order if several are equal.
   *
   * @return the term as printed
   */
  public String surface() {
    return surface;
  }

  /**
   * Gives the first day on which the term was used.
   *
   * @return day of the epoch; null if no article with the term has a date
   */
  public Integer firstDay() {
    return firstDay == NO_FIRST ? null : firstDay;
  }

  /**
   * Gives the last day on which the term was used.
   *
   * @return day of the epoch; null if no article with the term has a date
   */
  public Integer lastDay() {
    return lastDay == NO_LAST ? null : lastDay;
  }

  /**
   * Counts the sources that used the term.
   *
   * @return the number of sources, without articles of an unknown source
   */
  public long sources() {
    return Stream.of(groups)
        .map(GroupKey::source)
        .filter(source -> !source.equals(Corpus.UNKNOWN_SOURCE))
        .distinct()
        .count();
  }

  /**
   * Gives the frequencies by source.
   *
   * @return the frequency at each source that has the term
   */
  public Map<String, Frequency> bySource() {
    return by(GroupKey::source);
  }

  /**
   * Gives the frequencies by period.
   *
   * @return the frequency in each period that has the term, by the day of the epoch on which it
   *     starts
   */
  public Map<Integer, Frequency> byPeriod() {
    return by(GroupKey::period);
  }

  /**
   * Gives the frequency with each story counted once.
   *
   * @return the frequency in the articles that represent their stories in the corpus
   */
  public Frequency deduplicated() {
    return by(key -> key.weight().inCorpus() ? "" : null).getOrDefault("", Frequency.NONE);
  }

  /**
   * Gives the frequencies in parts of the corpus.
   *
   * @param part the part that the articles of a group belong to; null leaves them out
   * @param <K> the parts
   * @return the frequency in each part that has the term
   */
  public <K> Map<K, Frequency> by(Function<GroupKey, K> part) {
    Map<K, Frequency> frequencies = new HashMap<>();
    for (int i = 0; i < groups.length; i++) {
      K ofGroup = part.apply(groups[i]);
      if (ofGroup != null) {
        frequencies.merge(ofGroup, new Frequency(tf[i], df[i]), Frequency::plus);
      }
    }
    return frequencies;
  }
}
