package org.broadsheet.counting;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.broadsheet.copies.ArticleNumbers;
import org.broadsheet.copies.ArticleValues;
import org.broadsheet.copies.Copies;
import org.broadsheet.copies.DuplicateWeight;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.counting.block.BlockTermCounts;
import org.broadsheet.counting.block.TermCounter;
import org.broadsheet.counting.block.TokenIdBlock;
import org.broadsheet.stats.FrequencyThreshold;
import scala.Tuple2;

/** The counted terms of a corpus: all tables about words and topics are made from them. */
public final class CountedTerms {

  private final SparkSession spark;
  private final CountSettings settings;
  private final JavaRDD<TokenIdBlock> tokenIds;
  private final CorpusTotals totals;
  private final JavaRDD<TermStats> counted;
  private final JavaRDD<TermStats> published;
  private final DfHistogram histogram;
  private final Broadcast<ArticleNumbers> copyGroups;
  private final JavaRDD<DuplicateDf> duplicateDf;

  /** The leading terms by their number, found by the first of the tables that need them. */
  private final Map<Integer, LeadingTerms> leading = new ConcurrentHashMap<>();

  private CountedTerms(
      SparkSession spark,
      CountSettings settings,
      JavaRDD<TokenIdBlock> tokenIds,
      CorpusTotals totals,
      JavaRDD<TermStats> counted,
      JavaRDD<TermStats> published,
      DfHistogram histogram,
      Broadcast<ArticleNumbers> copyGroups,
      JavaRDD<DuplicateDf> duplicateDf) {
    this.spark = spark;
    this.settings = settings;
    this.tokenIds = tokenIds;
    this.totals = totals;
    this.counted = counted;
    this.published = published;
    this.histogram = histogram;
    this.copyGroups = copyGroups;
    this.duplicateDf = duplicateDf;
  }

  /**
   * Counts the terms of articles, in one pass over the text.
   *
   * @param spark the session
   * @param articles accepted articles with their texts and tokens
   * @param settings what to count
   * @param copies the copies among the articles
   * @param whenRead done when the texts were read, and are not needed again
   * @return the counts, persisted
   */
  public static CountedTerms of(
      SparkSession spark,
      Dataset<Row> articles,
      CountSettings settings,
      Copies copies,
      Runnable whenRead) {
    Dataset<Row> fields =
        articles.select(col("article_id"), settings.comparedFields().as("fields"));
    return of(
        spark,
        articles,
        settings,
        copies.duplicateWeights(fields, settings.compare()),
        copies.groupNumbers(),
        whenRead);
  }

  /**
   * Counts the terms of articles.
   *
   * @param weights the weights of the articles that have a copy, by article_id
   * @param groups the copy group of each article that is in one, by article_id
   */
  static CountedTerms of(
      SparkSession spark,
      Dataset<Row> articles,
      CountSettings settings,
      ArticleValues<DuplicateWeight> weights,
      ArticleNumbers groups,
      Runnable whenRead) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int ngrams = settings.ngrams();
    int partitions = partitions(spark);

    JavaRDD<TokenIdBlock> tokenIds =
        TokenIdBlocks.of(
            articles.withColumn("fields", settings.comparedFields()),
            settings,
            context.broadcast(weights));
    CorpusTotals totals = CorpusTotals.of(tokenIds);
    whenRead.run();
    HashMap<NgramClass, Vocabulary.TermThresholds> thresholds =
        settings.vocabulary().thresholds(totals);
    MinDf minDf = MinDf.of(thresholds.values());
    Broadcast<TermCounter.Filter> filter =
        context.broadcast(RareTerms.filter(tokenIds, ngrams, totals.tokens(), minDf));

    JavaRDD<TermStats> counted =
        tokenIds
            .flatMapToPair(
                block -> byPartition(TermCounter.count(block, ngrams, filter.value(), partitions)))
            .partitionBy(new HashPartitioner(partitions))
            .values()
            .mapPartitions(counts -> PartitionTermCounts.sum(counts, minDf))
            .setName("term counts")
            .persist(StorageLevel.MEMORY_AND_DISK())
            .flatMap(TermStatsBlock::iterator);
    JavaRDD<TermStats> published =
        leading(
            counted.filter(term -> thresholds.get(term.key().ngrams()).admit(term)),
            settings.vocabulary().maxTerms());

