package org.broadsheet.collections;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Numbers ints from 0 in the order in which they are first met, by open addressing: for counts of
 * few among many, kept in arrays beside it.
 */
public final class IntIndex implements Serializable {

  private static final int FREE = 0;

  private int[] keys = new int[8];
  private int size;

  /** For each slot, the number of the key that is there plus one. */
  private int[] slots = new int[16];

  /**
   * How many keys there are.
   *
   * @return one more than the last number
   */
  public int size() {
    return size;
  }

  /**
   * The key of a number.
   *
   * @param number a number below {@link #size()}
   * @return the key
   */
  public int key(int number) {
    return keys[number];
  }

  /**
   * The number of a key, which gets the next one if it is new.
   *
   * @param key any int
   * @return its number
   */
  public int number(int key) {
    int slot = slot(key);
    if (slots[slot] == FREE) {
      add(key, slot);
      return size - 1;
    }
    return slots[slot] - 1;
  }

  private void add(int key, int slot) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = key;
    slots[slot] = size;
    if (2 * size > slots.length) {
      grow();
    }
  }

  private void grow() {
    slots = new int[2 * slots.length];
    for (int number = 0; number < size; number++) {
      slots[slot(keys[number])] = number + 1;
    }
  }

  /** Where a key is, or the free slot where it belongs. */
  private int slot(int key) {
    int mask = slots.length - 1;
    int hash = key * 0x9e3779b9;
    int slot = (hash ^ hash >>> 16) & mask;
    while (slots[slot] != FREE && keys[slots[slot] - 1] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
