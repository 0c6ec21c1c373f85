package org.broadsheet.counting;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;

/**
 * How many terms of each kind are in how many articles: all that the driver needs to know of a
 * vocabulary, and small for any, since most terms share a low df with many others.
 */
final class DfHistogram implements Serializable {

  private final Map<NgramClass, TreeMap<Long, Long>> termsByDf = new HashMap<>();

  static DfHistogram of(JavaRDD<TermStats> terms) {
    DfHistogram sum = new DfHistogram();
    terms.mapPartitions(DfHistogram::of).collect().forEach(sum::add);
    return sum;
  }

  private static Iterator<DfHistogram> of(Iterator<TermStats> terms) {
    DfHistogram histogram = new DfHistogram();
    terms.forEachRemaining(term -> histogram.add(NgramClass.of(term.key()), term.df(), 1));
    return List.of(histogram).iterator();
  }

  private void add(DfHistogram other) {
    other.termsByDf.forEach((kind, terms) -> terms.forEach((df, size) -> add(kind, df, size)));
  }

  private void add(NgramClass kind, long df, long size) {
    termsByDf.computeIfAbsent(kind, k -> new TreeMap<>()).merge(df, size, Long::sum);
  }

  Iterable<NgramClass> kinds() {
    return termsByDf.keySet();
  }

  /** How many terms there are of a kind. */
  long size(NgramClass kind) {
    return termsByDf.get(kind).values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many terms there are, of each kind so many at most. */
  long size(long most) {
    return termsByDf.keySet().stream().mapToLong(kind -> Math.min(size(kind), most)).sum();
  }

  /**
   * Where the terms of highest df end.
   *
   * @param df the df at which not all terms find a place any more; 0 if all terms do
   * @param places how many terms of that df do
   */
  record End(long df, long places) implements Serializable {}

  End end(NgramClass kind, long most) {
    long left = most;
    for (Map.Entry<Long, Long> entry : termsByDf.get(kind).descendingMap().entrySet()) {
      if (entry.getValue() > left) {
        return new End(entry.getKey(), left);
      }
      left -= entry.getValue();
    }
    return new End(0, 0);
  }
}
