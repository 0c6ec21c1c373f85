package org.broadsheet.copies;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch of articles as sets of shingles.
 *
 * @param facts what every task gets to know about each article
 * @param keys for each band, the {@link MinHash#key} of each article
 * @param shingles the set of each article
 */
record ShingleBlock(Facts facts, int[][] keys, int[][] shingles) implements Serializable {

  /**
   * A few numbers about each article.
   *
   * @param ids article_id
   * @param days day of the epoch on which it was published; {@link Integer#MIN_VALUE} without a
   *     date
   * @param sources a hash of its source; {@link ArticleIndex#NO_SOURCE} without one
   * @param texts a hash of its words
   * @param sizes how many shingles it has
   * @param sketches see {@link MinHash#sketch}
   */
  record Facts(long[] ids, int[] days, int[] sources, long[] texts, int[] sizes, long[] sketches)
      implements Serializable {}

  /** The number of articles. */
  int size() {
    return shingles.length;
  }

  /** Gathers articles. */
  static final class ShingleBlockBuilder {

    /** Some megabytes. */
    private static final int FULL = 1 << 12;

    private final List<Long> ids = new ArrayList<>();
    private final List<Integer> days = new ArrayList<>();
    private final List<Integer> sources = new ArrayList<>();
    private final List<Shingler.Shingled> texts = new ArrayList<>();

    boolean isFull() {
      return ids.size() == FULL;
    }

    /** Adds an article, but for one without shingles, which is similar to no other. */
    void add(long id, int day, int source, Shingler.Shingled text) {
      if (text.shingles().length > 0) {
        ids.add(id);
        days.add(day);
        sources.add(source);
        texts.add(text);
      }
    }

    ShingleBlock build() {
      int[][] keys = new int[MinHash.BANDS][ids.size()];
      long[] sketches = new long[ids.size() * MinHash.SKETCH];
      for (int article = 0; article < ids.size(); article++) {
        int[] signature = MinHash.signature(texts.get(article).shingles());
        MinHash.sketch(signature, sketches, article * MinHash.SKETCH);
        for (int band = 0; band < MinHash.BANDS; band++) {
          keys[band][article] = MinHash.key(signature, band);
        }
      }
      return new ShingleBlock(
          new Facts(
              ids.stream().mapToLong(Long::longValue).toArray(),
              days.stream().mapToInt(Integer::intValue).toArray(),
              sources.stream().mapToInt(Integer::intValue).toArray(),
              texts.stream().mapToLong(Shingler.Shingled::hash).toArray(),
              texts.stream().mapToInt(text -> text.shingles().length).toArray(),
              sketches),
          keys,
          texts.stream().map(Shingler.Shingled::shingles).toArray(int[][]::new));
    }
  }
}
