package org.broadsheet.terms;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import org.broadsheet.text.TermBlock;

/**
 * Knows terms that cannot reach the smallest df, before anything is shuffled: most n-grams occur in
 * one article only. An array of counters by hash (Park, Chen and Yu 1995): a counter is never below
 * the df of a term that falls on it, so that no term is lost; what slips through is cut exactly
 * later.
 */
final class RareTerms implements Serializable {

  private static final int MOST_COUNTERS = 1 << 25;

  private final byte[] counters;

  private RareTerms(byte[] counters) {
    this.counters = counters;
  }

  /**
   * Counters with room for a number of terms.
   *
   * @param terms about how many different terms there are
   * @return the number of counters, a power of two
   */
  static int size(long terms) {
    int size = 1 << 12;
    while (size < 4 * terms && size < MOST_COUNTERS) {
      size <<= 1;
    }
    return size;
  }

  /**
   * Counts the terms of all blocks.
   *
   * @param terms about how many different terms there are
   */
  static RareTerms in(JavaRDD<TermBlock> blocks, long terms) {
    return blocks.treeAggregate(none(size(terms)), RareTerms::add, RareTerms::add);
  }

  static RareTerms none(int size) {
    return new RareTerms(new byte[size]);
  }

  /** Adds the articles of a block. */
  RareTerms add(TermBlock block) {
    TermBlock.Cells cells = block.cells();
    for (int i = 0; i < cells.size(); i++) {
      if (cells.df()[i] > 0) {
        add(slot(block.terms().hash(block.formTerms()[cells.form()[i]])), cells.df()[i]);
      }
    }
    return this;
  }

  /** Adds other counters; the order does not matter. */
  RareTerms add(RareTerms other) {
    for (int i = 0; i < counters.length; i++) {
      add(i, other.counters[i] & 0xff);
    }
    return this;
  }

  private void add(int slot, int df) {
    counters[slot] = (byte) Math.min(255, (counters[slot] & 0xff) + df);
  }

  /** Whether a term is certain to be in fewer articles than the smallest df. */
  boolean isRare(long termHash, int minDf) {
    return (counters[slot(termHash)] & 0xff) < Math.min(255, minDf);
  }

  private int slot(long hash) {
    return (int) (hash ^ hash >>> 32) & counters.length - 1;
  }
}
