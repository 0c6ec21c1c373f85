package org.broadsheet.copies;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
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
   * @param cut about how many pairs were not compared, since too many articles looked alike
   * @param crowded how many buckets were crowded
   */
  record FoundPairs(JavaRDD<PairSimilarity> pairs, long cut, long crowded) {}

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
    CandidateSummary summary = candidates.map(CandidateSummary::of).reduce(CandidateSummary::plus);
    JavaRDD<PairSimilarity> similar =
        PairVerification.copies(blocks, index, candidates, summary.articles, parts)
            .setName("similar pairs")
            .persist(StorageLevel.MEMORY_AND_DISK());
    JavaRDD<PairSimilarity> copies = SeriesFilter.copies(similar, index);
    candidates.unpersist();
    return new FoundPairs(copies, summary.cut, summary.crowded);
  }

  /** What the driver must know of all candidates: their articles, and what was left out. */
  private record CandidateSummary(BitSet articles, long cut, long crowded) implements Serializable {

    static CandidateSummary of(CandidatePairs pairs) {
      return new CandidateSummary(pairs.articles(), pairs.cut(), pairs.crowded());
    }

    CandidateSummary plus(CandidateSummary other) {
      BitSet both = (BitSet) articles.clone();
      both.or(other.articles);
      return new CandidateSummary(both, Math.max(cut, other.cut), Math.max(crowded, other.crowded));
    }
  }

  /** The candidates by the number of their first article: one element in each part. */
  private JavaRDD<CandidatePairs> candidates() {
    Broadcast<ArticleIndex> known = index;
    int number = parts.numPartitions();
    return blocks
        .flatMapToPair(block -> bands(block, known.value()))
        .groupByKey(parts)
        .flatMapToPair(band -> byFirst(CandidatePairs.ofBand(band._2, known.value()), number))
        .partitionBy(parts)
        .values()
        .mapPartitions(bands -> List.of(CandidatePairs.joined(bands)).iterator());
  }

  /** For each band, the keys of the articles of a block, each with the number of its article. */
  private static Iterator<Tuple2<Integer, long[]>> bands(ShingleBlock block, ArticleIndex index) {
    int[] numbers = Arrays.stream(block.facts().ids()).mapToInt(index::number).toArray();
    int[] compared =
        IntStream.range(0, numbers.length).filter(i -> index.isCompared(numbers[i])).toArray();
    return IntStream.range(0, MinHash.BANDS)
        .mapToObj(
            band ->
                new Tuple2<>(
                    band,
                    Arrays.stream(compared)
                        .mapToLong(i -> (long) block.keys()[band][i] << Integer.SIZE | numbers[i])
                        .toArray()))
        .iterator();
  }

  /** Divides the pairs of a band by the part that their first article belongs to. */
  private static Iterator<Tuple2<Integer, CandidatePairs>> byFirst(CandidatePairs band, int parts) {
    long[][] cut = new long[parts][];
    for (int part = 0; part < parts; part++) {
      int of = part;
      cut[part] =
          Arrays.stream(band.pairs())
              .filter(pair -> CandidatePairs.first(pair) % parts == of)
              .toArray();
    }
    return IntStream.range(0, parts)
        .mapToObj(
            part ->
                new Tuple2<>(
                    part,
                    new CandidatePairs(
                        cut[part], part == 0 ? band.cut() : 0, part == 0 ? band.crowded() : 0)))
        .iterator();
  }
}
