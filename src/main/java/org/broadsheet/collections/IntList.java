package org.broadsheet.collections;

import java.io.Serializable;
import java.util.Arrays;

/** A growing array of ints. */
public final class IntList implements Serializable {

  private int[] values = new int[64];
  private int size;

  /**
   * Counts the values.
   *
   * @return the number of values
   */
  public int size() {
    return size;
  }

  /**
   * Gives a value.
   *
   * @param index its index, from 0
   * @return the value there
   */
  public int get(int index) {
    return values[index];
  }

  /**
   * Gives the last value.
   *
   * @return the value at the end of the list, which must not be empty
   */
  public int last() {
    return values[size - 1];
  }

  /**
   * Replaces a value.
   *
   * @param index its index, from 0
   * @param value the new value
   */
  public void set(int index, int value) {
    values[index] = value;
  }

  /**
   * Adds one to a value.
   *
   * @param index its index, from 0
   * @return the new value
   */
  public int increment(int index) {
    return ++values[index];
  }

  /**
   * Adds to a value.
   *
   * @param index its index, from 0
   * @param more the number to add
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

  /** Removes all values, and keeps the memory that they took. */
  public void clear() {
    size = 0;
  }

  /**
   * Copies the values.
   *
   * @return the values in their order
   */
  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
