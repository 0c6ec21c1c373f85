package org.broadsheet.copies;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import org.broadsheet.collections.LongList;

/**
 * The pairs of articles that agree in a band of their signatures, as far as they are worth to be
 * verified.
 *
 * <p>A bucket that is crowded, by a template or a notice in many articles, would have pairs in the
 * square of its size. In such a bucket each article is paired with the first few only; the first
 * are the same in every band, so that they become the centres of what belongs together.
 *
 * @param pairs two numbers each, the lower one in the upper half; in ascending order, each once
 * @param cut how many pairs of crowded buckets were left out: of the bands the highest number
 * @param crowded how many buckets were crowded: of the bands the highest number
 */
record CandidatePairs(long[] pairs, long cut, long crowded) implements Serializable {

  /** Articles in a bucket that is not crowded. */
  static final int CROWDED = 64;

  /** Articles of a crowded bucket that all others are paired with. */
  static final int CENTRES = 32;

  /**
   * Finds the pairs of a band.
   *
   * @param entries the key of each article, and in the lower half its number
   * @param articles what is known of all
   */
  static CandidatePairs ofBand(Iterable<long[]> entries, ArticleIndex articles) {
    LongList all = new LongList();
    entries.forEach(some -> Arrays.stream(some).forEach(all::add));
    long[] sorted = all.toArray();
    Arrays.sort(sorted);
    return new Collector(sorted, articles).collect();
  }

  /** Puts the pairs of several bands together. */
  static CandidatePairs joined(Iterator<CandidatePairs> bands) {
    LongList all = new LongList();
    long cut = 0;
    long crowded = 0;
    while (bands.hasNext()) {
      CandidatePairs band = bands.next();
      Arrays.stream(band.pairs).forEach(all::add);
      cut = Math.max(cut, band.cut);
      crowded = Math.max(crowded, band.crowded);
    }
    return new CandidatePairs(
        Arrays.stream(all.toArray()).sorted().distinct().toArray(), cut, crowded);
  }

  static int first(long pair) {
    return (int) (pair >>> Integer.SIZE);
  }

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

  private static final class Collector {
    private final long[] entries;
    private final ArticleIndex articles;
    private final LongList pairs = new LongList();
    private long cut;
    private long crowded;

    Collector(long[] entries, ArticleIndex articles) {
      this.entries = entries;
      this.articles = articles;
    }

    CandidatePairs collect() {
      int start = 0;
      for (int end = 1; end <= entries.length; end++) {
        if (end == entries.length || first(entries[end]) != first(entries[start])) {
          addBucket(start, end);
          start = end;
        }
      }
      return new CandidatePairs(pairs.toArray(), cut, crowded);
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
      if (articles.mayBeCopies(article, other)) {
        pairs.add((long) article << Integer.SIZE | other);
      }
    }
  }
}
