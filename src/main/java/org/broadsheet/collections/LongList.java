package org.broadsheet.collections;

import java.io.Serializable;
import java.util.Arrays;

/** A growing array of longs. */
public final class LongList implements Serializable {

  private long[] values = new long[64];
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
  public long get(int index) {
    return values[index];
  }

  /**
   * Adds to a value.
   *
   * @param index from 0
   * @param more what is added
   */
  public void increase(int index, long more) {
    values[index] += more;
  }

  /**
   * Adds a value at the end.
   *
   * @param value any value
   */
  public void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /**
   * The values.
   *
   * @return a copy of them, in their order
   */
  public long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
