package org.broadsheet.terms;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.broadsheet.text.TermBlock;
import org.broadsheet.text.TermBlocks;
import org.broadsheet.text.TermPart;
import scala.Tuple2;

/** The counted terms of a corpus: what every table about words and topics is made of. */
public final class CountedTerms {

  private final SparkSession spark;
  private final TermSettings settings;
  private final JavaRDD<TermBlock> blocks;
  private final Totals totals;
  private final JavaRDD<TermCounts> counts;
  private final long size;

  private CountedTerms(
      SparkSession spark,
      TermSettings settings,
      JavaRDD<TermBlock> blocks,
      Totals totals,
      JavaRDD<TermCounts> counts) {
    this.spark = spark;
    this.settings = settings;
    this.blocks = blocks;
    this.totals = totals;
    this.counts = counts;
    this.size = counts.count();
  }

  /**
   * Counts the terms of articles: one pass over the text.
   *
   * @param spark the session
   * @param texts accepted articles with their words
   * @param settings what to count
   * @return the counts, persisted
   */
  public static CountedTerms of(SparkSession spark, Dataset<Row> texts, TermSettings settings) {
    JavaRDD<TermBlock> blocks = TermBlocks.of(texts, settings.ngrams(), settings.stemming());
    List<BlockSize> sizes = blocks.map(BlockSize::of).collect();
    Totals totals =
        new Totals(spark, sizes.stream().flatMap(size -> size.groups.stream()).toList());
    long terms = sizes.stream().mapToLong(BlockSize::terms).sum();
    int minDf = reachable(settings.minDf(), totals);
    return new CountedTerms(spark, settings, blocks, totals, counts(spark, blocks, minDf, terms));
  }

  /** What the driver needs to know of a block. */
  private record BlockSize(List<TermBlock.Group> groups, long terms) implements Serializable {
    static BlockSize of(TermBlock block) {
      return new BlockSize(block.groups(), block.terms().size());
    }
  }

  /**
   * The smallest df, but not above the number of articles: a corpus of one article has terms too.
   */
  private static int reachable(int minDf, Totals totals) {
    long articles = totals.articlesByLanguage().values().stream().mapToLong(Long::longValue).sum();
    return (int) Math.min(minDf, articles);
  }

  /** Adds up the counts of each term over the blocks. */
  private static JavaRDD<TermCounts> counts(
      SparkSession spark, JavaRDD<TermBlock> blocks, int minDf, long terms) {
    int parts = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
    Broadcast<RareTerms> rare =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(minDf > 1 ? RareTerms.in(blocks, terms) : RareTerms.none(1));
    return blocks
        .flatMapToPair(block -> parts(block, parts, kept(block, rare.value(), minDf)))
        .partitionBy(new HashPartitioner(parts))
        .values()
        .mapPartitions(CountedTerms::sums)
        .filter(term -> term.df() >= minDf)
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static IntPredicate kept(TermBlock block, RareTerms rare, int minDf) {
    return minDf > 1 ? term -> !rare.isRare(block.terms().hash(term), minDf) : term -> true;
  }

  private static Iterator<Tuple2<Integer, TermPart>> parts(
      TermBlock block, int parts, IntPredicate kept) {
    List<TermPart> cut = block.parts(parts, kept);
    return java.util.stream.IntStream.range(0, parts)
        .mapToObj(part -> new Tuple2<>(part, cut.get(part)))
        .iterator();
  }

  private static Iterator<TermCounts> sums(Iterator<TermPart> parts) {
    Map<TermCounts.Key, TermCounts> terms = new HashMap<>();
    parts.forEachRemaining(part -> TermCounts.add(part, terms));
    return terms.values().iterator();
  }

  /**
   * The settings that the terms were counted with.
   *
   * @return the settings
   */
  public TermSettings settings() {
    return settings;
  }

  /**
   * The session.
   *
   * @return the session that the counts live in
   */
  public SparkSession spark() {
    return spark;
  }

  /**
   * The counted articles, for whoever needs the words of each.
   *
   * @return the blocks, persisted
   */
  public JavaRDD<TermBlock> blocks() {
    return blocks;
  }

  /**
   * The denominators.
   *
   * @return counted n-grams and articles, before the vocabulary is cut
   */
  public Totals totals() {
    return totals;
  }

  /**
   * The published terms: those in {@code terms.min_df} articles or more.
   *
   * @return their counts, persisted
   */
  public JavaRDD<TermCounts> counts() {
    return counts;
  }

  /**
   * How many terms are published.
   *
   * @return the number, over all languages and n
   */
  public long size() {
    return size;
  }

  /** Gives every task a value that the driver knows. */
  <T> Broadcast<T> shared(T value) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(value);
  }
}
