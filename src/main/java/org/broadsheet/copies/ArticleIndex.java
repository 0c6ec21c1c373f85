package org.broadsheet.copies;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.stats.Hashes;

/**
 * What every task knows about all articles: 44 bytes each. Articles are numbered in the order of
 * their ids, so that numbers are the same however the corpus was cut, and as good as drawn at
 * random.
 */
final class ArticleIndex implements Serializable {

  private static final int NO_DAY = Integer.MIN_VALUE;
  private static final int COMPARED = -1;

  /** The source of articles that name none. */
  static final int NO_SOURCE = 0;

  /** Days on which a source prints new versions of an article. */
  private static final int DAYS_OF_UPDATES = 3;

  /** At most this many articles with the same words are compared; the others join the first. */
  private static final int SAME_TEXTS = 16;

  private final int window;
  private final long[] ids;
  private final int[] days;
  private final int[] sources;
  private final int[] sizes;
  private final long[] sketches;

  /** For each article that is not compared itself, the one whose words it repeats. */
  private final Int2IntOpenHashMap repeated;

  private ArticleIndex(
      int window,
      long[] ids,
      int[] days,
      int[] sources,
      int[] sizes,
      long[] sketches,
      Int2IntOpenHashMap repeated) {
    this.window = window;
    this.ids = ids;
    this.days = days;
    this.sources = sources;
    this.sizes = sizes;
    this.sketches = sketches;
    this.repeated = repeated;
  }

  /**
   * Numbers the articles of all blocks.
   *
   * @param blocks the facts about their articles
   * @param window days between two articles at most, where both are dated
   */
  static ArticleIndex of(List<ShingleBlock.Facts> blocks, int window) {
    long[] ids = blocks.stream().flatMapToLong(block -> Arrays.stream(block.ids())).toArray();
    Arrays.sort(ids);
    int[] days = new int[ids.length];
    int[] sources = new int[ids.length];
    int[] sizes = new int[ids.length];
    long[] texts = new long[ids.length];
    long[] sketches = new long[ids.length * MinHash.SKETCH];
    for (ShingleBlock.Facts block : blocks) {
      for (int i = 0; i < block.ids().length; i++) {
        int article = Arrays.binarySearch(ids, block.ids()[i]);
        days[article] = block.days()[i];
        sources[article] = block.sources()[i];
        sizes[article] = block.sizes()[i];
        texts[article] = block.texts()[i];
        System.arraycopy(
            block.sketches(),
            i * MinHash.SKETCH,
            sketches,
            article * MinHash.SKETCH,
            MinHash.SKETCH);
      }
    }
    long[] keys = new long[ids.length];
    for (int article = 0; article < keys.length; article++) {
      boolean isPhrase = PairSimilarity.isPhrase(sizes[article]);
      // A phrase without a day is no copy of another: it gets a key of its own.
      keys[article] =
          isPhrase && days[article] == NO_DAY
              ? ids[article]
              : key(texts[article], days[article], isPhrase ? 0 : window);
    }
    return new ArticleIndex(window, ids, days, sources, sizes, sketches, repeated(keys));
  }

  /** Chooses the articles that need not be compared, since many others have the same key. */
  private static Int2IntOpenHashMap repeated(long[] keys) {
    LongOpenHashSet many = many(keys);
    Long2IntOpenHashMap firsts = new Long2IntOpenHashMap();
    Long2IntOpenHashMap met = new Long2IntOpenHashMap();
    Int2IntOpenHashMap repeated = new Int2IntOpenHashMap();
    repeated.defaultReturnValue(COMPARED);
    for (int article = 0; article < keys.length && !many.isEmpty(); article++) {
      if (many.contains(keys[article])) {
        firsts.putIfAbsent(keys[article], article);
        if (met.addTo(keys[article], 1) >= SAME_TEXTS) {
          repeated.put(article, firsts.get(keys[article]));
        }
      }
    }
    return repeated;
  }

  /** The keys that more articles have than are compared: few, so that few are looked up. */
  private static LongOpenHashSet many(long[] keys) {
    long[] sorted = keys.clone();
    Arrays.sort(sorted);
    LongOpenHashSet many = new LongOpenHashSet();
    for (int i = SAME_TEXTS; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - SAME_TEXTS]) {
        many.add(sorted[i]);
      }
    }
    return many;
  }

  /** Articles of the same key have the same words, and are within the window of one another. */
  private static long key(long text, int day, int window) {
    long span = day == NO_DAY ? NO_DAY : Math.floorDiv((long) day, (long) window + 1);
    return text ^ Hashes.multiplied(span);
  }

  /** The number of articles. */
  int size() {
    return ids.length;
  }

  /** The number of an article. */
  int number(long id) {
    return Arrays.binarySearch(ids, id);
  }

  /** The id of an article, as {@link ShingleBlocks#id} makes it. */
  long id(int article) {
    return ids[article];
  }

  /** How many shingles an article has. */
  int shingles(int article) {
    return sizes[article];
  }

  /** Whether an article is compared with others; if not, it follows {@link #repeated}. */
  boolean isCompared(int article) {
    return !repeated.containsKey(article);
  }

  /** The article whose words an article repeats; negative if the article is compared itself. */
  int repeated(int article) {
    return repeated.get(article);
  }

  /** The articles that repeat the words of another, and are not compared. */
  IntStream repeating() {
    return repeated.keySet().intStream().sorted();
  }

  /** Whether two articles are worth comparing word by word. */
  boolean mayBeCopies(int article, int other) {
    return areNear(article, other)
        && PairSimilarity.mayBe(sizes[article], sizes[other])
        && MinHash.similarity(sketches, article * MinHash.SKETCH, other * MinHash.SKETCH)
            >= PairSimilarity.LEAST_ESTIMATE;
  }

  /** Whether two articles are known to be of the same source. */
  boolean areOfOneSource(int article, int other) {
    return sources[article] == sources[other] && sources[article] != NO_SOURCE;
  }

  /** Whether two articles are dated, and too far apart to be printed at the same time. */
  boolean areDaysApart(int article, int other) {
    return days[article] != NO_DAY
        && days[other] != NO_DAY
        && Math.abs((long) days[article] - days[other]) > DAYS_OF_UPDATES;
  }

  private boolean areNear(int article, int other) {
    long day = days[article];
    long otherDay = days[other];
    // Headlines of regular columns come back: they are one story on one day only.
    if (PairSimilarity.isPhrase(Math.min(sizes[article], sizes[other]))) {
      return day == otherDay && day != NO_DAY;
    }
    return day == NO_DAY || otherDay == NO_DAY || Math.abs(day - otherDay) <= window;
  }
}
