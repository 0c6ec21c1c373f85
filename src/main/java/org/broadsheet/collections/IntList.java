package org.broadsheet.collections;

import java.io.Serializable;
import java.util.Arrays;

/** A growing array of ints. */
public final class IntList implements Serializable {

  private int[] values = new int[64];
  private int size;

  /**
   * How many values there are.
   *
   * @return the number of values
   */
  public int size() {
    return size;
  }

  /**
   * A value.
   *
   * @param index from 0
   * @return the value there
   */
  public int get(int index) {
    return values[index];
  }

  public int last() {
    return values[size - 1];
  }

  /**
   * Replaces a value.
   *
   * @param index from 0
   * @param value the new one
   */
  public void set(int index, int value) {
    values[index] = value;
  }

  public int increment(int index) {
    return ++values[index];
  }

  /**
   * Adds to a value.
   *
   * @param index from 0
   * @param more what is added
   */
  public void increase(int index, int more) {
    values[index] += more;
  }

  /**
   * Adds a value at the end.
   *
   * @param value any value
   */
  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /** Removes all values, and keeps the room that they took. */
  public void clear() {
    size = 0;
  }

  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
