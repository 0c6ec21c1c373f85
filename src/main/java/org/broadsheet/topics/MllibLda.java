package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  public List<TopicRun> learn(
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
            // LDA wants two topics at least.
            .setK(Math.max(2, k))
            .setSeed(seed)
            .setMaxIter(PASSES * BATCHES_PER_PASS)
            .setSubsamplingRate(1.0 / BATCHES_PER_PASS)
            .setLearningOffset(LEARNING_OFFSET)
            .setLearningDecay(LEARNING_DECAY)
            .fit(vectors);
    TopicModel model =
        new LdaModel(
            byTopic(learned.topicsMatrix()), learned.estimatedDocConcentration().toArray());
    return new TopicRun(
        model.topics(),
        seed,
        model,
        MllibVectors.assignment(sample, model),
        learned.logPerplexity(vectors));
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
