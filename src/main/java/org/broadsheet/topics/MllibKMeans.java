package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

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
    if (k == 1) {
      // MLlib wants two clusters at least; a single one is the mean of all, whoever computes it.
      return new SemanticLearner().learn(sample, vocabulary, settings.with(1));
    }
    Bm25 weighting = vocabulary.weighting();
    Dataset<Row> vectors =
        MllibVectors.of(spark, sample, vocabulary.terms().length, a -> weights(a, weighting));
    List<TopicRun> runs = new ArrayList<>();
    for (int i = 0; i < settings.restarts(); i++) {
      runs.add(run(vectors, sample, weighting, k, settings.seed() + i));
    }
    vectors.unpersist();
    return new Learned(runs, List.of(), TopicLearner.why(settings));
  }

  private static double[] weights(WordCounts article, Bm25 weighting) {
    float[] weights = weighting.weights(article);
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
        Arrays.stream(learned.clusterCenters()).map(MllibKMeans::unit).toArray(float[][]::new);
    TopicModel model = new CentreModel(weighting, centres);
    return new TopicRun(
        k,
        seed,
        model,
        MllibVectors.assignment(sample, model),
        learned.summary().trainingCost(),
        null,
        null);
  }

  private static float[] unit(Vector centre) {
    double[] values = centre.toArray();
    double length = Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = length == 0 ? 0 : (float) (values[i] / length);
    }
    return unit;
  }
}
