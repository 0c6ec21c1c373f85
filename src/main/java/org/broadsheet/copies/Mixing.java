package org.broadsheet.copies;

/** Hashes of small tuples of numbers: the mixing steps of MurmurHash3 (Appleby 2011). */
final class Mixing {

  private Mixing() {}

  /** Any bit of the result depends on every bit of the numbers. */
  static int mix(int first, int second, int third) {
    return finished(added(added(added(0, first), second), third));
  }

  /** Any bit of the result depends on every bit of the number. */
  static int finished(int number) {
    int mixed = (number ^ number >>> 16) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return mixed ^ mixed >>> 16;
  }

  private static int added(int hash, int number) {
    int mixed = hash ^ Integer.rotateLeft(number * 0xcc9e2d51, 15) * 0x1b873593;
    return Integer.rotateLeft(mixed, 13) * 5 + 0xe6546b64;
  }
}
