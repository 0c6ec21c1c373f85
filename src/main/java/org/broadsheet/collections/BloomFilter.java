package org.broadsheet.collections;

import java.io.Serializable;

/**
 * A Bloom filter of one hash function (Bloom 1970): a set of hashes in a fixed amount of memory. It
 * may take a hash for a member that is none, but never misses a member.
 */
public final class BloomFilter implements Serializable {

  private static final int BITS = 1 << 25;

  private final long[] bits = new long[BITS / Long.SIZE];

  /**
   * Adds a hash.
   *
   * @param hash the hash
   * @return this filter
   */
  public BloomFilter add(long hash) {
    int bit = bit(hash);
    bits[bit >> 6] |= 1L << bit;
    return this;
  }

  /**
   * Adds the hashes of another filter.
   *
   * @param other the other filter
   * @return this filter
   */
  public BloomFilter add(BloomFilter other) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= other.bits[i];
    }
    return this;
  }

  /**
   * Tells whether a hash may be a member.
   *
   * @param hash the hash
   * @return false if it certainly is not
   */
  public boolean mayContain(long hash) {
    int bit = bit(hash);
    return (bits[bit >> 6] >> bit & 1) == 1;
  }

  private static int bit(long hash) {
    long mixed = hash * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 39);
  }
}
