package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.stats.Bm25;

/**
 * MLlib's k-means with cosine distance, on BM25. Euclidean distance would put most articles into
 * one cluster.
 */
final class MllibKMeans implements TopicLearner {

  private static final int ITERATIONS = 50;

  private final SparkSession spark;

  MllibKMeans(SparkSession spark) {
    this.spark = spark;
  }

  @Override
  public Learned learn(
      List<WordCounts> sample, TopicVocabulary vocabulary, TopicSettings settings) {
    int k = TopicLearner.count(sample, settings);
    Bm25 weighting = vocabulary.weighting();
    if (k == 1) {
      List<TopicRun> single =
          LongStream.range(0, settings.restarts())
              .mapToObj(i -> single(sample, vocabulary, settings.seed() + i))
              .toList();
      return new Learned(single, List.of(), TopicLearner.why(settings));
    }
    Dataset<Row> vectors =
        MllibVectors.of(spark, sample, vocabulary.terms().length, a -> weights(a, weighting));
    List<TopicRun> runs = new ArrayList<>();
    for (int i = 0; i < settings.restarts(); i++) {
      runs.add(run(vectors, sample, weighting, k, settings.seed() + i));
    }
    vectors.unpersist();
    return new Learned(runs, List.of(), TopicLearner.why(settings));
  }

  /** MLlib wants two clusters at least: the one cluster of all articles is their mean. */
  private static TopicRun single(List<WordCounts> sample, TopicVocabulary vocabulary, long seed) {
    Bm25 weighting = vocabulary.weighting();
    double[] sum = new double[vocabulary.terms().length];
    for (WordCounts article : sample) {
      float[] weights = article.weights(weighting);
      for (int i = 0; i < weights.length; i++) {
        sum[article.terms()[i]] += weights[i];
      }
    }
    TopicModel model = new CentreModel(weighting, new float[][] {SphericalKMeans.unit(sum)});
    double cost = 0;
    double[] score = new double[1];
    for (WordCounts article : sample) {
      model.score(article, score);
      cost += 1 - score[0];
    }
    return TopicRun.of(1, seed, model, sample, cost);
  }

  private static double[] weights(WordCounts article, Bm25 weighting) {
    float[] weights = article.weights(weighting);
    double[] values = new double[weights.length];
    Arrays.setAll(values, i -> weights[i]);
    return values;
  }

  private static TopicRun run(
      Dataset<Row> vectors, List<WordCounts> sample, Bm25 weighting, int k, long seed) {
    KMeansModel learned =
        new KMeans()
            .setDistanceMeasure("cosine")
            .setK(k)
            .setSeed(seed)
            .setMaxIter(ITERATIONS)
            .fit(vectors);
    float[][] centres =
        Arrays.stream(learned.clusterCenters())
            .map(centre -> SphericalKMeans.unit(centre.toArray()))
            .toArray(float[][]::new);
    TopicModel model = new CentreModel(weighting, centres);
    return TopicRun.of(k, seed, model, sample, learned.summary().trainingCost());
  }
}
