package org.broadsheet.collections;

import java.io.Serializable;

/**
 * A set of hashes of a fixed size, however many there are: it may take one for a member that is
 * none, never the other way round (Bloom 1970, with one bit each).
 */
public final class BloomFilter implements Serializable {

  private static final int BITS = 1 << 25;

  private final long[] bits = new long[BITS / Long.SIZE];

  public BloomFilter add(long hash) {
    int bit = bit(hash);
    bits[bit >> 6] |= 1L << bit;
    return this;
  }

  public BloomFilter add(BloomFilter other) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= other.bits[i];
    }
    return this;
  }

  public boolean mayContain(long hash) {
    int bit = bit(hash);
    return (bits[bit >> 6] >> bit & 1) == 1;
  }

  private static int bit(long hash) {
    long mixed = hash * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 39);
  }
}
