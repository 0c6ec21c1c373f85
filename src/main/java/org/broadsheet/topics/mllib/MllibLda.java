package org.broadsheet.topics.mllib;

import java.util.Arrays;
import java.util.function.Function;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.topics.learning.BagOfWords;
import org.broadsheet.topics.learning.LdaModel;
import org.broadsheet.topics.learning.TopicModel;
import org.broadsheet.topics.learning.TopicRun;
import org.broadsheet.topics.learning.TopicSample;
import org.broadsheet.topics.learning.TopicVocabulary;

/**
 * Learns topics by MLlib's latent Dirichlet allocation with online variational Bayes, on counts.
 * MLlib's defaults (20 batches of 5 %, a learning offset of 1,024) leave most of the weight at the
 * random start; these settings pass over the sample {@value #PASSES} times, and give the first
 * batches more weight.
 */
public final class MllibLda extends MllibLearner {

  private static final int PASSES = 10;
  private static final int BATCHES_PER_PASS = 5;
  private static final double LEARNING_OFFSET = 10;
  private static final double LEARNING_DECAY = 0.7;

  /**
   * Takes a session.
   *
   * @param spark the session
   */
  public MllibLda(SparkSession spark) {
    super(spark);
  }

  @Override
  Function<BagOfWords, double[]> values(TopicVocabulary vocabulary) {
    return article -> Arrays.stream(article.tfs()).asDoubleStream().toArray();
  }

  @Override
  TopicRun fit(Dataset<Row> vectors, TopicSample sample, int k, long seed) {
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

  private static double[][] byTopic(Matrix termsByTopics) {
    double[][] topics = new double[termsByTopics.numCols()][termsByTopics.numRows()];
    for (int topic = 0; topic < topics.length; topic++) {
      for (int term = 0; term < topics[topic].length; term++) {
        topics[topic][term] = termsByTopics.apply(term, topic);
      }
    }
    return topics;
  }

  /** A single topic has each word as often as the sample does, and once more as its prior. */
  @Override
  TopicRun single(TopicSample sample, long seed) {
    double[] lambda = new double[sample.vocabulary().size()];
    Arrays.fill(lambda, 1);
    for (BagOfWords article : sample.articles()) {
      for (int i = 0; i < article.terms().length; i++) {
        lambda[article.terms()[i]] += article.tfs()[i];
      }
    }
    TopicModel model = new LdaModel(new double[][] {lambda}, new double[] {1});
    return TopicRun.of(1, seed, model, sample, logPerplexity(sample, lambda));
  }

  /** Returns the mean over all occurrences of minus the logarithm of the word's share. */
  private static double logPerplexity(TopicSample sample, double[] lambda) {
    double all = 0;
    for (double count : lambda) {
      all += count;
    }
    double sum = 0;
    long occurrences = 0;
    for (BagOfWords article : sample.articles()) {
      for (int i = 0; i < article.terms().length; i++) {
        sum -= article.tfs()[i] * StrictMath.log(lambda[article.terms()[i]] / all);
        occurrences += article.tfs()[i];
      }
    }
    return sum / occurrences;
  }
}
