package org.broadsheet.topics.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class SemanticLearnerTest {

  @Test
  void theSilhouetteByHand() {
    DocumentVectors points = DocumentVectors.of(new float[][] {{1, 0}, {0.6f, 0.8f}});
    float[][] centres = {{1, 0}, {0, 1}};
    // Distances 0 and 1; .2 and .4.
    assertEquals(
        (1 + 0.5) / 2,
        SemanticLearner.silhouette(
            points, new SphericalKMeans.Clustering(centres, new int[] {0, 1}, 0, 1)),
        1e-6);
    float[][] single = {{1, 0}};
    assertNull(
        SemanticLearner.silhouette(
            points, new SphericalKMeans.Clustering(single, new int[] {0, 0}, 0, 1)));
  }
}
