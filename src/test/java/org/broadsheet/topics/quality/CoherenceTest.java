package org.broadsheet.topics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.broadsheet.topics.learning.TopicFixtures;
import org.broadsheet.topics.learning.TopicSample;
import org.junit.jupiter.api.Test;

class CoherenceTest {

  /** Words 0 and 1 together twice, 0 alone once, 2 alone once. */
  private static final Coherence COHERENCE =
      new Coherence(
          new TopicSample(
              TopicFixtures.vocabulary("a", "b", "c"),
              List.of(
                  TopicFixtures.article("a", 0, 1),
                  TopicFixtures.article("b", 1, 0),
                  TopicFixtures.article("c", 0),
                  TopicFixtures.article("d", 2))));

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
}
