package org.broadsheet.ingest.compression;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The plain bytes of one or several gzip members (RFC 1952). Java's own stream takes a cut between
 * two members for the end, and that of Commons Compress drops what it has read when it meets a cut.
 * This one gives every byte before a cut, and then fails.
 */
final class GzipStream extends InputStream {

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;
  private static final int DEFLATE = 8;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private boolean ended;

  /**
   * Opens a stream.
   *
   * @param in the bytes from the start of the first member
   * @throws IOException if the header is broken
   */
  GzipStream(InputStream in) throws IOException {
    this.in = in;
    readHeader();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int given = inflate(bytes, offset, length);
      if (given > 0) {
        checksum.update(bytes, offset, given);
        return given;
      }
      if (inflater.finished()) {
        readTrailer();
        startNextMember();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("a preset dictionary is not part of gzip");
      } else {
        feed();
      }
    }
    return -1;
  }

  private void feed() throws IOException {
    if (position == limit && !fill()) {
      throw cut();
    }
    inflater.setInput(buffer, position, limit - position);
    position = limit;
  }

  private int inflate(byte[] bytes, int offset, int length) throws ZipException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      throw new ZipException(e.getMessage());
    }
  }

  private void readHeader() throws IOException {
    if (readByte() != 0x1f || readByte() != 0x8b || readByte() != DEFLATE) {
      throw new ZipException("not in gzip format");
    }
    int flags = readByte();
    if ((flags & RESERVED) != 0) {
      throw new ZipException("unknown flags in a gzip header");
    }
    skip(6); // time, level, system
    if ((flags & EXTRA) != 0) {
      skip(readByte() | readByte() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
  }

  private void readTrailer() throws IOException {
    position = limit - inflater.getRemaining();
    long sum = readInt();
    long size = readInt();
    if (sum != checksum.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("the checksum of a gzip member is wrong");
    }
  }

  private void startNextMember() throws IOException {
    ended = position == limit && !fill();
    if (!ended) {
      readHeader();
      inflater.reset();
      checksum.reset();
    }
  }

  private long readInt() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (long) readByte() << shift;
    }
    return value;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      readByte();
    }
  }

  private void skipText() throws IOException {
    while (readByte() != 0) {
      // Up to the zero that ends it.
    }
  }

  private int readByte() throws IOException {
    if (position == limit && !fill()) {
      throw cut();
    }
    return buffer[position++] & 0xff;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  private static EOFException cut() {
    return new EOFException("the last gzip member is cut");
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
