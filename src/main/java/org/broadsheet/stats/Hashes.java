package org.broadsheet.stats;

import scala.util.hashing.MurmurHash3$;

/**
 * Hashes of numbers. Which articles are compared depends on them, and so do results: they must stay
 * the same bit for bit.
 */
public final class Hashes {

  private static final MurmurHash3$ MURMUR3 = MurmurHash3$.MODULE$;

  /** 2<sup>64</sup> divided by the golden ratio. */
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private Hashes() {}

  /**
   * Hashes three numbers by MurmurHash3 (Appleby 2011). Every bit of the result depends on every
   * bit of the numbers, and on their order.
   *
   * @param first a number
   * @param second a number
   * @param third a number
   * @return their hash
   */
  public static int murmur3(int first, int second, int third) {
    return finished(MURMUR3.mix(MURMUR3.mix(MURMUR3.mix(0, first), second), third));
  }

  /**
   * Hashes a number by the last step of MurmurHash3. Every bit of the result depends on every bit
   * of the number.
   *
   * @param number a number
   * @return its hash
   */
  public static int finished(int number) {
    return MURMUR3.finalizeHash(number, 0);
  }

  /**
   * Hashes a number by multiplication (Knuth 1998, volume 3, section 6.4), which mixes the upper
   * bits of the result only.
   *
   * @param number a number
   * @return its hash
   */
  public static long multiplied(long number) {
    return number * GOLDEN_RATIO;
  }

  /**
   * Adds a number to the hash of a sequence.
   *
   * @param hash the hash of the numbers before it; 0 for none
   * @param number the next number
   * @return the hash of the longer sequence
   */
  public static long added(long hash, long number) {
    long multiplied = multiplied(hash ^ number);
    return multiplied ^ multiplied >>> Integer.SIZE;
  }
}
