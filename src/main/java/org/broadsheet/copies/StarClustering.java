package org.broadsheet.copies;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
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
 *
 * <p>Articles are called by their ranks. What a round broadcasts is destroyed when its results have
 * arrived: nothing that is kept was computed from it.
 */
final class StarClustering {

  /** Only a chain of this many articles, each ranking before the next, would take more rounds. */
  private static final int MOST_ROUNDS = 40;

  /** The centre of articles without a copy. */
  static final int NONE = -1;

  private final JavaRDD<PairSimilarity> pairs;
  private final JavaSparkContext context;

  /** The articles that have a copy, in the order in which they become centres. */
  private final int[] order;

  /** For each rank, the rank of the centre; the article itself as long as it has none. */
  private final int[] centres;

  private final ClusteringState state = new ClusteringState(new BitSet(), new BitSet());

  /** The ranks of the articles without a group, and those of the centres. */
  private record ClusteringState(BitSet open, BitSet centres) implements Serializable {}

  private StarClustering(JavaRDD<PairSimilarity> pairs, int[] order) {
    this.pairs = pairs;
    this.context = JavaSparkContext.fromSparkContext(pairs.context());
    this.order = order;
    this.centres = new int[order.length];
    Arrays.setAll(centres, rank -> rank);
    state.open.set(0, order.length);
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
    StarClustering clustering = new StarClustering(pairs, order(pairs, index));
    clustering.cluster(index.size());
    int[] centres = new int[index.size()];
    Arrays.fill(centres, NONE);
    for (int rank = 0; rank < clustering.order.length; rank++) {
      centres[clustering.order[rank]] = clustering.order[clustering.centres[rank]];
    }
    return centres;
  }

  /** By the sum of the similarities to all copies, then by length, then by number. */
  private static int[] order(JavaRDD<PairSimilarity> pairs, ArticleIndex index) {
    Int2LongOpenHashMap sums = new Int2LongOpenHashMap();
    JavaPairRDD<Integer, Long> summed =
        pairs
            .flatMapToPair(
                pair ->
                    List.of(
                            new Tuple2<>(pair.article(), millionths(pair)),
                            new Tuple2<>(pair.other(), millionths(pair)))
                        .iterator())
            .reduceByKey(Long::sum);
    NumberArrays.collect(summed).forEach(some -> some.putInto(sums));
    int[] articles = sums.keySet().toIntArray();
    IntArrays.quickSort(
        articles,
        (one, other) -> {
          int bySum = Long.compare(sums.get(other), sums.get(one));
          int byLength = Integer.compare(index.shingles(other), index.shingles(one));
          return bySum != 0 ? bySum : byLength != 0 ? byLength : Integer.compare(one, other);
        });
    return articles;
  }

  /** Whole numbers, so that the order of adding does not matter. */
  private static long millionths(PairSimilarity pair) {
    return Math.round(1e6 * pair.jaccard());
  }

  /** Numbers by number, as tasks hand them to the driver: in arrays, without objects. */
  private record NumberArrays(int[] keys, long[] values) implements Serializable {

    static List<NumberArrays> collect(JavaPairRDD<Integer, Long> numbers) {
      return numbers.mapPartitions(NumberArrays::of).collect();
    }

    private static Iterator<NumberArrays> of(Iterator<Tuple2<Integer, Long>> numbers) {
      IntArrayList keys = new IntArrayList();
      LongArrayList values = new LongArrayList();
      while (numbers.hasNext()) {
        Tuple2<Integer, Long> number = numbers.next();
        keys.add(number._1.intValue());
        values.add(number._2.longValue());
      }
      return List.of(new NumberArrays(keys.toIntArray(), values.toLongArray())).iterator();
    }

    void putInto(Int2LongOpenHashMap map) {
      for (int i = 0; i < keys.length; i++) {
        map.put(keys[i], values[i]);
      }
    }
  }

  private void cluster(int articles) {
    int[] ranks = new int[articles];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    Broadcast<int[]> shared = context.broadcast(ranks);
    for (int round = 0; round < MOST_ROUNDS && !state.open.isEmpty(); round++) {
      chooseCentres(shared);
      join(shared);
    }
    shared.destroy();
  }

  /** Makes centres of the open articles that rank before each of their open copies. */
  private void chooseCentres(Broadcast<int[]> ranks) {
    Broadcast<ClusteringState> known = context.broadcast(state);
    BitSet chosen = (BitSet) state.open.clone();
    chosen.andNot(
        pairs
            .mapPartitions(part -> List.of(later(part, known.value(), ranks.value())).iterator())
            .treeReduce(StarClustering::union));
    known.destroy();
    state.centres.or(chosen);
    state.open.andNot(chosen);
  }

  /** Open articles that rank after one of their open copies. */
  private static BitSet later(Iterator<PairSimilarity> pairs, ClusteringState state, int[] ranks) {
    BitSet later = new BitSet();
    while (pairs.hasNext()) {
      PairSimilarity pair = pairs.next();
      int article = ranks[pair.article()];
      int other = ranks[pair.other()];
      if (state.open.get(article) && state.open.get(other)) {
        later.set(Math.max(article, other));
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
    Broadcast<ClusteringState> known = context.broadcast(state);
    JavaPairRDD<Integer, Long> joining =
        pairs
            .flatMapToPair(pair -> joining(pair, known.value(), ranks.value()))
            .reduceByKey(Math::min);
    List<NumberArrays> joined = NumberArrays.collect(joining);
    known.destroy();
    for (NumberArrays some : joined) {
      for (int i = 0; i < some.keys.length; i++) {
        centres[some.keys[i]] = (int) some.values[i];
        state.open.clear(some.keys[i]);
      }
    }
  }

  /** The open article of a pair, with the centre that the other article is. */
  private static Iterator<Tuple2<Integer, Long>> joining(
      PairSimilarity pair, ClusteringState state, int[] ranks) {
    int article = ranks[pair.article()];
    int other = ranks[pair.other()];
    if (state.open.get(article) && state.centres.get(other)) {
      return List.of(new Tuple2<>(article, (long) other)).iterator();
    }
    return state.open.get(other) && state.centres.get(article)
        ? List.of(new Tuple2<>(other, (long) article)).iterator()
        : List.<Tuple2<Integer, Long>>of().iterator();
  }
}
