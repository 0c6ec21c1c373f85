package org.broadsheet.topics;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.broadsheet.UserException;
import org.broadsheet.corpus.Corpus;
import org.broadsheet.measure.Rates;
import org.broadsheet.table.ComputedRows;
import org.broadsheet.table.Counts;
import org.broadsheet.terms.CountedTerms;
import org.broadsheet.text.Place;
import org.broadsheet.text.TermBlock;
import scala.Tuple2;

/**
 * The tables about topics. Topics are found within a language: counted by Spark, learned on the
 * driver from a bounded sample, and every article assigned in one pass.
 */
public final class Topics {

  /**
   * Fewest articles that a language needs, by itself and for each topic; the main language needs
   * none.
   */
  private static final long FEWEST_ARTICLES = 50;

  private static final long ARTICLES_PER_TOPIC = 5;

  /** Similarities are added as whole billionths, so that their order does not matter. */
  private static final double BILLION = 1e9;

  private static final StructType ASSIGNED =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("language", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("period", DataTypes.DateType)
          .add("published_date", DataTypes.DateType)
          .add("topic_id", DataTypes.IntegerType)
          .add("similarity", DataTypes.DoubleType)
          .add("second_topic_id", DataTypes.IntegerType)
          .add("second_similarity", DataTypes.DoubleType)
          .add("no_topic_reason", DataTypes.StringType);

  private static final StructType TOPIC_TERMS =
      new StructType()
          .add("topic_id", DataTypes.IntegerType)
          .add("rank", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("surface", DataTypes.StringType)
          .add("weight", DataTypes.DoubleType)
          .add("tf", DataTypes.LongType)
          .add("df", DataTypes.LongType)
          .add("language_tf", DataTypes.LongType)
          .add("tf_share", DataTypes.DoubleType);

  private static final StructType NAMES =
      new StructType()
          .add("topic_id", DataTypes.IntegerType)
          .add("language_articles", DataTypes.LongType)
          .add("label", DataTypes.StringType)
          .add("top_terms", DataTypes.createArrayType(DataTypes.StringType));

  private static final int TOP_TERMS = 10;

  private final CountedTerms terms;
  private final List<LanguageTopics> languages;
  private final NumberedTopics numbered;
  private final Dataset<Row> assigned;
  private final TopicRuns runs;
  private final Broadcast<Map<String, Assignment.Assigner>> assigners;

  private Topics(
      CountedTerms terms,
      List<LanguageTopics> languages,
      NumberedTopics numbered,
      Dataset<Row> assigned,
      TopicRuns runs,
      Broadcast<Map<String, Assignment.Assigner>> assigners) {
    this.terms = terms;
    this.languages = languages;
    this.numbered = numbered;
    this.assigned = assigned;
    this.runs = runs;
    this.assigners = assigners;
  }

  /**
   * Finds the topics of a corpus.
   *
   * @param terms the counts
   * @param articles accepted articles, for the label field
   * @param settings how
   * @return the topics, every article assigned
   * @throws UserException if k is above the number of articles of the main language
   */
  public static Topics of(CountedTerms terms, Dataset<Row> articles, TopicSettings settings) {
    List<LanguageTopics> languages =
        languages(terms, settings).stream()
            .map(language -> LanguageTopics.learn(terms, language, settings))
            .toList();
    Map<String, Assignment.Assigner> assigners = new HashMap<>();
    languages.forEach(
        language -> assigners.put(language.language(), Assignment.Assigner.of(language)));
    JavaSparkContext context = JavaSparkContext.fromSparkContext(terms.spark().sparkContext());
    Broadcast<Map<String, Assignment.Assigner>> shared = context.broadcast(assigners);
    JavaRDD<Assignment> assignments =
        terms
            .blocks()
            .map(block -> Assignment.of(block, shared.value()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    TopicTally tally =
        terms
            .blocks()
            .zip(assignments)
            .treeAggregate(
                new TopicTally(),
                (sums, pair) -> sums.add(pair._1(), pair._2(), shared.value()),
                TopicTally::add);
    NumberedTopics numbered = NumberedTopics.of(languages, tally);
    Dataset<Row> assigned = assigned(terms, assignments, numbered.ids());
    return new Topics(
        terms, languages, numbered, assigned, TopicRuns.of(languages, articles, settings), shared);
  }

  /** The languages with topics: the main one, and those with articles enough. */
  private static List<String> languages(CountedTerms terms, TopicSettings settings) {
    Map<String, Long> articles = terms.totals().articlesByLanguage();
    String main = terms.totals().mainLanguage();
    if (settings.k() != null && settings.k() > articles.get(main)) {
      throw UserException.of(
          "topics.k is %d, but the corpus has only %s in its main language (%s); set topics.k to %d or less, or to"
              + " auto",
          settings.k(), Counts.of(articles.get(main), "article"), main, articles.get(main));
    }
    long fewest =
        Math.max(FEWEST_ARTICLES, ARTICLES_PER_TOPIC * (settings.k() == null ? 0 : settings.k()));
    return articles.entrySet().stream()
        .filter(entry -> entry.getKey().equals(main) || entry.getValue() >= fewest)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Dataset<Row> assigned(
      CountedTerms terms, JavaRDD<Assignment> assignments, Map<String, int[]> ids) {
    JavaRDD<Row> rows = terms.blocks().zip(assignments).flatMap(pair -> rows(pair, ids));
    return ComputedRows.started(terms.spark(), rows, ASSIGNED);
  }

  private static Iterator<Row> rows(Tuple2<TermBlock, Assignment> pair, Map<String, int[]> ids) {
    return IntStream.range(0, pair._1().articles().size())
        .mapToObj(i -> row(pair._1(), pair._2(), i, ids))
        .iterator();
  }

  private static Row row(TermBlock block, Assignment assignment, int i, Map<String, int[]> ids) {
    TermBlock.Articles articles = block.articles();
    Place place = block.groups().get(articles.group()[i]).place();
    int topic = assignment.topic()[i];
    int second = assignment.second()[i];
    int[] numbers = ids.get(place.language());
    boolean has = topic != Assignment.NONE;
    boolean hasSecond = second != Assignment.NONE;
    NoTopic reason = assignment.reason()[i];
    int day = articles.days()[i];
    return RowFactory.create(
        articles.ids()[i],
        place.language(),
        place.source(),
        place.period() == null ? null : LocalDate.ofEpochDay(place.period()),
        day == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(day),
        has ? numbers[topic] : null,
        has ? assignment.similarity()[i] : null,
        hasSecond ? numbers[second] : null,
        hasSecond ? assignment.secondSimilarity()[i] : null,
        reason == null ? null : reason.label());
  }

  /**
   * Rows of the table {@code article_topics}.
   *
   * @return the rows, not conformed
   */
  public Dataset<Row> articleTopics() {
    Column rank =
        row_number()
            .over(
                Window.partitionBy("topic_id")
                    .orderBy(col("similarity").desc(), col("article_id")));
    return assigned.withColumn("rank_in_topic", when(col("topic_id").isNotNull(), rank));
  }

  /**
   * Rows of the table {@code article_neighbours}.
   *
   * @return the rows, not conformed
   */
  public Dataset<Row> articleNeighbours() {
    return ArticleNeighbours.table(terms, assigners);
  }

  /**
   * Rows of the table {@code topics}.
   *
   * @return the rows, not conformed
   */
  public Dataset<Row> topics() {
    Column cohesion =
        sum(round(col("similarity").multiply(lit(BILLION))).cast("long"))
            .cast("double")
            .divide(lit(BILLION))
            .divide(count(lit(1)));
    Column outlet = when(col("source").notEqual(Corpus.UNKNOWN_SOURCE), col("source"));
    return clustered()
        .groupBy("topic_id", "language")
        .agg(
            count(lit(1)).as("articles"),
            size(collect_set(outlet)).as("sources"),
            cohesion.as("cohesion"),
            min("published_date").as("first_date"),
            max("published_date").as("last_date"))
        .join(broadcast(names()), "topic_id")
        .withColumn("share", Rates.share(col("articles"), col("language_articles")));
  }

  private Dataset<Row> clustered() {
    return assigned.where(col("topic_id").isNotNull());
  }

  private Dataset<Row> names() {
    Map<String, Long> articles = numbered.articles();
    List<Row> rows = new ArrayList<>();
    for (NumberedTopics.Topic topic : numbered.topics()) {
      String[] top =
          topic.terms().stream().limit(TOP_TERMS).map(t -> t.surface()).toArray(String[]::new);
      rows.add(
          RowFactory.create(rows.size() + 1, articles.get(topic.language()), topic.label(), top));
    }
    return terms.spark().createDataFrame(rows, NAMES);
  }

  /**
   * Rows of the table {@code topic_terms}.
   *
   * @return the rows, not conformed
   */
  public Dataset<Row> topicTerms() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < numbered.topics().size(); i++) {
      int rank = 1;
      for (NumberedTopics.Term term : numbered.topics().get(i).terms()) {
        rows.add(
            RowFactory.create(
                i + 1,
                rank++,
                term.term(),
                term.surface(),
                term.weight(),
                term.tf(),
                term.df(),
                term.languageTf(),
                (double) term.tf() / term.languageTf()));
      }
    }
    return terms.spark().createDataFrame(rows, TOPIC_TERMS);
  }

  /**
   * Rows of the table {@code topic_source_periods}.
   *
   * @return the rows, not conformed
   */
  public Dataset<Row> topicSourcePeriods() {
    Dataset<Row> all = terms.totals().articlesBySourceAndPeriod();
    return clustered()
        .where(col("period").isNotNull())
        .groupBy("topic_id", "source", "period")
        .agg(count(lit(1)).as("articles"))
        .join(broadcast(all), new String[] {"source", "period"})
        .withColumn("share", Rates.share(col("articles"), col("source_period_articles")));
  }

  /**
   * Rows of the table {@code topic_runs}.
   *
   * @return the rows, not conformed
   */
  public Dataset<Row> topicRuns() {
    return runs.table(terms.spark());
  }

  /**
   * How many topics were found.
   *
   * @return the number, over all languages
   */
  public int number() {
    return numbered.topics().size();
  }

  /**
   * Why there are so many topics.
   *
   * @return a sentence for each language with topics
   */
  public List<String> reasons() {
    return languages.stream()
        .filter(language -> language.chosen() != null)
        .map(language -> language.language() + ": " + language.why())
        .toList();
  }

  /**
   * The languages that topics were looked for in but not found, since no article has a word to
   * cluster by.
   *
   * @return their codes
   */
  public List<String> languagesWithoutTopics() {
    return languages.stream()
        .filter(language -> language.chosen() == null)
        .map(LanguageTopics::language)
        .toList();
  }
}
