package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Hashes decide what is compared: a library's next version must not change them unnoticed. */
class HashesTest {

  /** MurmurHash3 as its author published it, without the length that is mixed in at the end. */
  private static int murmur3(int... numbers) {
    int hash = 0;
    for (int number : numbers) {
      hash ^= Integer.rotateLeft(number * 0xcc9e2d51, 15) * 0x1b873593;
      hash = Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64;
    }
    return finished(hash);
  }

  private static int finished(int hash) {
    int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return mixed ^ mixed >>> 16;
  }

  @Test
  void isMurmurHash3() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1_000; i++) {
      int first = random.nextInt();
      int second = random.nextInt();
      int third = random.nextInt();
      assertEquals(murmur3(first, second, third), Hashes.murmur3(first, second, third));
      assertEquals(finished(first), Hashes.finished(first));
    }
  }

  @Test
  void sequencesAreHashedInOrder() {
    long hash = 0;
    for (int number : new int[] {7, -1, 0}) {
      hash = (hash ^ number) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 32;
    }
    assertEquals(hash, Hashes.added(Hashes.added(Hashes.added(0, 7), -1), 0));
  }
}
