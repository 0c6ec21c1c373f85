package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MannKendallTest {

  @Test
  void eachPairOfARisingLineRises() {
    MannKendall trend = MannKendall.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8});
    assertEquals(1, trend.tau());
    // S = 28, variance 8 x 7 x 21 / 18; z = 27 / 8.0829.
    assertEquals(0.0008366271311193, trend.p(), 1e-9);
  }

  @Test
  void tiesCountForNeither() {
    MannKendall trend = MannKendall.of(new double[] {3, 1, 2, 2, 5, 5, 4, 7, 6, 6});
    assertEquals(28 / 45.0, trend.tau(), 1e-12);
    // Three pairs of ties: 122 instead of 125.
    assertEquals(0.0145067098145405, trend.p(), 1e-9);
  }

  @Test
  void aFallIsARiseTurnedRound() {
    MannKendall rise = MannKendall.of(new double[] {1, 3, 2, 5});
    MannKendall fall = MannKendall.of(new double[] {5, 2, 3, 1});
    assertEquals(rise.tau(), -fall.tau());
    assertEquals(rise.p(), fall.p());
  }

  @Test
  void nothingThatMovesIsNoTrend() {
    assertEquals(new MannKendall(0, 1), MannKendall.of(new double[] {2, 2, 2, 2}));
    assertEquals(new MannKendall(0, 1), MannKendall.of(new double[] {1, 2, 2, 1}));
    assertThrows(IllegalArgumentException.class, () -> MannKendall.of(new double[] {1}));
  }
}
