package org.broadsheet.stats;

import java.util.Arrays;

/**
 * The lexical diversity of a text: the moving-average type-token ratio, MATTR (Covington and McFall
 * 2010). Unlike the ratio of a whole text, the mean ratio of windows of a hundred words does not
 * fall with the length of the text.
 *
 * <p>Words are added one by one. The results are whole numbers, so that those of several texts can
 * be added in any order: the ratio is {@code types / (WINDOW * windows)}.
 *
 * <p>Not safe for use by several threads.
 */
public final class LexicalDiversity {

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

  /** Starts a text. The words of earlier texts are forgotten, and their numbers may be reused. */
  public void start() {
    // So far from the last text that no window reaches back to it.
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
    // Positions begin at 1: a type that was never seen was last at 0.
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
   * Counts the windows of the text.
   *
   * @return one for each word from the hundredth on; 0 for a shorter text
   */
  public long windows() {
    return windows;
  }

  /**
   * Counts the types in the windows.
   *
   * @return the sum over all windows of the distinct types in each
   */
  public long types() {
    return types;
  }
}
