package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SilhouetteTest {

  @Test
  void simplifiedByHand() {
    // Distances 0 and 1; .2 and .4.
    assertEquals(
        (1 + 0.5) / 2, Silhouette.simplified(new float[] {1, 0.8f}, new float[] {0, 0.6f}), 1e-6);
  }

  @Test
  void anItemAtAllCentresLiesClearlyInNone() {
    assertEquals(0, Silhouette.simplified(new float[] {1.0000001f}, new float[] {1}));
  }
}
