package org.broadsheet.topics;

import java.util.List;
import java.util.stream.IntStream;

/** BM25 and spherical k-means, on the driver. */
final class SphericalLearner implements TopicLearner {

  @Override
  public List<TopicRun> learn(
      List<WordCounts> sample, TopicVocabulary vocabulary, int k, TopicSettings settings) {
    Bm25 weighting = vocabulary.weighting();
    SparseRows rows = rows(sample, weighting, vocabulary.terms().length);
    List<SphericalKMeans.Clustering> starts =
        SphericalKMeans.restarts(rows, k, settings.restarts(), settings.seed());
    return IntStream.range(0, starts.size())
        .mapToObj(i -> run(starts.get(i), weighting, k, settings.seed() + i))
        .toList();
  }

  private static TopicRun run(SphericalKMeans.Clustering start, Bm25 weighting, int k, long seed) {
    return new TopicRun(
        k, seed, new CentreModel(weighting, start.centres()), start.assignment(), start.cost());
  }

  /** The articles as BM25 vectors of unit length. */
  static SparseRows rows(List<WordCounts> sample, Bm25 weighting, int columns) {
    SparseRows.Builder rows = new SparseRows.Builder(columns);
    for (WordCounts article : sample) {
      float[] weights = new float[article.terms().length];
      weighting.weigh(article.terms(), article.tfs(), weights.length, article.length(), weights);
      rows.add(article.terms(), weights, weights.length);
    }
    return rows.build();
  }
}
