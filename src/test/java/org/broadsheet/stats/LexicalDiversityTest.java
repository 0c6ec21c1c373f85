package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LexicalDiversityTest {

  private final LexicalDiversity mattr = new LexicalDiversity();

  private void check(long windows, long types, int... text) {
    mattr.start();
    Arrays.stream(text).forEach(mattr::add);
    assertEquals(windows, mattr.windows());
    assertEquals(types, mattr.types());
  }

  @Test
  void aShortTextHasNoWindow() {
    check(0, 0);
    check(0, 0, IntStream.range(0, 99).toArray());
  }

  @Test
  void countsTheTypesOfEachWindow() {
    check(1, 100, IntStream.range(0, 100).toArray());
    check(3, 3, new int[102]);
    // The words 0 to 100 and 0 again: 0 has left the window before it comes back.
    check(3, 300, IntStream.range(0, 102).map(i -> i % 101).toArray());
    // Of two words in turn, and of fifty.
    check(21, 21 * 2, IntStream.range(0, 120).map(i -> i % 2).toArray());
    check(51, 51 * 50, IntStream.range(0, 150).map(i -> i % 50).toArray());
    // Fifty of one word, then new ones: 51 types, and one more with each that leaves, but the last.
    int[] late = IntStream.range(0, 150).map(i -> Math.max(0, i - 49)).toArray();
    check(51, IntStream.rangeClosed(51, 100).sum() + 100, late);
  }

  /** A text is told apart from the one before, even where it repeats it. */
  @Test
  void agreesWithCountingEachWindow() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      int[] text = random.ints(random.nextInt(400), 0, 1 + random.nextInt(5_000)).toArray();
      long types = 0;
      int windows = Math.max(0, text.length - LexicalDiversity.WINDOW + 1);
      for (int at = 0; at < windows; at++) {
        types += Arrays.stream(text, at, at + LexicalDiversity.WINDOW).distinct().count();
      }
      check(windows, types, text);
    }
  }
}
