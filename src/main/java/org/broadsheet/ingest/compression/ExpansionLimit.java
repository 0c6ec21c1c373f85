package org.broadsheet.ingest.compression;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stops reading a file that becomes far too large when it is unpacked: a decompression bomb would
 * take hours and give nothing.
 */
public final class ExpansionLimit {

  /** Text is packed to a twentieth at best, a list of all the same lines to a hundredth. */
  private static final long MOST = 200;

  /** Up to here, nothing is suspect. */
  private static final long HARMLESS_BYTES = 100L << 20;

  private long packed;
  private long plain;

  /** For a file whose bytes are counted as they are read. */
  public ExpansionLimit() {
    this(0);
  }

  /**
   * For a file that was read already.
   *
   * @param packed its bytes as stored
   */
  public ExpansionLimit(long packed) {
    this.packed = packed;
  }

  /** Something that is done with a number of bytes. */
  private interface Counter {
    void add(int bytes) throws IOException;
  }

  /**
   * Counts the bytes of the file.
   *
   * @param in the bytes as stored
   * @return the same bytes
   */
  public InputStream packed(InputStream in) {
    return new CountingStream(in, bytes -> packed += bytes);
  }

  /**
   * Counts the bytes that come out, and fails where they are too many.
   *
   * @param in the unpacked bytes
   * @return the same bytes
   */
  public InputStream plain(InputStream in) {
    return new CountingStream(in, this::addPlain);
  }

  private void addPlain(int bytes) throws IOException {
    plain += bytes;
    if (plain > HARMLESS_BYTES && plain > MOST * Math.max(1, packed)) {
      throw new IOException(
          "it is more than "
              + MOST
              + " times as large when unpacked, which no text is; if it is, unpack it and read the plain file");
    }
  }

  private static final class CountingStream extends FilterInputStream {
    private final Counter counter;

    CountingStream(InputStream in, Counter counter) {
      super(in);
      this.counter = counter;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      counter.add(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      counter.add(Math.max(0, count));
      return count;
    }
  }
}
