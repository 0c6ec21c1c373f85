package org.broadsheet.copies;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
 * are candidates; of these the shingles are brought together and compared.
 */
final class CopyFinder {

  /** Articles of a series that one is alike to at least. */
  private static final int SERIES = 3;

  private final JavaRDD<ShingleBlock> blocks;
  private final Broadcast<ArticleIndex> articles;
  private final HashPartitioner parts;

  private CopyFinder(
      JavaRDD<ShingleBlock> blocks, Broadcast<ArticleIndex> articles, HashPartitioner parts) {
    this.blocks = blocks;
    this.articles = articles;
    this.parts = parts;
  }

  /**
   * What was found.
   *
   * @param pairs the copies, persisted
   * @param cut about how many pairs were not compared, since too many articles looked alike
   * @param crowded how often so many did
   */
  record Found(JavaRDD<PairSimilarity> pairs, long cut, long crowded) {}

  /**
   * Finds copies.
   *
   * @param spark the session
   * @param blocks all articles
   * @param articles what is known of them
   * @return pairs of numbers of articles, each once
   */
  static Found find(SparkSession spark, JavaRDD<ShingleBlock> blocks, ArticleIndex articles) {
    int partitions = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return new CopyFinder(blocks, context.broadcast(articles), new HashPartitioner(partitions))
        .find();
  }

  private Found find() {
    JavaRDD<CandidatePairs> candidates = candidates().persist(StorageLevel.MEMORY_AND_DISK());
    Summary summary = candidates.map(Summary::of).reduce(Summary::plus);
    JavaRDD<PairSimilarity> alike =
        verified(candidates, summary.articles).persist(StorageLevel.MEMORY_AND_DISK());
    return new Found(withoutSeries(alike), summary.cut, summary.crowded);
  }

  /**
   * The pairs without those of a series, which is what an outlet prints week by week, with other
   * numbers each time. Others may print it too: on the same days, a pair is of a series if both
   * articles are.
   */
  private JavaRDD<PairSimilarity> withoutSeries(JavaRDD<PairSimilarity> alike) {
    Broadcast<ArticleIndex> known = articles;
    BitSet series = new BitSet();
    alike
        .filter(pair -> isSeries(pair, known.value()))
        .flatMapToPair(
            pair ->
                List.of(new Tuple2<>(pair.article(), 1), new Tuple2<>(pair.other(), 1)).iterator())
        .reduceByKey(Integer::sum)
        .filter(article -> article._2 >= SERIES)
        .keys()
        .collect()
        .forEach(series::set);
    return alike.filter(pair -> isCopy(pair, series, known.value()));
  }

  private static boolean isCopy(PairSimilarity pair, BitSet series, ArticleIndex articles) {
    if (pair.isCopyInSeries()) {
      return true;
    }
    boolean one = series.get(pair.article());
    boolean other = series.get(pair.other());
    boolean areApart = articles.areDaysApart(pair.article(), pair.other());
    boolean areOfSeries = areApart ? one || other : one && other;
    return !areOfSeries
        && (!areApart
            || !articles.areOfOneOutlet(pair.article(), pair.other())
            || pair.isLateCopy());
  }

  private static boolean isSeries(PairSimilarity pair, ArticleIndex articles) {
    return articles.areOfOneOutlet(pair.article(), pair.other())
        && articles.areDaysApart(pair.article(), pair.other())
        && !pair.isCopyInSeries();
  }

  private record Summary(BitSet articles, long cut, long crowded) implements Serializable {

    static Summary of(CandidatePairs buckets) {
      return new Summary(buckets.articles(), buckets.cut(), buckets.crowded());
    }

    Summary plus(Summary other) {
      BitSet both = (BitSet) articles.clone();
      both.or(other.articles);
      return new Summary(both, Math.max(cut, other.cut), Math.max(crowded, other.crowded));
    }
  }

