package org.broadsheet.counting;

import java.util.Map;
import java.util.function.Function;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.ingest.Corpus;

/**
 * One term of the corpus with all its counts, as {@link TermStatsBlock} keeps them. Whole numbers
 * only, so that the order of adding does not matter. Not safe for use by several threads.
 */
public final class TermStats {

  private static final Function<GroupKey, String> SOURCE = GroupKey::source;
  private static final Function<GroupKey, Integer> PERIOD = GroupKey::period;
  private static final Function<GroupKey, Boolean> IN_CORPUS =
      key -> key.weight().inCorpus() ? true : null;

  private final TermStatsBlock block;
  private final int term;
  private final TermKey key;
  private final Map<Function<GroupKey, ?>, PartIndex<?>> indexes;

  /**
   * Shows a term of a block.
   *
   * @param indexes the parts that were asked for so far, for all terms of the block
   */
  TermStats(TermStatsBlock block, int term, Map<Function<GroupKey, ?>, PartIndex<?>> indexes) {
    this.block = block;
    this.term = term;
    this.key = block.terms().get(term);
    this.indexes = indexes;
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
    return block.tf()[term];
  }

  /**
   * Counts articles.
   *
   * @return the articles of the corpus that have the term
   */
  public long df() {
    return block.df()[term];
  }

  /**
   * Gives the most frequent form; the first in order if several are equal.
   *
   * @return the term as printed
   */
  public String surface() {
    String surface = block.surfaces().get(term);
    return surface.isEmpty() ? key.term() : surface;
  }

  /**
   * Gives the first day on which the term was used.
   *
   * @return day of the epoch; null if no article with the term has a date
   */
  public Integer firstDay() {
    int day = block.firstDays()[term];
    return day == TermStatsBlock.NO_FIRST ? null : (Integer) day;
  }

  /**
   * Gives the last day on which the term was used.
   *
   * @return day of the epoch; null if no article with the term has a date
   */
  public Integer lastDay() {
    int day = block.lastDays()[term];
    return day == TermStatsBlock.NO_LAST ? null : (Integer) day;
  }

  /**
   * Counts the sources that used the term.
   *
   * @return the number of sources, without articles of an unknown source
   */
  public long sources() {
    Map<String, Frequency> bySource = bySource();
    return bySource.size() - (bySource.containsKey(Corpus.UNKNOWN_SOURCE) ? 1 : 0);
  }

  /**
   * Gives the frequencies by source.
   *
   * @return the frequency at each source that has the term
   */
  public Map<String, Frequency> bySource() {
    return by(SOURCE);
  }

  /**
   * Gives the frequencies by period.
   *
   * @return the frequency in each period that has the term, by the day of the epoch on which it
   *     starts
   */
  public Map<Integer, Frequency> byPeriod() {
    return by(PERIOD);
  }

  /**
   * Gives the frequency with each story counted once.
   *
   * @return the frequency in the articles that represent their stories in the corpus
   */
  public Frequency deduplicated() {
    return by(IN_CORPUS).getOrDefault(true, Frequency.NONE);
  }

  /**
   * Gives the frequencies in parts of the corpus.
   *
   * @param part the part that the articles of a group belong to; null leaves them out. The same
   *     object should be given for many terms: what it says is kept for a block of terms.
   * @param <K> the parts
   * @return the frequency in each part that has the term, in the order of the parts
   */
  @SuppressWarnings("unchecked")
  public <K extends Comparable<? super K>> Map<K, Frequency> by(Function<GroupKey, K> part) {
    PartIndex<K> index =
        (PartIndex<K>) indexes.computeIfAbsent(part, absent -> PartIndex.of(block.groups(), part));
    return index.sums(block.cells(), block.starts()[term], block.starts()[term + 1]);
  }
}
