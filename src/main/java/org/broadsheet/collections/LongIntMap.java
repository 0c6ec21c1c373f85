package org.broadsheet.collections;

import java.io.Serializable;
import java.util.Arrays;

/** A map from longs to non-negative ints by open addressing. */
public final class LongIntMap implements Serializable {

  private static final int ABSENT = -1;

  private long[] keys = new long[1 << 10];
  private int[] values = free(1 << 10);
  private int size;

  private static int[] free(int slots) {
    int[] values = new int[slots];
    Arrays.fill(values, ABSENT);
    return values;
  }

  /**
   * Looks a key up.
   *
   * @param key a key
   * @return its value, or -1 if it is not there
   */
  public int get(long key) {
    return values[slot(key)];
  }

  /**
   * Adds a key that is not there yet.
   *
   * @param key a key
   * @param value its value, not negative
   */
  public void put(long key, int value) {
    if (2 * size >= keys.length) {
      grow();
    }
    set(key, value);
    size++;
  }

  private void set(long key, int value) {
    int slot = slot(key);
    keys[slot] = key;
    values[slot] = value;
  }

  /** Where a key is, or the free slot where it belongs. */
  private int slot(long key) {
    int mask = keys.length - 1;
    long hash = key * 0x9e3779b97f4a7c15L;
    int slot = (int) (hash ^ hash >>> 32) & mask;
    while (values[slot] != ABSENT && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = free(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        set(oldKeys[i], oldValues[i]);
      }
    }
  }
}
