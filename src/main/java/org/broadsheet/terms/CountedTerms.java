package org.broadsheet.terms;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.broadsheet.text.Ngrams;
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
  private final JavaRDD<TermCounts> counted;
  private final JavaRDD<TermCounts> published;
  private final Map<Kind, Long> sizes;

  private CountedTerms(
      SparkSession spark,
      TermSettings settings,
      JavaRDD<TermBlock> blocks,
      Totals totals,
      JavaRDD<TermCounts> counted,
      JavaRDD<TermCounts> published) {
    this.spark = spark;
    this.settings = settings;
    this.blocks = blocks;
    this.totals = totals;
    this.counted = counted;
    this.published = published;
    this.sizes = sizes(published);
  }

  /**
   * The terms that are ranked together.
   *
   * @param language their language
   * @param n how many words they have
   */
  record Kind(String language, int n) implements Serializable {
    static Kind of(TermCounts.Key key) {
      return new Kind(key.language(), key.n());
    }
  }

  /** How many terms of each kind there are. */
  private static Map<Kind, Long> sizes(JavaRDD<TermCounts> terms) {
    Map<Kind, Long> sizes = new HashMap<>();
    for (Map<Kind, Long> part : terms.mapPartitions(CountedTerms::sizes).collect()) {
      part.forEach((kind, size) -> sizes.merge(kind, size, Long::sum));
    }
    return sizes;
  }

  private static Iterator<Map<Kind, Long>> sizes(Iterator<TermCounts> terms) {
    Map<Kind, Long> sizes = new HashMap<>();
    terms.forEachRemaining(term -> sizes.merge(Kind.of(term.key()), 1L, Long::sum));
    return List.of(sizes).iterator();
  }

  /**
   * The smallest df of a term that is counted: topics are made of words that a job may choose not
   * to publish.
   */
  private record Cut(int words, int ngrams) implements Serializable {

    /** Topics want no word of a single article, but all others. */
    private static final int WORDS_OF_TOPICS = 2;

    static Cut at(int published) {
      return new Cut(Math.min(WORDS_OF_TOPICS, published), published);
    }

    int of(int n) {
      return n == 1 ? words : ngrams;
    }
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
    JavaRDD<TermCounts> counted = counted(spark, blocks, Cut.at(minDf), terms);
    JavaRDD<TermCounts> published = counted.filter(term -> term.df() >= minDf);
    return new CountedTerms(spark, settings, blocks, totals, counted, published);
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
  private static JavaRDD<TermCounts> counted(
      SparkSession spark, JavaRDD<TermBlock> blocks, Cut cut, long terms) {
    int parts = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
    Broadcast<RareTerms> rare =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(cut.ngrams > 1 ? RareTerms.in(blocks, terms) : RareTerms.none(1));
    return blocks
        .flatMapToPair(block -> parts(block, parts, kept(block, rare.value(), cut)))
        .partitionBy(new HashPartitioner(parts))
        .values()
        .mapPartitions(CountedTerms::sums)
        .filter(term -> term.df() >= cut.of(term.key().n()))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static IntPredicate kept(TermBlock block, RareTerms rare, Cut cut) {
    Ngrams terms = block.terms();
    return cut.ngrams > 1
        ? term -> !rare.isRare(terms.hash(term), cut.of(terms.n(term)))
        : term -> true;
  }

  private static Iterator<Tuple2<Integer, TermPart>> parts(
      TermBlock block, int parts, IntPredicate kept) {
    List<TermPart> cut = block.parts(parts, kept);
    return IntStream.range(0, parts)
        .filter(part -> cut.get(part).terms().length > 0)
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
   * @return their counts
   */
  public JavaRDD<TermCounts> counts() {
    return published;
  }

  /**
   * All words in two articles or more, published or not: what is made of them does not change with
   * {@code terms.min_df}.
   *
   * @return their counts
   */
  public JavaRDD<TermCounts> words() {
    return counted.filter(term -> term.key().n() == 1);
  }

  /**
   * How many terms are published.
   *
   * @return the number, over all languages and n
   */
  public long size() {
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * How many terms are published if each language and n may publish so many at most.
   *
   * @param most the bound
   * @return the number, over all languages and n
   */
  long size(int most) {
    return sizes.values().stream().mapToLong(size -> Math.min(size, most)).sum();
  }

  /** Gives every task a value that the driver knows. */
  <T> Broadcast<T> shared(T value) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(value);
  }
}