  /** The candidates by the number of their first article: one element in each part. */
  private JavaRDD<CandidatePairs> candidates() {
    Broadcast<ArticleIndex> known = articles;
    int number = parts.numPartitions();
    return blocks
        .flatMapToPair(block -> bands(block, known.value()))
        .groupByKey(parts)
        .flatMapToPair(band -> byFirst(CandidatePairs.ofBand(band._2, known.value()), number))
        .partitionBy(parts)
        .values()
        .mapPartitions(bands -> List.of(CandidatePairs.joined(bands)).iterator());
  }

  private static Iterator<Tuple2<Integer, long[]>> bands(
      ShingleBlock block, ArticleIndex articles) {
    int[] numbers = Arrays.stream(block.facts().ids()).mapToInt(articles::number).toArray();
    int[] compared =
        IntStream.range(0, numbers.length).filter(i -> articles.isCompared(numbers[i])).toArray();
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

  /** An article that others are compared with. */
  private record Query(int article, int[] shingles, int[] others) implements Serializable {}

  private JavaRDD<PairSimilarity> verified(JavaRDD<CandidatePairs> candidates, BitSet members) {
    JavaRDD<Tuple2<Integer, int[]>> texts = texts(members);
    int number = parts.numPartitions();
    JavaRDD<Query> queries =
        texts
            .zipPartitions(candidates, (own, pairs) -> queries(index(own), pairs, number))
            .mapToPair(query -> new Tuple2<>(query.others[0] % number, query))
            .partitionBy(parts)
            .values();
    return texts.zipPartitions(queries, (own, asked) -> copies(index(own), asked));
  }

  /** The shingles of the candidates, each in the part that its number belongs to. */
  private JavaRDD<Tuple2<Integer, int[]>> texts(BitSet members) {
    Broadcast<ArticleIndex> known = articles;
    return blocks
        .flatMapToPair(block -> texts(block, members, known.value()))
        .partitionBy(parts)
        .map(text -> text);
  }

  private static Iterator<Tuple2<Integer, int[]>> texts(
      ShingleBlock block, BitSet members, ArticleIndex articles) {
    return IntStream.range(0, block.size())
        .mapToObj(i -> new Tuple2<>(articles.number(block.facts().ids()[i]), block.shingles()[i]))
        .filter(text -> members.get(text._1))
        .iterator();
  }

  private static Map<Integer, int[]> index(Iterator<Tuple2<Integer, int[]>> texts) {
    Map<Integer, int[]> index = new HashMap<>();
    texts.forEachRemaining(text -> index.put(text._1, text._2));
    return index;
  }

  /** Asks every part that holds an article to compare with, once for each article of this one. */
  private static Iterator<Query> queries(
      Map<Integer, int[]> own, Iterator<CandidatePairs> candidates, int parts) {
    long[] pairs = candidates.next().pairs();
    List<Query> queries = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= pairs.length; end++) {
      if (end == pairs.length
          || CandidatePairs.first(pairs[end]) != CandidatePairs.first(pairs[start])) {
        int article = CandidatePairs.first(pairs[start]);
        Arrays.stream(pairs, start, end)
            .mapToObj(CandidatePairs::second)
            .collect(Collectors.groupingBy(other -> other % parts))
            .values()
            .forEach(
                others ->
                    queries.add(
                        new Query(
                            article,
                            own.get(article),
                            others.stream().mapToInt(Integer::intValue).toArray())));
        start = end;
      }
    }
    return queries.iterator();
  }

  private static Iterator<PairSimilarity> copies(Map<Integer, int[]> own, Iterator<Query> queries) {
    List<PairSimilarity> copies = new ArrayList<>();
    while (queries.hasNext()) {
      Query query = queries.next();
      for (int other : query.others) {
        PairSimilarity likeness =
            PairSimilarity.of(query.article, query.shingles, other, own.get(other));
        if (likeness.isCopy()) {
          copies.add(likeness);
        }
      }
    }
    return copies.iterator();
  }
}
