package org.broadsheet.ingest.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines that begin in a range of a file: each line of the file begins in one range, and is read
 * there to its end.
 */
final class LineRange extends FilterInputStream {

  /** Beyond the range, so many bytes at once are searched for the end of the last line. */
  private static final int STEP = 1 << 12;

  private long left;
  private boolean ended;

  private LineRange(InputStream in, long bytes) {
    super(in);
    left = bytes;
    ended = bytes <= 0;
  }

  /**
   * Goes to the first line that begins in a range.
   *
   * @param in the file
   * @param start first byte of the range
   * @param end byte after the range
   * @return the lines, without the line that runs into the range
   * @throws IOException if the store fails
   */
  static InputStream of(ListedFile.Bytes in, long start, long end) throws IOException {
    // A line begins at the first byte of the range if the byte before is a line break.
    long before = Math.max(0, start - 1);
    in.seek(before);
    long first = start == 0 ? 0 : before + skipLine(in, end - before);
    return new LineRange(in, end - first);
  }

  /** Skips to the line after the next line break, if it begins in time; returns what is skipped. */
  private static long skipLine(InputStream in, long most) throws IOException {
    long skipped = 0;
    int read;
    do {
      read = in.read();
      skipped += read < 0 ? 0 : 1;
    } while (read >= 0 && read != '\n' && skipped < most);
    return skipped;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (ended) {
      return -1;
    }
    int wanted = (int) Math.min(length, left > 0 ? left : STEP);
    int read = super.read(buffer, offset, wanted);
    if (read < 0) {
      ended = true;
      return -1;
    }
    return left > 0 ? within(buffer, offset, read) : beyond(buffer, offset, read);
  }

  private int within(byte[] buffer, int offset, int read) {
    left -= read;
    ended = left == 0 && buffer[offset + read - 1] == '\n';
    return read;
  }

  private int beyond(byte[] buffer, int offset, int read) {
    for (int i = 0; i < read; i++) {
      if (buffer[offset + i] == '\n') {
        ended = true;
        return i + 1;
      }
    }
    return read;
  }
}
