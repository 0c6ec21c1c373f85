package org.broadsheet.topics;

/**
 * Topics as centres of clusters: an article scores its cosine with each of them.
 *
 * @param weighting weighs the terms of an article as those of the learned ones
 * @param centres unit-length centres over the same vocabulary
 */
record CentreModel(Bm25 weighting, Centres centres) implements TopicModel {
  /** A model of centres by columns, as {@link SphericalKMeans} gives them. */
  CentreModel(Bm25 weighting, float[][] centres) {
    this(weighting, Centres.of(centres));
  }

  @Override
  public int topics() {
    return centres.count();
  }

  @Override
  public void score(WordCounts article, double[] scores) {
    float[] weights = weighting.weights(article);
    float[] cosines = new float[topics()];
    centres.dot(article.terms(), weights, 0, weights.length, cosines);
    for (int topic = 0; topic < cosines.length; topic++) {
      scores[topic] = cosines[topic];
    }
  }
}
