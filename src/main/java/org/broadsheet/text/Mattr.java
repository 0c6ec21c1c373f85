package org.broadsheet.text;

import java.util.Arrays;

/**
 * How varied the words of a text are: the moving-average type-token ratio (Covington and McFall
 * 2010). Unlike the ratio of a whole text, that of windows of a hundred words does not fall with
 * the length of the text.
 *
 * <p>Words are added one by one. What comes out are whole numbers, so that those of several texts
 * can be added in any order: the ratio is {@code types / (WINDOW * windows)}.
 *
 * <p>Not safe for use by several threads.
 */
public final class Mattr {

  /** Words in a window. */
  public static final int WINDOW = 100;

  private final int[] window = new int[WINDOW];
  private long[] lastAt = new long[1 << 10];
  private long position;
  private int slot;
  private int words;
  private int distinct;
  private long windows;
  private long types;

  /** Starts a text; what was added before is forgotten, and its types may mean others. */
  public void start() {
    // So far from the last text that nothing of it is in a window.
    position += WINDOW;
    words = 0;
    distinct = 0;
    windows = 0;
    types = 0;
  }

  /**
   * Adds the next word of the text.
   *
   * @param type the number of its type, from 0; memory is kept for the largest
   */
  public void add(int type) {
    if (type >= lastAt.length) {
      lastAt = Arrays.copyOf(lastAt, Math.max(2 * lastAt.length, type + 1));
    }
    // Nothing was at 0 or before it.
    position++;
    long left = position - WINDOW;
    distinct -= lastAt[window[slot]] == left ? 1 : 0;
    distinct += lastAt[type] <= left ? 1 : 0;
    lastAt[type] = position;
    window[slot] = type;
    slot = slot + 1 == WINDOW ? 0 : slot + 1;
    words++;
    if (words >= WINDOW) {
      windows++;
      types += distinct;
    }
  }

  /**
   * How many windows the text has.
   *
   * @return one for each word from the hundredth; 0 for a shorter text
   */
  public long windows() {
    return windows;
  }

  /**
   * How many types are in the windows.
   *
   * @return the sum over all windows of the distinct types in each
   */
  public long types() {
    return types;
  }
}
