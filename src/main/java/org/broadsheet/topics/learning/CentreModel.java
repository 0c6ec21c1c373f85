package org.broadsheet.topics.learning;

import org.broadsheet.stats.Bm25;

/**
 * Topics as centres of clusters over the words of the vocabulary: the score of a topic is the
 * cosine of the article with its centre.
 *
 * @param weighting weights the terms of an article as those of the sample
 * @param centres a centre of unit length for each topic
 */
public record CentreModel(Bm25 weighting, float[][] centres) implements TopicModel {

  @Override
  public int topics() {
    return centres.length;
  }

  @Override
  public void score(BagOfWords article, double[] scores) {
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
    return DenseVectors.dot(centres[topic], centres[other]);
  }
}
