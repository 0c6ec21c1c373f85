package org.broadsheet.counting;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import org.apache.spark.api.java.JavaRDD;

/**
 * The terms of highest df of each language and n; of terms of equal df the first in order of text.
 * Only the terms of the last df are held by name.
 */
public final class LeadingTerms implements Serializable {

  private final Map<NgramClass, DfHistogram.Cutoff> cutoffs;
  private final HashSet<TermKey> last;

  private LeadingTerms(Map<NgramClass, DfHistogram.Cutoff> cutoffs, HashSet<TermKey> last) {
    this.cutoffs = cutoffs;
    this.last = last;
  }

  /**
   * Finds the leading terms.
   *
   * @param terms all terms
   * @param histogram their df
   * @param most how many terms lead, for each language and n
   * @return the leading terms
   */
  static LeadingTerms of(
      JavaRDD<TermStats> terms, DfHistogram histogram, ToLongFunction<NgramClass> most) {
    HashMap<NgramClass, DfHistogram.Cutoff> cutoffs = new HashMap<>();
    for (NgramClass ngrams : histogram.classes()) {
      cutoffs.put(ngrams, histogram.cutoff(ngrams, most.applyAsLong(ngrams)));
    }
    HashSet<TermKey> last = new HashSet<>();
    if (cutoffs.values().stream().anyMatch(cutoff -> cutoff.quota() > 0)) {
      List<TermKey> candidates =
          terms
              .filter(term -> term.df() == cutoffs.get(term.key().ngrams()).df())
              .map(TermStats::key)
              .mapPartitions(keys -> first(keys, cutoffs))
              .collect();
      first(candidates.iterator(), cutoffs).forEachRemaining(last::add);
    }
    return new LeadingTerms(cutoffs, last);
  }

  /**
   * Tells whether a term is a leading one.
   *
   * @param term a term
   * @return true if it leads
   */
  public boolean contains(TermStats term) {
    long cutoff = cutoffs.get(term.key().ngrams()).df();
    return term.df() > cutoff || term.df() == cutoff && last.contains(term.key());
  }

  /** The first terms of each language and n, as many as the quota. */
  private static Iterator<TermKey> first(
      Iterator<TermKey> keys, Map<NgramClass, DfHistogram.Cutoff> cutoffs) {
    Map<NgramClass, PriorityQueue<TermKey>> queues = new HashMap<>();
    keys.forEachRemaining(
        key -> {
          PriorityQueue<TermKey> queue =
              queues.computeIfAbsent(
                  key.ngrams(),
                  k -> new PriorityQueue<>(Comparator.comparing(TermKey::term).reversed()));
          queue.add(key);
          if (queue.size() > cutoffs.get(key.ngrams()).quota()) {
            queue.remove();
          }
        });
    return queues.values().stream().flatMap(PriorityQueue::stream).toList().iterator();
  }
}
