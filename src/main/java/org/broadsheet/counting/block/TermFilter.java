package org.broadsheet.counting.block;

/** Which terms are counted. Whoever leaves a term out wants no longer one that contains it. */
public interface TermFilter {

  /**
   * Whether a term is counted.
   *
   * @param hash its {@link Ngrams#hash}
   * @param n how many words it has
   * @return false if it is left out
   */
  boolean keeps(long hash, int n);
}
