package org.broadsheet.topics.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.broadsheet.topics.learning.TopicSweep.Tried;
import org.junit.jupiter.api.Test;

class TopicSweepTest {

  /** DocumentVectors around so many axes. */
  private static DocumentVectors clusters(int clusters, int each, double noise) {
    SplittableRandom random = new SplittableRandom(3);
    float[][] points = new float[clusters * each][];
    for (int i = 0; i < clusters * each; i++) {
      float[] point = new float[clusters];
      for (int axis = 0; axis < clusters; axis++) {
        point[axis] = (float) (noise * random.nextDouble());
      }
      point[i % clusters] += 1;
      points[i] = DenseVectors.unit(point);
    }
    return DocumentVectors.of(points);
  }

  @Test
  void plantedClustersAreFound() {
    TopicSweep sweep = TopicSweep.of(clusters(6, 40, 0.4), 1);
    assertEquals(6, sweep.chosen().k());
    assertEquals(1, sweep.chosen().agreement(), 1e-9);
    assertTrue(sweep.why().contains("starts with 6 agree most"), sweep.why());
  }

  @Test
  void fewArticlesBearFewTopics() {
    TopicSweep sweep = TopicSweep.of(clusters(3, 4, 0.3), 1);
    assertEquals(List.of(2), sweep.tried().stream().map(Tried::k).toList());
    assertEquals(2, sweep.chosen().k());
  }

  @Test
  void ofEqualOnesTheSmallerFromFourOn() {
    TopicSweep sweep =
        new TopicSweep(
            List.of(new Tried(2, null, 1), new Tried(4, null, 0.7), new Tried(5, null, 0.7)));
    assertEquals(4, sweep.chosen().k());
    assertEquals(2, new TopicSweep(List.of(new Tried(2, null, 0.1))).chosen().k());
  }
}
