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

  private final Map<Kind, DfHistogram.End> ends;
  private final HashSet<TermCounts.Key> last;

  private LeadingTerms(Map<Kind, DfHistogram.End> ends, HashSet<TermCounts.Key> last) {
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
      JavaRDD<TermCounts> terms, DfHistogram histogram, ToLongFunction<Kind> most) {
    HashMap<Kind, DfHistogram.End> ends = new HashMap<>();
    for (Kind kind : histogram.kinds()) {
      ends.put(kind, histogram.end(kind, most.applyAsLong(kind)));
    }
    HashSet<TermCounts.Key> last = new HashSet<>();
    if (ends.values().stream().anyMatch(end -> end.places() > 0)) {
      List<TermCounts.Key> candidates =
          terms
              .filter(term -> term.df() == ends.get(Kind.of(term.key())).df())
              .map(TermCounts::key)
              .mapPartitions(part -> first(part, ends))
              .collect();
      first(candidates.iterator(), ends).forEachRemaining(last::add);
    }
    return new LeadingTerms(ends, last);
  }

  /** Whether a term leads. */
  public boolean contains(TermCounts term) {
    long end = ends.get(Kind.of(term.key())).df();
    return term.df() > end || term.df() == end && last.contains(term.key());
  }

  /** The first terms of each kind, as many as find a place. */
  private static Iterator<TermCounts.Key> first(
      Iterator<TermCounts.Key> keys, Map<Kind, DfHistogram.End> ends) {
    Map<Kind, PriorityQueue<TermCounts.Key>> queues = new HashMap<>();
    keys.forEachRemaining(
        key -> {
          Kind kind = Kind.of(key);
          PriorityQueue<TermCounts.Key> queue =
              queues.computeIfAbsent(
                  kind,
                  k -> new PriorityQueue<>(Comparator.comparing(TermCounts.Key::term).reversed()));
          queue.add(key);
          if (queue.size() > ends.get(kind).places()) {
            queue.remove();
          }
        });
    return queues.values().stream().flatMap(PriorityQueue::stream).toList().iterator();
  }
}
