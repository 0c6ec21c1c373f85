package org.broadsheet.topics;

import java.util.stream.IntStream;

/**
 * Topics as centres in a {@link SemanticSpace}: an article scores the cosine of its point with each
 * of them, none below 0.
 *
 * @param space the space
 * @param centres unit-length centres in it
 */
record SemanticModel(SemanticSpace space, Centres centres) implements TopicModel {

  @Override
  public int topics() {
    return centres.count();
  }

  @Override
  public void score(WordCounts article, double[] scores) {
    float[] point = space.point(article);
    float[] cosines = new float[topics()];
    int[] axes = IntStream.range(0, point.length).toArray();
    centres.dot(axes, point, 0, point.length, cosines);
    for (int topic = 0; topic < cosines.length; topic++) {
      scores[topic] = Math.max(0, cosines[topic]);
    }
  }
}
