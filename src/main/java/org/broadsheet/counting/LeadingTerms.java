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
 * The terms of highest df of each kind, the first in order of text among equals. Only those of
 * equal df at the end of the list are held by name.
 */
public final class LeadingTerms implements Serializable {

  private final Map<NgramClass, DfHistogram.End> ends;
  private final HashSet<TermStats.Key> last;

  private LeadingTerms(Map<NgramClass, DfHistogram.End> ends, HashSet<TermStats.Key> last) {
    this.ends = ends;
    this.last = last;
  }

  /**
   * Finds the leading terms.
   *
   * @param terms all terms
   * @param histogram theirs
   * @param most how many lead, for each kind
   */
  static LeadingTerms of(
      JavaRDD<TermStats> terms, DfHistogram histogram, ToLongFunction<NgramClass> most) {
    HashMap<NgramClass, DfHistogram.End> ends = new HashMap<>();
    for (NgramClass kind : histogram.kinds()) {
      ends.put(kind, histogram.end(kind, most.applyAsLong(kind)));
    }
    HashSet<TermStats.Key> last = new HashSet<>();
    if (ends.values().stream().anyMatch(end -> end.places() > 0)) {
      List<TermStats.Key> candidates =
          terms
              .filter(term -> term.df() == ends.get(NgramClass.of(term.key())).df())
              .map(TermStats::key)
              .mapPartitions(part -> first(part, ends))
              .collect();
      first(candidates.iterator(), ends).forEachRemaining(last::add);
    }
    return new LeadingTerms(ends, last);
  }

  /** Whether a term leads. */
  public boolean contains(TermStats term) {
    long end = ends.get(NgramClass.of(term.key())).df();
    return term.df() > end || term.df() == end && last.contains(term.key());
  }

  /** The first terms of each kind, as many as find a place. */
  private static Iterator<TermStats.Key> first(
      Iterator<TermStats.Key> keys, Map<NgramClass, DfHistogram.End> ends) {
    Map<NgramClass, PriorityQueue<TermStats.Key>> queues = new HashMap<>();
    keys.forEachRemaining(
        key -> {
          NgramClass kind = NgramClass.of(key);
          PriorityQueue<TermStats.Key> queue =
              queues.computeIfAbsent(
                  kind,
                  k -> new PriorityQueue<>(Comparator.comparing(TermStats.Key::term).reversed()));
          queue.add(key);
          if (queue.size() > ends.get(kind).places()) {
            queue.remove();
          }
        });
    return queues.values().stream().flatMap(PriorityQueue::stream).toList().iterator();
  }
}
