package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class RateDeviationTest {

  @Test
  void theExpectationFollowsTheRateOfTheOtherParts() {
    RateDeviation deviation = RateDeviation.of(30, 100, 20, 200);
    assertEquals(10, deviation.expected(), 1e-12);
    // The variance is that of the count, and that of the expectation from twice as many words.
    assertEquals(20 / Math.sqrt(10 * 1.5), deviation.z(), 1e-12);
  }

  @Test
  void fewExpectedOccurrencesHaveNoScore() {
    assertNull(RateDeviation.of(9, 100, 9, 200).z());
    assertEquals(4.5, RateDeviation.of(9, 100, 9, 200).expected(), 1e-12);
    assertEquals(0, RateDeviation.of(5, 100, 10, 200).z(), 1e-12);
  }

  @Test
  void aSinglePartHasNothingToDeviateFrom() {
    assertNull(RateDeviation.of(9, 100, 0, 0));
  }
}
