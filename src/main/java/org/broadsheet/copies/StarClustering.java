package org.broadsheet.copies;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Groups around centres: every member is a verified copy of the centre of its group, so that no
 * chain of small likenesses joins articles that are unlike.
 *
 * <p>The article that is most like all its copies becomes a centre, its copies join it, and so on
 * with those that are left (the pivot algorithm of Ailon, Charikar and Newman 2008). Done in
 * rounds: all articles that come before each of their open copies become centres at once, which
 * gives the same groups as one after another, in a number of rounds that grows with the logarithm
 * of their number (Fischer and Noever 2018).
 */
final class StarClustering {

  /** Chains of so many articles, each more alike than the one before, do not occur. */
  private static final int MOST_ROUNDS = 40;

  /** The centre of articles without a copy. */
  static final int NONE = -1;

  private static final int OPEN = NONE;

  private final JavaRDD<PairSimilarity> pairs;
  private final JavaSparkContext context;

  /** The articles that have a copy, the first ones being the first centres. */
  private final int[] order;

  /** Per article, its place in the order. */
  private final int[] places;

  /** Per article, the centre of its group. */
  private final int[] centres;

  private StarClustering(JavaRDD<PairSimilarity> pairs, int[] order, int size) {
    this.pairs = pairs;
    this.context = JavaSparkContext.fromSparkContext(pairs.context());
    this.order = order;
    this.places = new int[size];
    this.centres = new int[size];
    Arrays.fill(places, Integer.MAX_VALUE);
    Arrays.fill(centres, OPEN);
    for (int place = 0; place < order.length; place++) {
      places[order[place]] = place;
    }
  }

  /**
   * Finds the groups.
   *
   * @param pairs copies
   * @param articles what is known of all articles
   * @return per article, the centre of its group; itself where it is left alone, and {@link #NONE}
   *     where it has no copy
   */
  static int[] centres(JavaRDD<PairSimilarity> pairs, ArticleIndex articles) {
    StarClustering stars = new StarClustering(pairs, order(pairs, articles), articles.size());
    for (int round = 0; round < MOST_ROUNDS && stars.isOpen(); round++) {
      stars.chooseCentres();
      stars.join();
    }
    return IntStream.range(0, articles.size()).map(stars::centre).toArray();
  }

  /** By the likeness to all copies, then by length, then by number. */
  private static int[] order(JavaRDD<PairSimilarity> pairs, ArticleIndex articles) {
    Map<Integer, Long> likeness =
        pairs
            .flatMapToPair(
                pair ->
                    List.of(
                            new Tuple2<>(pair.article(), millionths(pair)),
                            new Tuple2<>(pair.other(), millionths(pair)))
                        .iterator())
            .reduceByKey(Long::sum)
            .collectAsMap();
    return likeness.keySet().stream()
        .sorted(
            Comparator.<Integer>comparingLong(article -> -likeness.get(article))
                .thenComparingInt(article -> -articles.shingles(article))
                .thenComparingInt(article -> article))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Whole numbers, so that the order of adding does not matter. */
  private static long millionths(PairSimilarity pair) {
    return Math.round(1e6 * pair.jaccard());
  }

  private boolean isOpen() {
    return Arrays.stream(order).anyMatch(article -> centres[article] == OPEN);
  }

  private int centre(int article) {
    return centres[article] == OPEN && places[article] < order.length ? article : centres[article];
  }

  private void chooseCentres() {
    Broadcast<int[]> state = context.broadcast(centres.clone());
    Broadcast<int[]> inOrder = context.broadcast(places);
    BitSet later =
        pairs
            .mapPartitions(part -> List.of(later(part, state.value(), inOrder.value())).iterator())
            .reduce(StarClustering::both);
    for (int article : order) {
      if (centres[article] == OPEN && !later.get(article)) {
        centres[article] = article;
      }
    }
  }

  /** Open articles that have an open copy before them in the order. */
  private static BitSet later(Iterator<PairSimilarity> pairs, int[] centres, int[] places) {
    BitSet later = new BitSet();
    while (pairs.hasNext()) {
      PairSimilarity pair = pairs.next();
      if (centres[pair.article()] == OPEN && centres[pair.other()] == OPEN) {
        later.set(places[pair.article()] > places[pair.other()] ? pair.article() : pair.other());
      }
    }
    return later;
  }

  private static BitSet both(BitSet some, BitSet more) {
    BitSet both = (BitSet) some.clone();
    both.or(more);
    return both;
  }

  /** Open articles join the first of the centres that they are copies of. */
  private void join() {
    Broadcast<int[]> state = context.broadcast(centres.clone());
    Broadcast<int[]> inOrder = context.broadcast(places);
    pairs
        .flatMapToPair(pair -> joining(pair, state.value(), inOrder.value()))
        .reduceByKey(Math::min)
        .collectAsMap()
        .forEach((article, place) -> centres[article] = order[place]);
  }

  private static Iterator<Tuple2<Integer, Integer>> joining(
      PairSimilarity pair, int[] centres, int[] places) {
    IntUnaryOperator centre = article -> centres[article] == article ? places[article] : OPEN;
    Map<Integer, Integer> joining = new TreeMap<>();
    if (centres[pair.article()] == OPEN && centre.applyAsInt(pair.other()) != OPEN) {
      joining.put(pair.article(), places[pair.other()]);
    }
    if (centres[pair.other()] == OPEN && centre.applyAsInt(pair.article()) != OPEN) {
      joining.put(pair.other(), places[pair.article()]);
    }
    return joining.entrySet().stream()
        .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
        .iterator();
  }
}
