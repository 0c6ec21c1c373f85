package org.broadsheet.topics.parquet;

import java.nio.ByteBuffer;

/**
 * A struct in Thrift's compact protocol, looked over before Thrift reads it: that would make lists
 * as long, and go as deep, as the bytes claim.
 */
final class CompactStruct {

  private static final int DEEPEST = 16;
  private static final int LONGEST_BYTES = 1 << 14;

  private final ByteBuffer in;

  private CompactStruct(ByteBuffer in) {
    this.in = in;
  }

  /**
   * Goes over a struct. Each element of a list takes a byte at least, so that this ends with the
   * bytes.
   *
   * @param in the bytes from the struct on; afterwards, those behind it
   * @throws RuntimeException if it is cut off, nested deeply or has a long text
   */
  static void skip(ByteBuffer in) {
    new CompactStruct(in).skipStruct(0);
  }

  private void skipStruct(int depth) {
    for (int header = in.get() & 0xff; header != 0; header = in.get() & 0xff) {
      if (header >>> 4 == 0) {
        varint();
      }
      int type = header & 0xf;
      // The type of a field that is true or false says which.
      if (type != 1 && type != 2) {
        skipValue(type, depth + 1);
      }
    }
  }

  private void skipValue(int type, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deeply");
    }
    switch (type) {
      case 1, 2, 3 -> skipBytes(1);
      case 4, 5, 6 -> varint();
      case 7 -> skipBytes(8);
      case 8 -> skipBytes(length(LONGEST_BYTES));
      case 9, 10 -> skipList(depth);
      case 11 -> skipMap(depth);
      case 12 -> skipStruct(depth);
      case 13 -> skipBytes(16);
      default -> throw new IllegalArgumentException("no type " + type);
    }
  }

  private void skipList(int depth) {
    int header = in.get() & 0xff;
    int size = header >>> 4 == 0xf ? length(in.remaining()) : header >>> 4;
    for (int i = 0; i < size; i++) {
      skipValue(header & 0xf, depth + 1);
    }
  }

  private void skipMap(int depth) {
    int size = length(in.remaining());
    int types = size == 0 ? 0 : in.get() & 0xff;
    for (int i = 0; i < size; i++) {
      skipValue(types >>> 4, depth + 1);
      skipValue(types & 0xf, depth + 1);
    }
  }

  private void skipBytes(int count) {
    in.position(in.position() + count);
  }

  private int length(int most) {
    long length = varint();
    if (length < 0 || length > most) {
      throw new IllegalArgumentException("a length of " + length);
    }
    return (int) length;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than ten bytes");
  }
}
