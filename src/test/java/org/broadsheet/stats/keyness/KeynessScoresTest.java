package org.broadsheet.stats.keyness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KeynessScoresTest {

  private static final TestFamily FAMILY =
      TestFamily.of(new double[] {p(30, 10), p(10, 10), p(2, 0)});

  private static double p(long tf, long restTf) {
    return Keyness.of(tf, 1_000, restTf, 1_000).p();
  }

  private static KeynessScores scores(long tf, long restTf) {
    return KeynessScores.of(
        Keyness.of(tf, 1_000, restTf, 1_000),
        new LogRatioInterval(FAMILY.tests()).of(tf, 1_000, restTf, 1_000),
        FAMILY);
  }

  @Test
  void probabilitiesAreCorrectedForTheFamily() {
    KeynessScores scores = scores(30, 10);
    Keyness alone = Keyness.of(30, 1_000, 10, 1_000);
    assertEquals(alone.g2(), scores.g2());
    assertEquals(alone.logRatio(), scores.logRatio());
    assertEquals(alone.p(), scores.p());
    assertEquals(3 * alone.p(), scores.pBonferroni());
    assertEquals(3 * alone.p(), scores.pBh(), "the smallest of three");
    assertEquals(1, scores(10, 10).pBonferroni());
  }

  @Test
  void theConservativeLogRatioIsTheBoundNearerToZero() {
    KeynessScores more = scores(30, 10);
    assertTrue(more.lrc() > 0);
    assertEquals(more.logRatioLow(), more.lrc());
    assertEquals(0, scores(10, 10).lrc());
    assertNull(scores(2, 0).logRatioHigh(), "the reference does not have the term");
  }
}
