package org.broadsheet.counting;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.broadsheet.collections.IntIndex;
import org.broadsheet.counting.block.ArticleTermHashes;
import org.broadsheet.counting.block.TokenIdBlock;

/**
 * Knows terms that cannot reach the smallest df, before anything is shuffled: most n-grams occur in
 * one article only. An array of counters by hash (Park, Chen and Yu 1995): a counter is never below
 * the df of a term that falls on it, so that no term is lost; what slips through is cut exactly
 * later.
 *
 * <p>There are as many counters as the whole corpus needs. A small part of it keeps only those that
 * it uses, so that what a task holds and sends grows with its own terms.
 */
final class RareTerms implements Serializable {

  private static final int MOST_COUNTERS = 1 << 25;

  /** With more than one counter of so many in use, the plain array is faster. */
  private static final int SPARSE = 128;

  private final int size;

  /** The counters by slot; null as long as few are used. */
  private byte[] counters;

  /** The slots in use and, by their numbers, the counters; null beside the plain array. */
  private IntIndex usedSlots = new IntIndex();

  private byte[] used = new byte[64];

  private RareTerms(int size) {
    this.size = size;
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
   * @param ngrams the longest n-grams
   * @param tokens how many n-grams there are: no fewer than different terms
   */
  static RareTerms in(JavaRDD<TokenIdBlock> blocks, int ngrams, long tokens) {
    return blocks
        .treeAggregate(
            none(size(tokens)), (counters, block) -> counters.add(block, ngrams), RareTerms::add)
        .complete();
  }

  static RareTerms none(int size) {
    return new RareTerms(size);
  }

  /** Adds the articles of a block. */
  RareTerms add(TokenIdBlock block, int ngrams) {
    ArticleTermHashes terms = new ArticleTermHashes(block, ngrams);
    for (int article = 0; article < block.size(); article++) {
      int found = terms.find(article);
      for (int i = 0; i < found; i++) {
        add(slot(terms.get(i)), 1);
      }
    }
    return this;
  }

  /** Adds other counters of the same number; the order does not matter. */
  RareTerms add(RareTerms other) {
    if (other.counters == null) {
      for (int i = 0; i < other.usedSlots.size(); i++) {
        add(other.usedSlots.key(i), other.used[i] & 0xff);
      }
    } else {
      fill();
      for (int slot = 0; slot < size; slot++) {
        add(slot, other.counters[slot] & 0xff);
      }
    }
    return this;
  }

  private void add(int slot, int df) {
    if (counters != null) {
      counters[slot] = sum(counters[slot], df);
    } else {
      addSparse(slot, df);
    }
  }

  private void addSparse(int slot, int df) {
    int number = usedSlots.number(slot);
    if (number == used.length) {
      used = Arrays.copyOf(used, 2 * number);
    }
    used[number] = sum(used[number], df);
    if (SPARSE * usedSlots.size() > size) {
      fill();
    }
  }

  private static byte sum(byte counter, int df) {
    return (byte) Math.min(255, (counter & 0xff) + df);
  }

  /** Changes to the plain array. */
  private void fill() {
    if (counters == null) {
      counters = new byte[size];
      for (int i = 0; i < usedSlots.size(); i++) {
        counters[usedSlots.key(i)] = used[i];
      }
      usedSlots = null;
      used = null;
    }
  }

  /**
   * Makes {@link #isRare} ready: looking terms up wants the plain array.
   *
   * @return these counters
   */
  RareTerms complete() {
    fill();
    return this;
  }

  /** Whether a term is certain to be in fewer articles than the smallest df. */
  boolean isRare(long termHash, int minDf) {
    return (counters[slot(termHash)] & 0xff) < Math.min(255, minDf);
  }

  private int slot(long hash) {
    return (int) (hash ^ hash >>> 32) & size - 1;
  }
}
