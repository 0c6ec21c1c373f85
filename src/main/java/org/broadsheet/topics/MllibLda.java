package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * MLlib's latent Dirichlet allocation by online variational Bayes, on counts. MLlib's defaults (20
 * batches of 5 %, a learning offset of 1,024) leave most of the weight at the random start; these
 * settings pass over the sample {@value #PASSES} times, and let the first batches count.
 */
final class MllibLda implements TopicLearner {

  private static final int PASSES = 10;
  private static final int BATCHES_PER_PASS = 5;
  private static final double LEARNING_OFFSET = 10;
  private static final double LEARNING_DECAY = 0.7;

  private final SparkSession spark;

  MllibLda(SparkSession spark) {
    this.spark = spark;
  }

  @Override
  public Learned learn(
      List<WordCounts> sample, TopicVocabulary vocabulary, TopicSettings settings) {
    int k = TopicLearner.count(sample, settings);
    List<TopicRun> runs =
        k == 1
            ? LongStream.range(0, settings.restarts())
                .mapToObj(i -> single(sample, vocabulary.terms().length, settings.seed() + i))
                .toList()
            : runs(sample, vocabulary, k, settings);
    return new Learned(runs, List.of(), TopicLearner.why(settings));
  }

  private List<TopicRun> runs(
      List<WordCounts> sample, TopicVocabulary vocabulary, int k, TopicSettings settings) {
    Dataset<Row> vectors =
        MllibVectors.of(
            spark,
            sample,
            vocabulary.terms().length,
            article -> Arrays.stream(article.tfs()).asDoubleStream().toArray());
    List<TopicRun> runs = new ArrayList<>();
    for (int i = 0; i < settings.restarts(); i++) {
      runs.add(run(vectors, sample, k, settings.seed() + i));
    }
    vectors.unpersist();
    return runs;
  }

  private static TopicRun run(Dataset<Row> vectors, List<WordCounts> sample, int k, long seed) {
    LDAModel learned =
        new LDA()
            .setOptimizer("online")
            .setK(k)
            .setSeed(seed)
            .setMaxIter(PASSES * BATCHES_PER_PASS)
            .setSubsamplingRate(1.0 / BATCHES_PER_PASS)
            .setLearningOffset(LEARNING_OFFSET)
            .setLearningDecay(LEARNING_DECAY)
            .fit(vectors);
    TopicModel model =
        new LdaModel(
            byTopic(learned.topicsMatrix()), learned.estimatedDocConcentration().toArray());
    return TopicRun.of(k, seed, model, sample, learned.logPerplexity(vectors));
  }

  /**
   * The one topic of all articles, since LDA wants two at least: the words as often as they occur,
   * each once more as its prior.
   */
  private static TopicRun single(List<WordCounts> sample, int words, long seed) {
    double[] lambda = new double[words];
    Arrays.fill(lambda, 1);
    for (WordCounts article : sample) {
      for (int i = 0; i < article.terms().length; i++) {
        lambda[article.terms()[i]] += article.tfs()[i];
      }
    }
    TopicModel model = new LdaModel(new double[][] {lambda}, new double[] {1});
    return TopicRun.of(1, seed, model, sample, logPerplexity(sample, lambda));
  }

  /** The mean over all occurrences of minus the logarithm of the word's share. */
  private static double logPerplexity(List<WordCounts> sample, double[] lambda) {
    double all = 0;
    for (double count : lambda) {
      all += count;
    }
    double sum = 0;
    long occurrences = 0;
    for (WordCounts article : sample) {
      for (int i = 0; i < article.terms().length; i++) {
        sum -= article.tfs()[i] * StrictMath.log(lambda[article.terms()[i]] / all);
        occurrences += article.tfs()[i];
      }
    }
    return sum / occurrences;
  }

  private static double[][] byTopic(Matrix termsByTopics) {
    double[][] topics = new double[termsByTopics.numCols()][termsByTopics.numRows()];
    for (int topic = 0; topic < topics.length; topic++) {
      for (int term = 0; term < topics[topic].length; term++) {
        topics[topic][term] = termsByTopics.apply(term, topic);
      }
    }
    return topics;
  }
}
