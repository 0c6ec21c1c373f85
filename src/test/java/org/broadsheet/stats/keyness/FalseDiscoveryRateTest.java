package org.broadsheet.stats.keyness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class FalseDiscoveryRateTest {

  @Test
  void byHand() {
    assertArrayEquals(
        new double[] {0.02, 0.04, 0.04, 0.02},
        FalseDiscoveryRate.of(new double[] {0.01, 0.04, 0.03, 0.005}),
        1e-12);
  }

  @Test
  void equalProbabilitiesHaveTheSame() {
    assertArrayEquals(
        new double[] {0.02, 0.02, 1},
        FalseDiscoveryRate.of(new double[] {0.0133333333333333333, 0.0133333333333333333, 1}),
        1e-12);
    assertArrayEquals(new double[0], FalseDiscoveryRate.of(new double[0]));
  }
}
