package org.broadsheet.counting;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.broadsheet.collections.Texts;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.counting.block.GroupKeys;

/**
 * Terms with all their counts in the corpus, as parallel arrays: two texts for each term, and no
 * object for each count, however many groups of articles there are. A cell is the count of a term
 * in a group.
 *
 * @param terms for each term, language, n and text
 * @param surfaces for each term, its most frequent form; empty where it is the same as the term
 * @param tf for each term, its occurrences in the corpus
 * @param df for each term, the articles of the corpus that have it
 * @param firstDays for each term, day of the epoch of the first article; {@link #NO_FIRST} without
 *     a date
 * @param lastDays for each term, that of the last; {@link #NO_LAST} without a date
 * @param starts for each term, its first cell; last, the number of cells
 * @param groups the groups of articles that have a count
 * @param cells the counts
 */
record TermStatsBlock(
    Keys terms,
    Texts surfaces,
    long[] tf,
    long[] df,
    int[] firstDays,
    int[] lastDays,
    int[] starts,
    GroupKeys groups,
    Cells cells)
    implements Serializable {

  static final int NO_FIRST = Integer.MAX_VALUE;
  static final int NO_LAST = Integer.MIN_VALUE;

  /**
   * Identifies terms; parallel arrays.
   *
   * @param classes language and n, each pair once
   * @param ofClass for each term, its class
   * @param texts for each term, its text
   */
  record Keys(NgramClass[] classes, short[] ofClass, Texts texts) implements Serializable {

    int size() {
      return texts.size();
    }

    TermKey get(int term) {
      NgramClass ngrams = classes[ofClass[term]];
      return new TermKey(ngrams.language(), ngrams.n(), texts.get(term));
    }
  }

  /**
   * Counts of terms in groups of articles; parallel arrays.
   *
   * @param group the group
   * @param tf how often the term occurs in its articles
   * @param df its articles that have the term
   */
  record Cells(int[] group, long[] tf, int[] df) implements Serializable {}

  /** The terms, one after the other, for one thread. */
  Iterator<TermStats> iterator() {
    Map<Function<GroupKey, ?>, PartIndex<?>> indexes = new HashMap<>();
    return IntStream.range(0, terms.size())
        .mapToObj(term -> new TermStats(this, term, indexes))
        .iterator();
  }
}
