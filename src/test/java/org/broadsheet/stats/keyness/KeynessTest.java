package org.broadsheet.stats.keyness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.broadsheet.stats.Log2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeynessTest {

  /** Expected values by scipy's chi2_contingency with lambda_="log-likelihood", no correction. */
  @ParameterizedTest
  @CsvSource({
    "10, 1000, 5, 2000, 6.969191931932806, 0.008292493584807123",
    "0, 500, 7, 900, -6.205186200509194, 0.012737654930725933",
    "3, 100, 3, 100, 0, 1",
    "120, 15000, 300, 83000, 47.835454211714605, 4.635333695558739e-12",
  })
  void theSignedLogLikelihood(
      long tf, long tokens, long restTf, long restTokens, double g2, double p) {
    Keyness keyness = Keyness.of(tf, tokens, restTf, restTokens);
    assertEquals(g2, keyness.g2(), 1e-9);
    assertEquals(p, keyness.p(), 1e-9 * p);
  }

  @Test
  void turningTheSidesTurnsTheSigns() {
    Keyness there = Keyness.of(10, 1000, 5, 2000);
    Keyness back = Keyness.of(5, 2000, 10, 1000);
    assertEquals(-there.g2(), back.g2(), 1e-12);
    assertEquals(-there.logRatio(), back.logRatio(), 1e-12);
    assertEquals(there.p(), back.p(), 1e-12);
  }

  @Test
  void aRatioOfFourIsTwo() {
    assertEquals(2, Keyness.of(10, 1000, 5, 2000).logRatio(), 1e-12);
  }

  @Test
  void halfAnOccurrenceStandsForNone() {
    assertEquals(Log2.of(0.5 / 500 / (7.0 / 900)), Keyness.of(0, 500, 7, 900).logRatio(), 1e-12);
  }

  @Test
  void aTermThatIsAllOfBothSidesTellsNothing() {
    Keyness keyness = Keyness.of(5, 5, 9, 9);
    assertEquals(0, keyness.g2());
    assertEquals(1, keyness.p());
    assertEquals(0, keyness.logRatio(), 1e-12);
  }
}
