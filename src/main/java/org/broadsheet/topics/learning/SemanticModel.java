package org.broadsheet.topics.learning;

/**
 * Topics as centres in a {@link SemanticSpace}: the score of a topic is the length of the article's
 * vector in the direction of its centre, or 0 if that is negative. An article that lies only partly
 * in the space is less similar to all topics, whether it is of the sample or not.
 *
 * @param space the space
 * @param centres a centre of unit length for each topic
 */
public record SemanticModel(SemanticSpace space, float[][] centres) implements TopicModel {

  @Override
  public int topics() {
    return centres.length;
  }

  @Override
  public void score(BagOfWords article, double[] scores) {
    float[] vector = space.vector(article);
    for (int topic = 0; topic < centres.length; topic++) {
      scores[topic] = Math.min(1, Math.max(0, DenseVectors.dot(vector, centres[topic])));
    }
  }

  @Override
  public double similarity(int topic, int other) {
    return DenseVectors.dot(centres[topic], centres[other]);
  }
}
