package org.broadsheet.text;

import java.util.Arrays;

/**
 * The positions of the words of a text, as stand-off annotation. They are found once, when an
 * article is read, and used by everything that counts words later, so that no text is tokenised
 * twice.
 *
 * <p>Each word takes two variable-length integers: the distance from the end of the word before,
 * doubled, plus one if the word opens a sentence; then its length. Both are in UTF-16 units.
 * English text takes about two bytes for each word.
 */
public final class TokenSpans {

  private TokenSpans() {}

  /** Writes spans in the order of the text. */
  public static final class Writer {
    /** Of a word: an int in groups of seven bits takes five bytes at most. */
    private static final int MOST_BYTES = 2 * 5;

    private byte[] bytes = new byte[1024];
    private int length;
    private int end;

    /**
     * Adds the next word.
     *
     * @param start offset of its first unit, not before the end of the word before
     * @param end offset after its last unit
     * @param opensSentence whether it is the first word of a sentence or of a heading
     */
    public void add(int start, int end, boolean opensSentence) {
      if (bytes.length - length < MOST_BYTES) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      }
      writeInt((start - this.end) << 1 | (opensSentence ? 1 : 0));
      writeInt(end - start);
      this.end = end;
    }

    private void writeInt(int value) {
      int rest = value;
      while ((rest & ~0x7f) != 0) {
        bytes[length++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[length++] = (byte) rest;
    }

    /**
     * Gives the spans that were added.
     *
     * @return the encoded spans
     */
    public byte[] toBytes() {
      return Arrays.copyOf(bytes, length);
    }
  }

  /** Reads spans back. */
  public static final class SpanCursor {
    private final byte[] bytes;
    private int position;
    private int start;
    private int end;
    private boolean opensSentence;

    /**
     * Starts before the first word.
     *
     * @param bytes what {@link Writer#toBytes} returned
     */
    public SpanCursor(byte[] bytes) {
      this.bytes = bytes;
    }

    /**
     * Moves to the next word.
     *
     * @return false after the last one
     */
    public boolean next() {
      if (position >= bytes.length) {
        return false;
      }
      int head = readInt();
      start = end + (head >>> 1);
      opensSentence = (head & 1) != 0;
      end = start + readInt();
      return true;
    }

    private int readInt() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = bytes[position++];
        value |= (b & 0x7f) << shift;
        if (b >= 0) {
          return value;
        }
      }
    }

    /**
     * Gives the offset of the first unit of the word.
     *
     * @return the offset in UTF-16 units
     */
    public int start() {
      return start;
    }

    /**
     * Gives the offset after the last unit of the word.
     *
     * @return the offset in UTF-16 units
     */
    public int end() {
      return end;
    }

    /**
     * Tells whether the word is the first of a sentence or of a heading.
     *
     * @return true if no n-gram may reach back over it
     */
    public boolean opensSentence() {
      return opensSentence;
    }
  }
}
