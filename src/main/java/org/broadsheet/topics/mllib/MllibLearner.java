package org.broadsheet.topics.mllib;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.topics.learning.BagOfWords;
import org.broadsheet.topics.learning.LearnedTopics;
import org.broadsheet.topics.learning.TopicLearner;
import org.broadsheet.topics.learning.TopicRun;
import org.broadsheet.topics.learning.TopicSample;
import org.broadsheet.topics.learning.TopicSettings;
import org.broadsheet.topics.learning.TopicVocabulary;

/**
 * Learns topics by an estimator of MLlib. MLlib needs at least two clusters, so that a single topic
 * is computed here.
 */
abstract class MllibLearner implements TopicLearner {

  private static final int FEWEST_TOPICS = 2;
  private static final int MOST_TOPICS = 50;

  private static final StructType VECTORS =
      new StructType().add("features", SQLDataTypes.VectorType());

  private final SparkSession spark;

  MllibLearner(SparkSession spark) {
    this.spark = spark;
  }

  /** The values of the vectors of articles: of each article, one for each of its words. */
  abstract Function<BagOfWords, double[]> values(TopicVocabulary vocabulary);

  /** The single topic of all articles. */
  abstract TopicRun single(TopicSample sample, long seed);

  /** Learns k topics, at least two, from the vectors of the articles of a sample. */
  abstract TopicRun fit(Dataset<Row> vectors, TopicSample sample, int k, long seed);

  @Override
  public final LearnedTopics learn(TopicSample sample, TopicSettings settings) {
    boolean isGiven = settings.k() != null;
    int k = Math.min(isGiven ? settings.k() : ruleOfThumb(sample.size()), sample.size());
    return LearnedTopics.of(
        sample,
        k == 1 ? starts(settings, seed -> single(sample, seed)) : fits(sample, k, settings),
        List.of(),
        isGiven ? GIVEN : "the square root of half the articles");
  }

  /**
   * Returns the square root of half the number of articles, rounded, from 2 to 50: a rule of thumb
   * that looks at nothing but their number (Mardia, Kent and Bibby 1979, Multivariate Analysis).
   */
  static int ruleOfThumb(long articles) {
    long rounded = Math.round(Math.sqrt(articles / 2.0));
    return (int) Math.max(FEWEST_TOPICS, Math.min(MOST_TOPICS, rounded));
  }

  private static List<TopicRun> starts(TopicSettings settings, LongFunction<TopicRun> start) {
    return LongStream.iterate(settings.seed(), seed -> seed + 1)
        .limit(settings.restarts())
        .mapToObj(start)
        .toList();
  }

  private List<TopicRun> fits(TopicSample sample, int k, TopicSettings settings) {
    Dataset<Row> vectors = vectors(sample);
    List<TopicRun> runs = starts(settings, seed -> fit(vectors, sample, k, seed));
    vectors.unpersist();
    return runs;
  }

  /**
   * Returns a row of features for each article, in their order and in one partition: MLlib adds
   * floats in the order in which partitions arrive.
   */
  private Dataset<Row> vectors(TopicSample sample) {
    int size = sample.vocabulary().size();
    Function<BagOfWords, double[]> values = values(sample.vocabulary());
    List<Row> rows =
        sample.articles().stream()
            .map(article -> RowFactory.create(vector(article, size, values.apply(article))))
            .toList();
    return spark.createDataFrame(rows, VECTORS).coalesce(1).cache();
  }

  /** Makes a sparse vector, whose indexes must ascend. */
  private static Vector vector(BagOfWords article, int size, double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> article.terms()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    return Vectors.sparse(
        size,
        Arrays.stream(order).map(i -> article.terms()[i]).toArray(),
        Arrays.stream(order).mapToDouble(i -> values[i]).toArray());
  }
}
