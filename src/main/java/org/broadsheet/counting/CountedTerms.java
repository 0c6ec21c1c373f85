package org.broadsheet.counting;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.broadsheet.copies.Copies;
import org.broadsheet.copies.DuplicateWeight;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.counting.block.BlockTermCounts;
import org.broadsheet.counting.block.TermCounter;
import org.broadsheet.counting.block.TermFilter;
import org.broadsheet.counting.block.TokenIdBlock;
import org.broadsheet.stats.FrequencyThreshold;
import scala.Tuple2;

/** The counted terms of a corpus: what every table about words and topics is made of. */
public final class CountedTerms {

  private final SparkSession spark;
  private final CountSettings settings;
  private final JavaRDD<TokenIdBlock> blocks;
  private final CorpusTotals totals;
  private final JavaRDD<TermStats> counted;
  private final JavaRDD<TermStats> published;
  private final DfHistogram sizes;

  private final Broadcast<HashMap<String, Integer>> copyGroups;
  private final DuplicateDf repeats;

  /** The leading terms by their number, found by the first of the tables that need them. */
  private final Map<Integer, LeadingTerms> leading = new ConcurrentHashMap<>();

  private CountedTerms(
      SparkSession spark,
      CountSettings settings,
      JavaRDD<TokenIdBlock> blocks,
      CorpusTotals totals,
      JavaRDD<TermStats> counted,
      JavaRDD<TermStats> published,
      Broadcast<HashMap<String, Integer>> copyGroups,
      DuplicateDf repeats) {
    this.spark = spark;
    this.settings = settings;
    this.blocks = blocks;
    this.totals = totals;
    this.counted = counted;
    this.published = published;
    this.sizes = DfHistogram.of(published);
    this.copyGroups = copyGroups;
    this.repeats = repeats;
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
   * @param copies the copies among the articles
   * @return the counts, persisted
   */
  public static CountedTerms of(
      SparkSession spark, Dataset<Row> texts, CountSettings settings, Copies copies) {
    Dataset<Row> fields =
        texts.select(col("article_id"), fields(texts, settings.compare()).as("fields"));
    return of(
        spark,
        texts,
        settings,
        copies.standings(fields, settings.compare()),
        copies.groupNumbers());
  }

  /**
   * Counts the terms of articles.
   *
   * @param standings what articles count for where a story counts once, by article_id
   * @param groups the copy group of each article that is in one, by article_id
   */
  static CountedTerms of(
      SparkSession spark,
      Dataset<Row> texts,
      CountSettings settings,
      HashMap<String, DuplicateWeight> standings,
      HashMap<String, Integer> groups) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    JavaRDD<TokenIdBlock> blocks =
        TokenIdBlocks.of(
            texts.withColumn("fields", fields(texts, settings.compare())),
            settings.ngrams(),
            settings.analysis(),
            context.broadcast(standings));
    List<BagOfWordsBlock.Group> places =
        blocks.flatMap(block -> block.groups().iterator()).collect();
    CorpusTotals totals = new CorpusTotals(spark, places);
    Map<String, Integer> minDf = minDf(settings.vocabulary(), totals);
    int smallest = minDf.values().stream().mapToInt(Integer::intValue).min().orElse(1);
    JavaRDD<TermStats> counted =
        counted(spark, blocks, settings.ngrams(), totals, Cut.at(smallest));
    JavaRDD<TermStats> published =
        leading(settings.vocabulary(), kept(counted, settings.vocabulary(), totals, minDf));
    Broadcast<HashMap<String, Integer>> copyGroups = context.broadcast(groups);
    DuplicateDf repeats = DuplicateDf.in(blocks, settings.ngrams(), copyGroups);
    return new CountedTerms(
        spark, settings, blocks, totals, counted, published, copyGroups, repeats);
  }

  /** The values of the fields that are compared: columns of articles, or fields that were kept. */
  private static Column fields(Dataset<Row> texts, List<String> names) {
    return names.isEmpty()
        ? lit(null)
        : array(
            names.stream()
                .map(
                    name ->
                        CountSettings.ARTICLE_COLUMNS.contains(name)
                            ? col(name)
                            : col("extra").getItem(name))
                .toArray(Column[]::new));
  }

  private static HashMap<String, Integer> minDf(Vocabulary vocabulary, CorpusTotals totals) {
    HashMap<String, Integer> minDf = new HashMap<>();
    totals.articlesByLanguage().keySet().forEach(l -> minDf.put(l, vocabulary.minDf(l, totals)));
    return minDf;
  }

