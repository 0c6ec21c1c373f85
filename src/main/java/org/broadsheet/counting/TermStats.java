package org.broadsheet.counting;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.ingest.Corpus;

/**
 * One term of the corpus with all its counts, as {@link TermStatsBlock} keeps them. Whole numbers
 * only, so that the order of adding does not matter.
 */
public final class TermStats {

  private final TermStatsBlock block;
  private final int term;
  private final TermKey key;

  /** Shows a term of a block. */
  TermStats(TermStatsBlock block, int term) {
    this.block = block;
    this.term = term;
    this.key = block.terms().get(term);
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
    return block.surfaces()[term];
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
    return IntStream.range(block.starts()[term], block.starts()[term + 1])
        .mapToObj(cell -> group(cell).source())
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
    for (int cell = block.starts()[term]; cell < block.starts()[term + 1]; cell++) {
      K ofGroup = part.apply(group(cell));
      if (ofGroup != null) {
        Frequency ofCell = new Frequency(block.cells().tf()[cell], block.cells().df()[cell]);
        frequencies.merge(ofGroup, ofCell, Frequency::plus);
      }
    }
    return frequencies;
  }

  private GroupKey group(int cell) {
    return block.groups()[block.cells().group()[cell]];
  }
}
