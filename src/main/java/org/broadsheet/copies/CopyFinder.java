package org.broadsheet.copies;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Finds the pairs of articles that are copies. Articles that agree in a band of their signatures
 * are candidates; the shingles of these are brought together and compared.
 */
final class CopyFinder {

  private final JavaRDD<ShingleBlock> blocks;
  private final Broadcast<ArticleIndex> index;
  private final HashPartitioner parts;

  private CopyFinder(
      JavaRDD<ShingleBlock> blocks, Broadcast<ArticleIndex> index, HashPartitioner parts) {
    this.blocks = blocks;
    this.index = index;
    this.parts = parts;
  }

  /**
   * What was found.
   *
   * @param pairs the copies
   * @param index all articles, as tasks read them
   * @param crowding the pairs that were not compared, since too many articles looked alike
   */
  record FoundPairs(
      JavaRDD<PairSimilarity> pairs, Broadcast<ArticleIndex> index, Crowding crowding) {}

  /**
   * Finds copies.
   *
   * @param spark the session
   * @param blocks all articles
   * @param index the same articles
   * @return pairs of numbers of articles, each once
   */
  static FoundPairs find(SparkSession spark, JavaRDD<ShingleBlock> blocks, ArticleIndex index) {
    int partitions = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
    // It lives as long as the run: pairs are read until their table is written, and those of an
    // executor that is lost are found again.
    Broadcast<ArticleIndex> shared =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(index);
    return new CopyFinder(blocks, shared, new HashPartitioner(partitions)).find();
  }

  private FoundPairs find() {
    JavaRDD<CandidatePairs> candidates =
        candidates().setName("candidate pairs").persist(StorageLevel.MEMORY_AND_DISK());
    CandidateSummary summary =
        candidates.map(CandidateSummary::of).treeReduce(CandidateSummary::plus);
    JavaRDD<PairSimilarity> similar =
        PairVerification.copies(blocks, index, candidates, summary.articles, parts)
            .setName("similar pairs")
            .persist(StorageLevel.MEMORY_AND_DISK());
    JavaRDD<PairSimilarity> copies = SeriesFilter.copies(similar, index);
    candidates.unpersist();
    return new FoundPairs(copies, index, summary.crowding);
  }

  /** What the driver must know of all candidates: their articles, and what was left out. */
  private record CandidateSummary(BitSet articles, Crowding crowding) implements Serializable {

    static CandidateSummary of(CandidatePairs pairs) {
      return new CandidateSummary(pairs.articles(), pairs.crowding());
    }

    CandidateSummary plus(CandidateSummary other) {
      BitSet both = (BitSet) articles.clone();
      both.or(other.articles);
      return new CandidateSummary(both, crowding.plus(other.crowding));
    }
  }

  /** The candidates by the number of their first article: one element in each part. */
  private JavaRDD<CandidatePairs> candidates() {
    Broadcast<ArticleIndex> known = index;
    BandSlices slices = BandSlices.atLeast(parts.numPartitions());
    int number = parts.numPartitions();
    return blocks
        .flatMapToPair(block -> slices.of(block, known.value()))
        .groupByKey(parts)
        .flatMapToPair(
            slice ->
                byFirst(
                    CandidatePairs.ofSlice(slices.band(slice._1), slice._2, known.value()), number))
        .partitionBy(parts)
        .values()
        .mapPartitions(pairs -> List.of(CandidatePairs.joined(pairs)).iterator());
  }

  /** Divides the pairs of a slice by the part that their first article belongs to. */
  private static Iterator<Tuple2<Integer, CandidatePairs>> byFirst(
      CandidatePairs slice, int parts) {
    Int2ObjectOpenHashMap<LongArrayList> byPart = new Int2ObjectOpenHashMap<>();
    for (long pair : slice.pairs()) {
      byPart
          .computeIfAbsent(CandidatePairs.first(pair) % parts, part -> new LongArrayList())
          .add(pair);
    }
    List<Tuple2<Integer, CandidatePairs>> divided = new ArrayList<>();
    byPart.forEach((part, pairs) -> divided.add(some(part, pairs.toLongArray(), Crowding.NONE)));
    if (!slice.crowding().isNone()) {
      divided.add(some(0, new long[0], slice.crowding()));
    }
    return divided.iterator();
  }

  private static Tuple2<Integer, CandidatePairs> some(int part, long[] pairs, Crowding crowding) {
    return new Tuple2<>(part, new CandidatePairs(pairs, crowding));
  }
}
