package org.broadsheet.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * What one core of this machine can do at most, for {@code src/main/doc/performance.md}: the speed
 * at which it reads memory, and the time of one look-up in a hash table that no cache holds.
 */
public final class MachineLimits {

  private static final int BYTES = 256 << 20;
  private static final int ENTRIES = 1_000_000;
  private static final int SLOTS = 1 << 21;
  private static final int LOOK_UPS = 20_000_000;
  private static final int TIMES = 5;

  private MachineLimits() {}

  /**
   * Prints both.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    long[] memory = new SplittableRandom(1).longs(BYTES / Long.BYTES).toArray();
    double read = best(() -> sum(memory));
    long[] table = new long[SLOTS];
    for (int i = 0; i < ENTRIES; i++) {
      table[slot(table, memory[i])] = memory[i];
    }
    long[] keys =
        new SplittableRandom(2).ints(LOOK_UPS, 0, ENTRIES).mapToLong(i -> memory[i]).toArray();
    double lookUps = best(() -> Arrays.stream(keys).map(key -> slot(table, key)).sum());
    System.out.printf(Locale.ROOT, "memory read %.1f GB/s%n", BYTES / read / 1e9);
    System.out.printf(Locale.ROOT, "hash look-up %.0f ns%n", 1e9 * lookUps / LOOK_UPS);
  }

  private static long sum(long[] memory) {
    long sum = 0;
    for (long value : memory) {
      sum += value;
    }
    return sum;
  }

  /** Where a key is in the table, or its place if it is not there yet. */
  private static int slot(long[] table, long key) {
    int slot = (int) (key >>> 43);
    while (table[slot] != 0 && table[slot] != key) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  /** The seconds of the fastest of some calls, the first of which also compiles the code. */
  private static double best(LongSupplier work) {
    double best = Double.MAX_VALUE;
    long total = 0;
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      total += work.getAsLong();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    // Printed, so that the work is not left out.
    System.err.println("checksum " + total);
    return best;
  }
}
