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
 * Star clustering: every member of a group is a verified copy of its centre, so that no chain of
 * small similarities joins articles that are not similar.
 *
 * <p>The article that is most similar to all its copies becomes a centre and its copies join it;
 * then the same with the articles that are left (the pivot algorithm of Ailon, Charikar and Newman
 * 2008). It is done in rounds: all articles that rank before each of their open copies become
 * centres at once. This gives the same groups as one centre after another, in a number of rounds
 * that grows with the logarithm of the number of articles (Fischer and Noever 2018).
 */
final class StarClustering {

  /** Only a chain of this many articles, each ranking before the next, would take more rounds. */
  private static final int MOST_ROUNDS = 40;

  /** The centre of articles without a copy. */
  static final int NONE = -1;

  private static final int OPEN = NONE;

  private final JavaRDD<PairSimilarity> pairs;
  private final JavaSparkContext context;

  /** The articles that have a copy, in the order in which they become centres. */
  private final int[] order;

  /** The rank of each article in the order. */
  private final int[] ranks;

  /** The centre of each article's group. */
  private final int[] centres;

  private StarClustering(JavaRDD<PairSimilarity> pairs, int[] order, int articles) {
    this.pairs = pairs;
    this.context = JavaSparkContext.fromSparkContext(pairs.context());
    this.order = order;
    this.ranks = new int[articles];
    this.centres = new int[articles];
    Arrays.fill(ranks, Integer.MAX_VALUE);
    Arrays.fill(centres, OPEN);
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
  }

  /**
   * Finds the groups.
   *
   * @param pairs copies
   * @param index all articles
   * @return for each article, the centre of its group; the article itself where its copies joined
   *     other groups, and {@link #NONE} where it has no copy
   */
  static int[] centres(JavaRDD<PairSimilarity> pairs, ArticleIndex index) {
    StarClustering clustering = new StarClustering(pairs, order(pairs, index), index.size());
    clustering.cluster();
    return IntStream.range(0, index.size()).map(clustering::centre).toArray();
  }

  /** By the sum of the similarities to all copies, then by length, then by number. */
  private static int[] order(JavaRDD<PairSimilarity> pairs, ArticleIndex index) {
    Map<Integer, Long> sums =
        pairs
            .flatMapToPair(
                pair ->
                    List.of(
                            new Tuple2<>(pair.article(), millionths(pair)),
                            new Tuple2<>(pair.other(), millionths(pair)))
                        .iterator())
            .reduceByKey(Long::sum)
            .collectAsMap();
    return sums.keySet().stream()
        .sorted(
            Comparator.<Integer>comparingLong(article -> -sums.get(article))
                .thenComparingInt(article -> -index.shingles(article))
                .thenComparingInt(article -> article))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Whole numbers, so that the order of adding does not matter. */
  private static long millionths(PairSimilarity pair) {
    return Math.round(1e6 * pair.jaccard());
  }

  private void cluster() {
    Broadcast<int[]> shared = context.broadcast(ranks);
    for (int round = 0; round < MOST_ROUNDS && isOpen(); round++) {
      chooseCentres(shared);
      join(shared);
    }
    shared.destroy();
  }

  private boolean isOpen() {
    return Arrays.stream(order).anyMatch(article -> centres[article] == OPEN);
  }

  private int centre(int article) {
    return centres[article] == OPEN && ranks[article] < order.length ? article : centres[article];
  }

  /** Makes centres of the open articles that rank before each of their open copies. */
  private void chooseCentres(Broadcast<int[]> ranks) {
    Broadcast<int[]> state = context.broadcast(centres.clone());
    BitSet later =
        pairs
            .mapPartitions(part -> List.of(later(part, state.value(), ranks.value())).iterator())
            .reduce(StarClustering::union);
    state.destroy();
    for (int article : order) {
      if (centres[article] == OPEN && !later.get(article)) {
        centres[article] = article;
      }
    }
  }

  /** Open articles that rank after one of their open copies. */
  private static BitSet later(Iterator<PairSimilarity> pairs, int[] centres, int[] ranks) {
    BitSet later = new BitSet();
    while (pairs.hasNext()) {
      PairSimilarity pair = pairs.next();
      if (centres[pair.article()] == OPEN && centres[pair.other()] == OPEN) {
        later.set(ranks[pair.article()] > ranks[pair.other()] ? pair.article() : pair.other());
      }
    }
    return later;
  }

  private static BitSet union(BitSet some, BitSet more) {
    BitSet union = (BitSet) some.clone();
    union.or(more);
    return union;
  }

  /** Lets open articles join the first of the centres that they are copies of. */
  private void join(Broadcast<int[]> ranks) {
    Broadcast<int[]> state = context.broadcast(centres.clone());
    Map<Integer, Integer> joining =
        pairs
            .flatMapToPair(pair -> joining(pair, state.value(), ranks.value()))
            .reduceByKey(Math::min)
            .collectAsMap();
    state.destroy();
    joining.forEach((article, rank) -> centres[article] = order[rank]);
  }

  /** The open articles of a pair, with the rank of the centre that the other article is. */
  private static Iterator<Tuple2<Integer, Integer>> joining(
      PairSimilarity pair, int[] centres, int[] ranks) {
    IntUnaryOperator centre = article -> centres[article] == article ? ranks[article] : OPEN;
    Map<Integer, Integer> joining = new TreeMap<>();
    if (centres[pair.article()] == OPEN && centre.applyAsInt(pair.other()) != OPEN) {
      joining.put(pair.article(), ranks[pair.other()]);
    }
    if (centres[pair.other()] == OPEN && centre.applyAsInt(pair.article()) != OPEN) {
      joining.put(pair.other(), ranks[pair.article()]);
    }
    return joining.entrySet().stream()
        .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
        .iterator();
  }
}
