package org.broadsheet.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * Finds where JSON values begin and end, by quotes and brackets alone. So a value that is not JSON
 * inside is cut out too, and the values after it are not lost.
 */
final class JsonScanner {

  private static final int END = -1;

  private InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private byte[] value = new byte[1 << 12];
  private int length;

  JsonScanner(InputStream in) {
    this.in = in;
  }

  /**
   * A value.
   *
   * @param bytes its bytes; no more than were asked for
   * @param size how many it has
   * @param complete whether its last bracket or quote was found
   */
  record Value(byte[] bytes, long size, boolean complete) {}

  /** Puts bytes back, to be read again before what follows. */
  void unread(byte[] bytes) {
    InputStream left = new ByteArrayInputStream(buffer.clone(), position, limit - position);
    InputStream again = new SequenceInputStream(new ByteArrayInputStream(bytes), left);
    in = new SequenceInputStream(again, in);
    position = 0;
    limit = 0;
  }

  /** The next byte that is no white space, comma, colon or byte-order mark; -1 at the end. */
  int peek() throws IOException {
    while (position < limit || fill()) {
      int next = buffer[position] & 0xff;
      boolean between = next <= ' ' || next == ',' || next == ':';
      if (!between && next != 0xef && next != 0xbb && next != 0xbf) {
        return next;
      }
      position++;
    }
    return END;
  }

  /** Steps over the byte that {@link #peek} gave. */
  void skip() {
    position++;
  }

  /**
   * Reads the value that begins at the next byte to its end.
   *
   * @param most how many bytes are kept; the rest is stepped over
   * @return the value
   * @throws IOException if the stream breaks off
   */
  Value value(int most) throws IOException {
    return value(most, Long.MAX_VALUE);
  }

  /**
   * Reads the value that begins at the next byte, up to a number of bytes.
   *
   * @param most how many bytes are read and kept
   * @return the value; not complete if it is longer
   * @throws IOException if the stream breaks off
   */
  Value beginning(int most) throws IOException {
    return value(most, most);
  }

  private Value value(int most, long end) throws IOException {
    length = 0;
    long size = 0;
    int depth = 0;
    boolean inString = false;
    boolean escaped = false;
    int first = peek();
    boolean isScalar = first != '{' && first != '[' && first != '"';
    while (size < end && (position < limit || fill())) {
      byte next = buffer[position];
      if (isScalar && size > 0 && endsScalar(next)) {
        return new Value(kept(), size, true);
      }
      position++;
      keep(next, most);
      size++;
      if (inString) {
        inString = escaped || next != '"';
        escaped = !escaped && next == '\\';
      } else if (next == '"') {
        inString = true;
      } else if (next == '{' || next == '[') {
        depth++;
      } else if (next == '}' || next == ']') {
        depth--;
      }
      if (!isScalar && !inString && depth <= 0) {
        return new Value(kept(), size, true);
      }
    }
    return new Value(kept(), size, isScalar && size < end);
  }

  private static boolean endsScalar(byte next) {
    return next >= 0 && next <= ' ' || next == ',' || next == ']' || next == '}';
  }

  private void keep(byte next, int most) {
    if (length < most) {
      if (length == value.length) {
        value = Arrays.copyOf(value, (int) Math.min(most, 2L * length));
      }
      value[length++] = next;
    }
  }

  private byte[] kept() {
    return Arrays.copyOf(value, length);
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }
}
