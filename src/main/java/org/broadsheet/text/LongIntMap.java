package org.broadsheet.text;

import java.io.Serializable;

/** A map from non-negative longs to ints by open addressing. */
public final class LongIntMap implements Serializable {

  private static final int ABSENT = -1;

  private long[] keys = new long[1 << 10];
  private int[] values = new int[1 << 10];
  private int size;

  /**
   * Looks a key up.
   *
   * @param key a key, not negative
   * @return its value, or -1 if it is not there
   */
  public int get(long key) {
    int slot = slot(key, keys);
    return keys[slot] == 0 ? ABSENT : values[slot];
  }

  /**
   * Adds a key that is not there yet.
   *
   * @param key a key, not negative
   * @param value its value, not negative
   */
  public void put(long key, int value) {
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(key, keys);
    keys[slot] = key + 1;
    values[slot] = value;
    size++;
  }

  /**
   * Where a key is, or the free slot where it belongs; keys are kept plus one, so that zero is
   * free.
   */
  private static int slot(long key, long[] keys) {
    int mask = keys.length - 1;
    long hash = key * 0x9e3779b97f4a7c15L;
    int slot = (int) (hash ^ hash >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key + 1) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new int[2 * oldValues.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i] - 1, keys);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
