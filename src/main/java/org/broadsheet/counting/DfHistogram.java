package org.broadsheet.counting;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many terms have which df, by language and n. The driver can hold it for any vocabulary, since
 * most terms share a low df with many others.
 */
final class DfHistogram implements MergeableSum<TermStats, DfHistogram> {

  private final Map<NgramClass, TreeMap<Long, Long>> termsByDf = new HashMap<>();

  @Override
  public DfHistogram add(TermStats term) {
    add(term.key().ngrams(), term.df(), 1);
    return this;
  }

  @Override
  public DfHistogram merge(DfHistogram other) {
    other.termsByDf.forEach((ngrams, terms) -> terms.forEach((df, size) -> add(ngrams, df, size)));
    return this;
  }

  private void add(NgramClass ngrams, long df, long terms) {
    termsByDf.computeIfAbsent(ngrams, k -> new TreeMap<>()).merge(df, terms, Long::sum);
  }

  /** The languages and n that have a term. */
  Set<NgramClass> classes() {
    return termsByDf.keySet();
  }

  /** Counts the terms of a language and n. */
  long terms(NgramClass ngrams) {
    return termsByDf.get(ngrams).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Counts the terms if each language and n may have at most this many. */
  long terms(long most) {
    return classes().stream().mapToLong(ngrams -> Math.min(terms(ngrams), most)).sum();
  }

  /**
   * The df at which the terms of highest df end.
   *
   * @param df the df of which only some terms belong to them; 0 if all terms do
   * @param quota how many terms of that df belong to them
   */
  record Cutoff(long df, long quota) implements Serializable {}

  /** Finds where the terms of highest df end. */
  Cutoff cutoff(NgramClass ngrams, long most) {
    long left = most;
    for (Map.Entry<Long, Long> terms : termsByDf.get(ngrams).descendingMap().entrySet()) {
      if (terms.getValue() > left) {
        return new Cutoff(terms.getKey(), left);
      }
      left -= terms.getValue();
    }
    return new Cutoff(0, 0);
  }
}
