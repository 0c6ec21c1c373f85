package org.broadsheet.topics;

/**
 * Topics as centres in a {@link SemanticSpace}: an article scores the length of its point in the
 * direction of each of them, none below 0. What of an article is outside the space makes it less
 * similar to all, so that articles that were learned from score no other than new ones.
 *
 * @param space the space
 * @param centres unit-length centres in it
 */
record SemanticModel(SemanticSpace space, float[][] centres) implements TopicModel {

  @Override
  public int topics() {
    return centres.length;
  }

  @Override
  public void score(WordCounts article, double[] scores) {
    float[] point = space.point(article);
    for (int topic = 0; topic < centres.length; topic++) {
      scores[topic] = Math.min(1, Math.max(0, Points.dot(point, centres[topic])));
    }
  }

  @Override
  public double similarity(int topic, int other) {
    return Points.dot(centres[topic], centres[other]);
  }
}
