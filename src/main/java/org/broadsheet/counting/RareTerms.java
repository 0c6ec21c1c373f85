package org.broadsheet.counting;

import it.unimi.dsi.fastutil.ints.Int2IntMaps;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import org.apache.spark.api.java.JavaRDD;
import org.broadsheet.counting.block.ArticleTermHashes;
import org.broadsheet.counting.block.TermCounter;
import org.broadsheet.counting.block.TokenIdBlock;

/**
 * Finds terms that cannot reach the smallest df before anything is shuffled: most n-grams occur in
 * one article only. An array of counters by hash (Park, Chen and Yu 1995): a counter is never below
 * the df of a term that it counts, so that no term is lost; the terms that share a counter with
 * others, and so pass, are cut exactly later.
 *
 * <p>There are as many counters as the whole corpus needs. A small part of the corpus keeps only
 * those that it uses, so that what a task holds and sends grows with its own terms.
 */
final class RareTerms implements MergeableSum<TokenIdBlock, RareTerms> {

  private static final int MOST_COUNTERS = 1 << 25;

  /** If more than one counter in this many is in use, the plain array is faster. */
  private static final int SPARSE = 128;

  private final int ngrams;
  private final int size;

  /** The counters by slot; null as long as few are used. */
  private byte[] counters;

  /** The counters in use by slot; null beside the plain array. */
  private Int2IntOpenHashMap used = new Int2IntOpenHashMap();

  /**
   * Starts with counters at zero.
   *
   * @param ngrams words in the longest n-grams
   * @param size the number of counters, a power of two
   */
  RareTerms(int ngrams, int size) {
    this.ngrams = ngrams;
    this.size = size;
  }

  /**
   * Chooses the number of counters for a number of terms.
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
   * Leaves out terms that are certain to be below the smallest df.
   *
   * @param blocks the articles
   * @param ngrams words in the longest n-grams
   * @param tokens the number of n-grams: no fewer than different terms
   * @param minDf the smallest df
   */
  static TermCounter.Filter filter(
      JavaRDD<TokenIdBlock> blocks, int ngrams, long tokens, MinDf minDf) {
    if (minDf.ngrams() == 1) {
      return (hash, n) -> true;
    }
    RareTerms rare = MergeableSum.over(blocks, new RareTerms(ngrams, size(tokens))).complete();
    return (hash, n) -> !rare.isRare(hash, minDf.of(n));
  }

  @Override
  public RareTerms add(TokenIdBlock block) {
    ArticleTermHashes terms = new ArticleTermHashes(block, ngrams);
    for (int article = 0; article < block.articles().size(); article++) {
      int found = terms.find(article);
      for (int i = 0; i < found; i++) {
        add(slot(terms.get(i)), 1);
      }
    }
    return this;
  }

  @Override
  public RareTerms merge(RareTerms other) {
    if (other.counters == null) {
      if (counters == null) {
        // In the order of the other map's hashes, a map that grows on the way is probed at length.
        used.ensureCapacity(used.size() + other.used.size());
      }
      Int2IntMaps.fastForEach(
          other.used, counter -> add(counter.getIntKey(), counter.getIntValue()));
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
    used.addTo(slot, df);
    if (SPARSE * used.size() > size) {
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
      Int2IntMaps.fastForEach(
          used, counter -> counters[counter.getIntKey()] = sum((byte) 0, counter.getIntValue()));
      used = null;
    }
  }

  /** Makes the counters ready for {@link #isRare}, which needs the plain array. */
  RareTerms complete() {
    fill();
    return this;
  }

  /** Tells whether a term is certain to be in fewer articles than the smallest df. */
  boolean isRare(long termHash, int minDf) {
    return (counters[slot(termHash)] & 0xff) < Math.min(255, minDf);
  }

  private int slot(long hash) {
    return (int) (hash ^ hash >>> 32) & size - 1;
  }
}
