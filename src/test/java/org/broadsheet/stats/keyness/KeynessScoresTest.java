package org.broadsheet.stats.keyness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeynessScoresTest {

  @Test
  void probabilitiesAreCorrectedForTheSizeOfTheFamily() {
    long[] tf = {30, 10, 2};
    long[] restTf = {10, 10, 0};
    List<KeynessScores> scores = KeynessScores.ofFamily(tf, 1_000, restTf, 1_000);
    double[] p = new double[tf.length];
    for (int i = 0; i < tf.length; i++) {
      Keyness alone = Keyness.of(tf[i], 1_000, restTf[i], 1_000);
      p[i] = alone.p();
      assertEquals(alone.g2(), scores.get(i).g2());
      assertEquals(alone.logRatio(), scores.get(i).logRatio());
      assertEquals(alone.p(), scores.get(i).p());
      assertEquals(Math.min(1, 3 * alone.p()), scores.get(i).pBonferroni());
    }
    for (int i = 0; i < tf.length; i++) {
      assertEquals(FalseDiscoveryRate.of(p)[i], scores.get(i).pBh());
    }
    assertTrue(scores.get(0).lrc() > 0);
    assertEquals(scores.get(0).logRatioLow(), scores.get(0).lrc());
    assertEquals(0, scores.get(1).lrc());
    assertNull(scores.get(2).logRatioHigh(), "the reference does not have the term");
  }

  @Test
  void anEmptyReferenceGivesNoScores() {
    List<KeynessScores> scores =
        KeynessScores.ofFamily(new long[] {3, 4}, 100, new long[] {0, 0}, 0);
    assertEquals(2, scores.size());
    assertNull(scores.get(0).g2());
    assertNull(scores.get(1).pBh());
  }
}
