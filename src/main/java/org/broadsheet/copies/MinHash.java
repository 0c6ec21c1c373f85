package org.broadsheet.copies;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.broadsheet.stats.Hashes;

/**
 * Signatures whose agreement estimates the Jaccard similarity of two sets (Broder 1997): the
 * smallest of the elements under each of many hash functions. Cut into bands (Leskovec, Rajaraman
 * and Ullman 2014, chapter 3), two sets of similarity j share a whole band with the probability 1 -
 * (1 - j<sup>3</sup>)<sup>64</sup>: .82 at .3, .98 at .4, and .00001 at .005, which is usual of
 * articles that are not copies.
 */
final class MinHash {

  /** Bands of a signature. */
  static final int BANDS = 64;

  private static final int ROWS = 3;
  private static final int SIZE = BANDS * ROWS;

  /** Longs in a sketch. */
  static final int SKETCH = SIZE / Long.SIZE;

  private static final int[] FACTORS = new int[SIZE];
  private static final int[] OFFSETS = new int[SIZE];

  static {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < SIZE; i++) {
      FACTORS[i] = random.nextInt() | 1;
      OFFSETS[i] = random.nextInt();
    }
  }

  private MinHash() {}

  /** The signature of a set of numbers that are hashes. */
  static int[] signature(int[] set) {
    int[] smallest = new int[SIZE];
    Arrays.fill(smallest, Integer.MAX_VALUE);
    int last = set.length - 1;
    // Two at a time, the last one twice if need be: so the smallest are read and written half as
    // often.
    for (int at = 0; at <= last; at += 2) {
      int one = set[at];
      int other = set[Math.min(at + 1, last)];
      // Over whole arrays from 0: the compiler vectorises nothing else.
      for (int i = 0; i < smallest.length; i++) {
        int least = min(one * FACTORS[i] + OFFSETS[i], other * FACTORS[i] + OFFSETS[i]);
        smallest[i] = min(smallest[i], least);
      }
    }
    return smallest;
  }

  /**
   * {@link Math#min} without a branch. Since a new element is hardly ever the smallest, the
   * compiler makes a branch of that one, and does not vectorise it: measured, this takes a third of
   * the time.
   */
  private static int min(int x, int y) {
    int difference = x - y;
    int isLess = (difference ^ ((x ^ y) & (difference ^ x))) >> Integer.SIZE - 1;
    return y ^ ((x ^ y) & isLess);
  }

  /** The key of a band: two signatures that agree in the band have the same. */
  static int key(int[] signature, int band) {
    int first = band * ROWS;
    return Hashes.murmur3(signature[first], signature[first + 1], signature[first + 2]);
  }

  /** A bit of each part of a signature (Li and König 2010), from index {@code at} of an array. */
  static void sketch(int[] signature, long[] sketches, int at) {
    for (int i = 0; i < SIZE; i++) {
      sketches[at + i / Long.SIZE] |= (Hashes.finished(signature[i]) & 1L) << i % Long.SIZE;
    }
  }

  /** The similarity of two sets by their sketches, with a standard error of .07. */
  static double similarity(long[] sketches, int at, int otherAt) {
    int different = 0;
    for (int i = 0; i < SKETCH; i++) {
      different += Long.bitCount(sketches[at + i] ^ sketches[otherAt + i]);
    }
    return 1 - 2.0 * different / SIZE;
  }
}
