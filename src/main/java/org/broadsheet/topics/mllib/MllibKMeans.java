package org.broadsheet.topics.mllib;

import java.util.Arrays;
import java.util.function.Function;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.stats.Bm25;
import org.broadsheet.topics.learning.BagOfWords;
import org.broadsheet.topics.learning.CentreModel;
import org.broadsheet.topics.learning.DenseVectors;
import org.broadsheet.topics.learning.TopicModel;
import org.broadsheet.topics.learning.TopicRun;
import org.broadsheet.topics.learning.TopicSample;
import org.broadsheet.topics.learning.TopicVocabulary;

/**
 * Learns topics by MLlib's k-means with cosine distance, on BM25. Euclidean distance would put most
 * articles into one cluster.
 */
public final class MllibKMeans extends MllibLearner {

  private static final int ITERATIONS = 50;

  /**
   * Takes a session.
   *
   * @param spark the session
   */
  public MllibKMeans(SparkSession spark) {
    super(spark);
  }

  @Override
  Function<BagOfWords, double[]> values(TopicVocabulary vocabulary) {
    Bm25 weighting = vocabulary.weighting();
    return article -> {
      float[] weights = article.weights(weighting);
      double[] values = new double[weights.length];
      Arrays.setAll(values, i -> weights[i]);
      return values;
    };
  }

  /** The centre of a single cluster is the mean of all articles. */
  @Override
  TopicRun single(TopicSample sample, long seed) {
    Bm25 weighting = sample.vocabulary().weighting();
    double[] sum = new double[sample.vocabulary().size()];
    for (BagOfWords article : sample.articles()) {
      float[] weights = article.weights(weighting);
      for (int i = 0; i < weights.length; i++) {
        sum[article.terms()[i]] += weights[i];
      }
    }
    TopicModel model = new CentreModel(weighting, new float[][] {DenseVectors.unit(sum)});
    double cost = 0;
    double[] score = new double[1];
    for (BagOfWords article : sample.articles()) {
      model.score(article, score);
      cost += 1 - score[0];
    }
    return TopicRun.of(1, seed, model, sample, cost);
  }

  @Override
  TopicRun fit(Dataset<Row> vectors, TopicSample sample, int k, long seed) {
    KMeansModel learned =
        new KMeans()
            .setDistanceMeasure("cosine")
            .setK(k)
            .setSeed(seed)
            .setMaxIter(ITERATIONS)
            .fit(vectors);
    float[][] centres =
        Arrays.stream(learned.clusterCenters())
            .map(centre -> DenseVectors.unit(centre.toArray()))
            .toArray(float[][]::new);
    TopicModel model = new CentreModel(sample.vocabulary().weighting(), centres);
    return TopicRun.of(k, seed, model, sample, learned.summary().trainingCost());
  }
}
