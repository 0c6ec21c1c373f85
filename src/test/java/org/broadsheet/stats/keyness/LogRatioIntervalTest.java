package org.broadsheet.stats.keyness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.broadsheet.stats.keyness.LogRatioInterval.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRatioIntervalTest {

  /** Expected values by scipy's beta.ppf, as in the interval of Clopper and Pearson. */
  @ParameterizedTest
  @CsvSource({
    "10, 1000, 5, 2000, 1, 0.3169787985610811, 3.8986525898353364",
    "10, 1000, 5, 2000, 200, -0.979907866201293, 5.765280973980784",
    "120, 15000, 300, 83000, 50000, 0.342610481067376, 1.8925355120884415",
  })
  void theBoundsOfBothSides(
      long tf,
      long tokens,
      long restTf,
      long restTokens,
      long comparisons,
      double low,
      double high) {
    Bounds bounds = new LogRatioInterval(comparisons).of(tf, tokens, restTf, restTokens);
    assertEquals(low, bounds.low(), 1e-9);
    assertEquals(high, bounds.high(), 1e-9);
  }

  @Test
  void whatOneSideLacksHasNoBound() {
    LogRatioInterval interval = new LogRatioInterval(1);
    assertEquals(Double.POSITIVE_INFINITY, interval.of(1, 1000, 0, 2000).high());
    assertEquals(Double.NEGATIVE_INFINITY, interval.of(0, 1000, 1, 2000).low());
  }

  @Test
  void theConservativeRatioIsTheBoundThatIsNearerToZero() {
    assertEquals(0.3, new Bounds(0.3, 2).conservative());
    assertEquals(-0.3, new Bounds(-2, -0.3).conservative());
    assertEquals(0, new Bounds(-1, 2).conservative());
    assertEquals(0, new Bounds(-1, Double.POSITIVE_INFINITY).conservative());
  }
}
