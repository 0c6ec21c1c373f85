package org.broadsheet.topics;

import org.broadsheet.stats.Bm25;

/**
 * Topics as centres of clusters: an article scores its cosine with each of them.
 *
 * @param weighting weighs the terms of an article as those of the learned ones
 * @param centres unit-length centres over the same vocabulary
 */
record CentreModel(Bm25 weighting, float[][] centres) implements TopicModel {

  @Override
  public int topics() {
    return centres.length;
  }

  @Override
  public void score(WordCounts article, double[] scores) {
    float[] weights = article.weights(weighting);
    for (int topic = 0; topic < centres.length; topic++) {
      float cosine = 0;
      for (int word = 0; word < weights.length; word++) {
        cosine += weights[word] * centres[topic][article.terms()[word]];
      }
      // Rounding may take it above one.
      scores[topic] = Math.min(1, cosine);
    }
  }

  @Override
  public double similarity(int topic, int other) {
    return Points.dot(centres[topic], centres[other]);
  }
}
