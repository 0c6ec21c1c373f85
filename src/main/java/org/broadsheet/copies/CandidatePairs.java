package org.broadsheet.copies;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;

/**
 * Pairs of articles that agree in a band of their signatures, and so are in a bucket together, and
 * are worth verifying.
 *
 * <p>The number of pairs of a bucket grows with the square of its size. In a crowded bucket, which
 * a template or a notice in many articles makes, each article is paired with the first few only.
 * The first are the same in every band, so that they become the centres of groups.
 *
 * @param pairs two numbers each, the lower one in the upper half; in ascending order, each once
 * @param cut how many pairs of crowded buckets were left out, in the band that has most of them
 * @param crowded how many buckets were crowded, in the band that has most of them
 */
record CandidatePairs(long[] pairs, long cut, long crowded) implements Serializable {

  /** The largest number of articles in a bucket that is not crowded. */
  static final int CROWDED = 64;

  /** Articles of a crowded bucket that all others are paired with. */
  static final int CENTRES = 32;

  /**
   * Finds the pairs of a band.
   *
   * @param entries the key of each article, and in the lower half its number
   * @param index all articles
   */
  static CandidatePairs ofBand(Iterable<long[]> entries, ArticleIndex index) {
    LongArrayList all = new LongArrayList();
    entries.forEach(some -> Arrays.stream(some).forEach(all::add));
    long[] sorted = all.toLongArray();
    Arrays.sort(sorted);
    return new Collector(sorted, index).collect();
  }

  /** Puts the pairs of several bands together. */
  static CandidatePairs joined(Iterator<CandidatePairs> bands) {
    LongArrayList all = new LongArrayList();
    long cut = 0;
    long crowded = 0;
    while (bands.hasNext()) {
      CandidatePairs band = bands.next();
      Arrays.stream(band.pairs).forEach(all::add);
      cut = Math.max(cut, band.cut);
      crowded = Math.max(crowded, band.crowded);
    }
    return new CandidatePairs(
        Arrays.stream(all.toLongArray()).sorted().distinct().toArray(), cut, crowded);
  }

  /** The lower number of a pair. */
  static int first(long pair) {
    return (int) (pair >>> Integer.SIZE);
  }

  /** The higher number of a pair. */
  static int second(long pair) {
    return (int) pair;
  }

  /** The articles that occur in a pair. */
  BitSet articles() {
    BitSet articles = new BitSet();
    for (long pair : pairs) {
      articles.set(first(pair));
      articles.set(second(pair));
    }
    return articles;
  }

  /** Goes through the buckets of a band: entries of the same key. */
  private static final class Collector {
    private final long[] entries;
    private final ArticleIndex index;
    private final LongArrayList pairs = new LongArrayList();
    private long cut;
    private long crowded;

    Collector(long[] entries, ArticleIndex index) {
      this.entries = entries;
      this.index = index;
    }

    CandidatePairs collect() {
      int start = 0;
      for (int end = 1; end <= entries.length; end++) {
        if (end == entries.length || first(entries[end]) != first(entries[start])) {
          addBucket(start, end);
          start = end;
        }
      }
      return new CandidatePairs(pairs.toLongArray(), cut, crowded);
    }

    private void addBucket(int start, int end) {
      int size = end - start;
      int centres = size > CROWDED ? CENTRES : size;
      for (int other = start + 1; other < end; other++) {
        for (int centre = start; centre < Math.min(other, start + centres); centre++) {
          add(second(entries[centre]), second(entries[other]));
        }
      }
      if (size > CROWDED) {
        crowded++;
        cut += (long) (size - centres) * (size - centres - 1) / 2;
      }
    }

    private void add(int article, int other) {
      if (index.mayBeCopies(article, other)) {
        pairs.add((long) article << Integer.SIZE | other);
      }
    }
  }
}
