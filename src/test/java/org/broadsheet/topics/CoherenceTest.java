package org.broadsheet.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoherenceTest {

  /** Words 0 and 1 together twice, 0 alone once, 2 alone once. */
  private static final Coherence COHERENCE =
      new Coherence(
          List.of(
              Small.article("a", 0, 1),
              Small.article("b", 1, 0),
              Small.article("c", 0),
              Small.article("d", 2)),
          3);

  @Test
  void mutualInformationByHand() {
    double together = Math.log(0.5 / (0.75 * 0.5)) / -Math.log(0.5);
    assertEquals(together, COHERENCE.npmi(new int[] {0, 1}), 1e-12);
    assertEquals(
        (together - 1 - 1) / 3, COHERENCE.npmi(new int[] {0, 1, 2}), 1e-12, "never together");
    assertNull(COHERENCE.npmi(new int[] {0}));
    assertEquals(together, COHERENCE.npmi(new int[][] {{0, 1}, {2}}), 1e-12);
    assertNull(COHERENCE.npmi(new int[][] {{2}}));
  }

  @Test
  void diversityIsTheShareOfDifferentWords() {
    assertEquals(0.75, Coherence.diversity(new int[][] {{0, 1}, {1, 2}}));
    assertEquals(1, Coherence.diversity(new int[][] {{}}));
  }

  @Test
  void theSilhouetteByHand() {
    Points points = Points.of(new float[][] {{1, 0}, {0.6f, 0.8f}});
    float[][] centres = {{1, 0}, {0, 1}};
    // Distances 0 and 1; .2 and .4.
    assertEquals((1 + 0.5) / 2, Silhouette.of(points, centres, new int[] {0, 1}), 1e-6);
    assertNull(Silhouette.of(points, new float[][] {{1, 0}}, new int[] {0, 0}));
  }
}
