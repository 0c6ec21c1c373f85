package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LevelShiftTest {

  @Test
  void theShiftIsWhereTheNewLevelBegins() {
    // Of the 4 x 6 pairs across, all rise: K = 24, and p = 2 exp(-6 x 576 / 1100).
    LevelShift shift = LevelShift.of(new long[] {1, 2, 1, 2, 7, 8, 9, 8, 7, 9});
    assertEquals(4, shift.at());
    assertEquals(0.0864083468, shift.p(), 1e-9);
    assertEquals(1.5, shift.meanBefore());
    assertEquals(8, shift.meanAfter());
  }

  @Test
  void tiesCountForNeither() {
    // U is -5, -10, -11, -10, -5, -10 and -5, and p = 2 exp(-6 x 121 / 576).
    LevelShift shift = LevelShift.of(new long[] {0, 0, 1, 2, 5, 0, 5, 5});
    assertEquals(3, shift.at());
    assertEquals(0.5670717239, shift.p(), 1e-9);
    assertEquals(1 / 3.0, shift.meanBefore());
    assertEquals(3.4, shift.meanAfter());
  }

  @Test
  void aFallIsARiseTurnedRound() {
    LevelShift fall = LevelShift.of(new long[] {7, 9, 7, 8, 9, 8, 2, 1, 2, 1});
    assertEquals(6, fall.at());
    assertEquals(0.0864083468, fall.p(), 1e-9);
    assertEquals(8, fall.meanBefore());
    assertEquals(1.5, fall.meanAfter());
  }

  @Test
  void ofPlacesThatDivideAlikeWellTheFirstCounts() {
    // U is -2, -4, -6, -8, 0, 8, 6, 4 and 2: 2 exp(-6 x 64 / 1100) is 1.41.
    LevelShift shift = LevelShift.of(new long[] {1, 1, 1, 1, 5, 5, 1, 1, 1, 1});
    assertEquals(new LevelShift(4, 1, 1, 14 / 6.0), shift);
  }

  @Test
  void withoutAShiftThereIsNone() {
    assertNull(LevelShift.of(new long[] {}));
    assertNull(LevelShift.of(new long[] {1, 1, 1, 9, 9, 9, 9}));
    assertNull(LevelShift.of(new long[] {4, 4, 4, 4, 4, 4, 4, 4}));
  }

  @Test
  void agreesWithCountingPairs() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      long[] values = random.longs(8 + random.nextInt(30), 0, 1 + random.nextInt(20)).toArray();
      int at = 0;
      for (int t = 1; t < values.length; t++) {
        at = Math.abs(pairs(values, t)) > Math.abs(pairs(values, at)) ? t : at;
      }
      LevelShift shift = LevelShift.of(values);
      assertEquals(at, shift == null ? 0 : shift.at());
      if (shift != null) {
        double n = values.length;
        double k = Math.abs(pairs(values, at));
        double p = 2 * Math.exp(-6 * k * k / (n * n * n + n * n));
        assertEquals(Math.min(1, p), shift.p(), 1e-12);
      }
    }
  }

  /** The pairs across a place that fall, less those that rise. */
  private static long pairs(long[] values, int at) {
    long pairs = 0;
    for (int i = 0; i < at; i++) {
      for (int j = at; j < values.length; j++) {
        pairs += Long.signum(values[i] - values[j]);
      }
    }
    return pairs;
  }
}