  private static JavaRDD<TermStats> kept(
      JavaRDD<TermStats> counted,
      Vocabulary vocabulary,
      CorpusTotals totals,
      Map<String, Integer> minDf) {
    HashMap<CorpusTotals.Of, CorpusTotals.Sum> corpus = totals.byLanguage();
    return counted.filter(
        term ->
            vocabulary.keeps(
                term, corpus.get(term.key().ofCorpus()), minDf.get(term.key().language())));
  }

  private static JavaRDD<TermStats> leading(Vocabulary vocabulary, JavaRDD<TermStats> kept) {
    FrequencyThreshold most = vocabulary.maxTerms();
    if (most == null) {
      return kept;
    }
    DfHistogram sizes = DfHistogram.of(kept);
    LeadingTerms leading = LeadingTerms.of(kept, sizes, kind -> most.atMost(sizes.size(kind)));
    return kept.filter(leading::contains);
  }

  /** Adds up the counts of each term over the blocks. */
  private static JavaRDD<TermStats> counted(
      SparkSession spark, JavaRDD<TokenIdBlock> blocks, int ngrams, CorpusTotals totals, Cut cut) {
    int parts = partitions(spark);
    Broadcast<RareTerms> rare =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(
                cut.ngrams > 1 ? RareTerms.in(blocks, ngrams, totals.tokens()) : RareTerms.none(1));
    return blocks
        .flatMapToPair(block -> parts(block, ngrams, filter(rare.value(), cut), parts))
        .partitionBy(new HashPartitioner(parts))
        .values()
        .mapPartitions(PartitionTermCounts::of)
        .filter(term -> term.df() >= cut.of(term.key().n()))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static TermFilter filter(RareTerms rare, Cut cut) {
    return cut.ngrams > 1 ? (hash, n) -> !rare.isRare(hash, cut.of(n)) : (hash, n) -> true;
  }

  private static Iterator<Tuple2<Integer, BlockTermCounts>> parts(
      TokenIdBlock block, int ngrams, TermFilter filter, int parts) {
    List<BlockTermCounts> cut = TermCounter.count(block, ngrams, filter).parts(parts);
    return IntStream.range(0, parts)
        .filter(part -> cut.get(part).terms().length > 0)
        .mapToObj(part -> new Tuple2<>(part, cut.get(part)))
        .iterator();
  }

  /**
   * The settings that the terms were counted with.
   *
   * @return the settings
   */
  public CountSettings settings() {
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
   * @return the words of each article with their counts, made anew for each use, so that they take
   *     no room
   */
  public JavaRDD<BagOfWordsBlock> blocks() {
    return blocks.map(TokenIdBlock::bags);
  }

  /** The counted articles with their words in order, persisted. */
  public JavaRDD<TokenIdBlock> wordBlocks() {
    return blocks;
  }

  /**
   * The denominators.
   *
   * @return counted n-grams and articles, before the vocabulary is cut
   */
  public CorpusTotals totals() {
    return totals;
  }

  /**
   * The published terms.
   *
   * @return their counts
   */
  public JavaRDD<TermStats> counts() {
    return published;
  }

  /**
   * All words in two articles or more, published or not: what is made of them does not change with
   * the vocabulary.
   *
   * @return their counts
   */
  public JavaRDD<TermStats> words() {
    return counted.filter(term -> term.key().n() == 1);
  }

  /**
   * The compared fields that no article has a value of.
   *
   * @return their names
   */
  public List<String> emptyFields() {
    List<String> fields = settings.compare();
    return IntStream.range(0, fields.size())
        .filter(field -> totals.by(place -> place.fields().get(field)).isEmpty())
        .mapToObj(fields::get)
        .toList();
  }

  /**
   * The groups of the articles that have a copy.
   *
   * @return the number of the group by article_id, as tasks read it
   */
  public Broadcast<HashMap<String, Integer>> copyGroups() {
    return copyGroups;
  }

  /** How often articles of one copy group share a term. */
  public DuplicateDf repeats() {
    return repeats;
  }

  /** The published terms, and all that may be part of one. */
  public JavaRDD<TermStats> counted() {
    return counted;
  }

  /**
   * How many terms are published.
   *
   * @return the number, over all languages and n
   */
  public long size() {
    return sizes.size(Long.MAX_VALUE);
  }

  /**
   * How many terms are published if each language and n may publish so many at most.
   *
   * @param most the bound
   * @return the number, over all languages and n
   */
  public long size(int most) {
    return sizes.size(most);
  }

  /** The published terms of highest df, so many of each language and n. */
  public LeadingTerms leading(int most) {
    return leading.computeIfAbsent(
        most, number -> LeadingTerms.of(published, sizes, kind -> number));
  }

  /** How many partitions the terms are in. */
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
  public <T> Broadcast<T> shared(T value) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(value);
  }
}
