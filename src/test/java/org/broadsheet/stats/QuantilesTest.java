package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void theMedianIsInTheMiddle() {
    assertEquals(3, Quantiles.median(List.of(9, 1, 3)));
    assertEquals(2.5, Quantiles.median(List.of(4, 1, 9, 1)));
    assertEquals(7, Quantiles.median(List.of(7L)));
    assertNull(Quantiles.median(List.<Double>of()));
  }
}
