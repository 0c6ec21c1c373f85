package org.broadsheet.topics.parquet;

import java.nio.ByteBuffer;

/**
 * The levels of the values of a list: by the first, a value starts a list (0) or continues it (1);
 * by the second, there is a value (1) or the list is empty (0). They are written as runs of one
 * level, and as groups of eight levels in a byte.
 */
final class Levels {

  private Levels() {}

  /**
   * Requires that values start a list every so many values, or never.
   *
   * @param in the levels of a page
   * @param from the number of its first value in the column
   * @param to the number after that of its last
   * @param length the length of each list; 0 where no level may be 0
   * @throws RuntimeException if they are not so, or cut off
   */
  static void requireLists(ByteBuffer in, int from, int to, int length) {
    int at = from;
    while (at < to) {
      int header = varint(in);
      boolean isRun = (header & 1) == 0;
      int bytes = isRun ? 1 : header >>> 1;
      long levels = isRun ? header >>> 1 : 8L * bytes;
      int end = (int) Math.min(to, at + levels);
      int first = in.position();
      for (int i = at; i < end; i++) {
        int level = isRun ? in.get(first) : in.get(first + (i - at) / 8) >> (i - at) % 8 & 1;
        if (level != (length > 0 && i % length == 0 ? 0 : 1)) {
          throw new IllegalArgumentException("a list of another length");
        }
      }
      in.position(first + bytes);
      at = end;
    }
  }

  private static int varint(ByteBuffer in) {
    int value = 0;
    for (int shift = 0; shift < 32; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than five bytes");
  }
}
