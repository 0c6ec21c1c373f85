package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CoOccurrenceTest {

  @Test
  void npmiByHand() {
    assertEquals(
        Math.log(0.5 / (0.75 * 0.5)) / -Math.log(0.5), CoOccurrence.npmi(2, 3, 2, 4), 1e-12);
    assertEquals(0, CoOccurrence.npmi(1, 2, 2, 4), 1e-12, "independent");
    assertEquals(1, CoOccurrence.npmi(2, 2, 2, 4), 1e-12, "only together");
    assertEquals(-1, CoOccurrence.npmi(0, 2, 2, 4), "never together");
    assertEquals(0, CoOccurrence.npmi(4, 4, 4, 4), "in all articles");
  }
}
