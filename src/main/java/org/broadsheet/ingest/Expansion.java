package org.broadsheet.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps watch over how much larger a file becomes when it is unpacked: a bomb would take hours and
 * give nothing.
 */
final class Expansion {

  /** Text is packed to a twentieth at best, a list of all the same lines to a hundredth. */
  private static final long MOST = 200;

  /** Up to here, nothing is suspect. */
  private static final long HARMLESS_BYTES = 100L << 20;

  private long packed;
  private long plain;

  /** Counts the bytes of the file. */
  InputStream packed(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int next = super.read();
        packed += next < 0 ? 0 : 1;
        return next;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        packed += Math.max(0, count);
        return count;
      }
    };
  }

  /** Counts the bytes that come out, and stops where they are too many. */
  InputStream plain(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int next = super.read();
        add(next < 0 ? 0 : 1);
        return next;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        add(Math.max(0, count));
        return count;
      }
    };
  }

  private void add(int bytes) throws IOException {
    plain += bytes;
    if (plain > HARMLESS_BYTES && plain > MOST * Math.max(1, packed)) {
      throw new IOException(
          "it is more than " + MOST + " times as large when unpacked, which no text is");
    }
  }
}
