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
 * @param pairs two numbers each, the lower one in the upper half
 * @param crowding the buckets that were crowded
 */
record CandidatePairs(long[] pairs, Crowding crowding) implements Serializable {

  /** The largest number of articles in a bucket that is not crowded. */
  static final int CROWDED = 64;

  /** Articles of a crowded bucket that all others are paired with. */
  static final int CENTRES = 32;

  /**
   * Finds the pairs of a slice of a band: of the articles whose keys are in some range.
   *
   * @param band the band
   * @param entries the key of each article, and in the lower half its number
   * @param index all articles
   */
  static CandidatePairs ofSlice(int band, Iterable<long[]> entries, ArticleIndex index) {
    long[] sorted = concatenated(entries);
    Arrays.sort(sorted);
    return new Collector(sorted, index).collect(band);
  }

  private static long[] concatenated(Iterable<long[]> entries) {
    int size = 0;
    for (long[] some : entries) {
      size += some.length;
    }
    long[] all = new long[size];
    int end = 0;
    for (long[] some : entries) {
      System.arraycopy(some, 0, all, end, some.length);
      end += some.length;
    }
    return all;
  }

  /** Puts the pairs of several slices together, in ascending order, each once. */
  static CandidatePairs joined(Iterator<CandidatePairs> slices) {
    LongArrayList all = new LongArrayList();
    Crowding crowding = Crowding.NONE;
    while (slices.hasNext()) {
      CandidatePairs slice = slices.next();
      all.addElements(all.size(), slice.pairs);
      crowding = crowding.plus(slice.crowding);
    }
    return new CandidatePairs(distinct(all.toLongArray()), crowding);
  }

  private static long[] distinct(long[] values) {
    Arrays.sort(values);
    int size = 0;
    for (long value : values) {
      if (size == 0 || values[size - 1] != value) {
        values[size++] = value;
      }
    }
    return Arrays.copyOf(values, size);
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

  /** Goes through the buckets of a slice: entries of the same key. */
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

    CandidatePairs collect(int band) {
      int start = 0;
      for (int end = 1; end <= entries.length; end++) {
        if (end == entries.length || first(entries[end]) != first(entries[start])) {
          addBucket(start, end);
          start = end;
        }
      }
      return new CandidatePairs(pairs.toLongArray(), Crowding.of(band, crowded, cut));
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
