package org.broadsheet.stats.keyness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaQuantileTest {

  /** Expected values by scipy's beta.ppf. */
  @ParameterizedTest
  @CsvSource({
    "0.025, 1, 1, -3.6635616461296463",
    "0.025, 3, 8, -2.637887207739749",
    "0.025, 8, 3, -0.22533044019273085",
    "1e-6, 1, 10000, -23.025850429890248",
    "1e-6, 10000, 1, 6.58385760244379",
    "1e-13, 10000, 1, 5.809861515614284",
    "1e-13, 1, 1, -29.933606208922495",
    "5e-7, 7000, 12, 5.23843939193961",
    "5e-7, 7000, 200000, -3.4124904209317015",
    "0.025, 1000000, 1000000, -0.0027718084388331787",
    "1e-12, 2, 5000000, -28.89388506667781",
    "0.4, 5, 5, -0.1643702353860218",
  })
  void agreesWithAnotherImplementation(double p, double a, double b, double logit) {
    assertEquals(logit, BetaQuantile.logit(p, a, b), 1e-9 * Math.abs(logit));
  }

  @Test
  void theDistributionFunctionUndoesIt() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      double a = Math.ceil(Math.pow(10, 6 * random.nextDouble()));
      double b = Math.ceil(Math.pow(10, 6 * random.nextDouble()));
      double p = 0.4 * Math.pow(10, -12 * random.nextDouble());
      double x = 1 / (1 + Math.exp(-BetaQuantile.logit(p, a, b)));
      assertEquals(p, Beta.regularizedBeta(x, a, b), 1e-6 * p, p + " " + a + " " + b);
    }
  }
}