    DfHistogram histogram = MergeableSum.over(published, new DfHistogram());
    Broadcast<ArticleNumbers> copyGroups = context.broadcast(groups);
    JavaRDD<DuplicateDf> duplicateDf = DuplicateDf.of(tokenIds, ngrams, copyGroups, partitions);
    return new CountedTerms(
        spark, settings, tokenIds, totals, counted, published, histogram, copyGroups, duplicateDf);
  }

  /** The counts of a block, each with the partition that they belong to. */
  private static Iterator<Tuple2<Integer, BlockTermCounts>> byPartition(
      List<BlockTermCounts> counts) {
    return IntStream.range(0, counts.size())
        .filter(partition -> !counts.get(partition).terms().isEmpty())
        .mapToObj(partition -> new Tuple2<>(partition, counts.get(partition)))
        .iterator();
  }

  /** The terms of highest df; all terms if the vocabulary has no bound. */
  private static JavaRDD<TermStats> leading(JavaRDD<TermStats> terms, FrequencyThreshold most) {
    if (most == null) {
      return terms;
    }
    DfHistogram histogram = MergeableSum.over(terms, new DfHistogram());
    LeadingTerms leading =
        LeadingTerms.of(terms, histogram, ngrams -> most.atMost(histogram.terms(ngrams)));
    return terms.filter(leading::contains);
  }

  /**
   * Gives the settings that the terms were counted with.
   *
   * @return the settings
   */
  public CountSettings settings() {
    return settings;
  }

  /**
   * Gives the session that the counts live in.
   *
   * @return the session
   */
  public SparkSession spark() {
    return spark;
  }

  /**
   * Gives the tokens of all articles in the order of the text.
   *
   * @return the blocks, persisted
   */
  public JavaRDD<TokenIdBlock> tokenIds() {
    return tokenIds;
  }

  /**
   * Gives the words of each article with their counts.
   *
   * @return the blocks in the order of {@link #tokenIds}, made again for each use, so that they
   *     take no memory
   */
  public JavaRDD<BagOfWordsBlock> bagsOfWords() {
    return tokenIds.map(TokenIdBlock::bagsOfWords);
  }

  /**
   * Gives the denominators.
   *
   * @return the n-grams and articles that count, before the vocabulary is cut
   */
  public CorpusTotals totals() {
    return totals;
  }

  /**
   * Gives the published terms.
   *
   * @return their counts
   */
  public JavaRDD<TermStats> published() {
    return published;
  }

  /**
   * Gives all terms that were counted: the published terms, and all that may be part of one.
   *
   * @return their counts
   */
  public JavaRDD<TermStats> counted() {
    return counted;
  }

  /**
   * Gives all words in two articles or more, published or not: what is made of them does not change
   * with the vocabulary.
   *
   * @return their counts
   */
  public JavaRDD<TermStats> words() {
    return counted.filter(term -> term.key().n() == 1);
  }

  /**
   * Finds the compared fields that no article has a value of.
   *
   * @return their names
   */
  public List<String> emptyFields() {
    List<String> fields = settings.compare();
    return IntStream.range(0, fields.size())
        .filter(field -> totals.by(key -> key.fields().get(field)).isEmpty())
        .mapToObj(fields::get)
        .toList();
  }

  /**
   * Gives the copy groups of articles.
   *
   * @return the number of the group of each article that is in one, by article_id
   */
  public Broadcast<ArticleNumbers> copyGroups() {
    return copyGroups;
  }

  /**
   * Gives the df of terms in duplicates.
   *
   * @return one element in each partition of {@link #published}, for its terms
   */
  public JavaRDD<DuplicateDf> duplicateDf() {
    return duplicateDf;
  }

  /**
   * Counts the published terms.
   *
   * @return their number, over all languages and n
   */
  public long size() {
    return histogram.terms(Long.MAX_VALUE);
  }

  /**
   * Counts the published terms of highest df.
   *
   * @param most how many terms of each language and n to count at most
   * @return their number, over all languages and n
   */
  public long size(int most) {
    return histogram.terms(most);
  }

  /**
   * Finds the published terms of highest df.
   *
   * @param most how many terms of each language and n to find at most
   * @return the terms
   */
  public LeadingTerms leading(int most) {
    return leading.computeIfAbsent(
        most, number -> LeadingTerms.of(published, histogram, ngrams -> number));
  }

  /**
   * Gives the number of partitions that the terms are in.
   *
   * @return the number of partitions
   */
  public int partitions() {
    return partitions(spark);
  }

  private static int partitions(SparkSession spark) {
    return Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
  }

  /**
   * Gives every task a value that the driver knows.
   *
   * @param value the value
   * @param <T> its type
   * @return the value as tasks read it
   */
  public <T> Broadcast<T> broadcast(T value) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(value);
  }
}
