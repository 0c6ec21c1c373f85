package org.broadsheet.ingest.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes a stream that may be too long to be held, by the rules of {@link Encoding}. Its encoding
 * is decided where it is no longer ASCII, by what follows there. A byte that is not valid in it is
 * marked, so that the record around it can be rejected, and what follows is read.
 */
public final class StrictReader extends Reader {

  /** Stands for bytes that are not valid. Unicode keeps this character out of texts. */
  public static final char INVALID = '\ufdd0';

  /** Bytes by which the encoding is decided. */
  private static final int SAMPLE = 1 << 16;

  /** More bytes than any character takes. */
  private static final int LONGEST_CHARACTER = 16;

  /** Begins a change of alphabets in ISO 2022, whose texts are ASCII but for these. */
  private static final byte ESCAPE = 0x1b;

  private final InputStream in;
  private final String declared;
  private final ByteBuffer bytes = ByteBuffer.allocate(2 * SAMPLE).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(1 << 13).limit(0);

  /** Null while all was ASCII. */
  private CharsetDecoder decoder;

  private boolean isStarted;
  private boolean isOver;
  private IOException failure;

  /**
   * Prepares to decode.
   *
   * @param in the bytes
   * @param declared the encoding that the input or the job names; null for none
   */
  public StrictReader(InputStream in, String declared) {
    this.in = in;
    this.declared = declared;
  }

  /**
   * Prepares to decode a stream of a known encoding.
   *
   * @param in the bytes
   * @param charset their encoding
   * @return the reader
   */
  public static StrictReader of(InputStream in, Charset charset) {
    StrictReader reader = new StrictReader(in, charset.name());
    reader.decoder = decoder(charset);
    reader.isStarted = true;
    return reader;
  }

  /**
   * What is wrong with a text that has {@link #INVALID}, and what would help.
   *
   * @return a sentence for people
   */
  public String problem() {
    return Encoding.notValid(decoder == null ? StandardCharsets.UTF_8 : decoder.charset(), "");
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (!chars.hasRemaining() && !decodeMore()) {
      return -1;
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  private boolean decodeMore() throws IOException {
    chars.clear();
    if (!isStarted) {
      isStarted = true;
      start();
    }
    while (chars.position() == 0 && has(LONGEST_CHARACTER)) {
      if (decoder == null) {
        copyAscii();
      } else {
        decode();
      }
    }
    chars.flip();
    if (!chars.hasRemaining() && failure != null) {
      throw failure;
    }
    return chars.hasRemaining();
  }

  /** A mark, or characters of two bytes and more, decide at once. */
  private void start() {
    has(SAMPLE);
    byte[] head = sample();
    Charset wide = WideEncoding.of(head);
    Charset marked = WideEncoding.marked(head);
    if (marked != null) {
      bytes.position(WideEncoding.markLength(head));
    }
    decoder = marked != null ? decoder(marked) : wide != null ? decoder(wide) : null;
  }

  private void copyAscii() {
    while (bytes.hasRemaining() && chars.hasRemaining()) {
      byte next = bytes.get(bytes.position());
      if (next < 0 || next == ESCAPE) {
        has(SAMPLE);
        decoder = decoder(Encoding.ofSample(sample(), declared));
        return;
      }
      bytes.get();
      chars.put((char) next);
    }
  }

  private void decode() {
    CoderResult result = decoder.decode(bytes, chars, isOver);
    if (result.isError() && chars.hasRemaining()) {
      bytes.position(bytes.position() + faulty(result.length()));
      chars.put(INVALID);
    }
  }

  /** The bytes to skip: half a pair in UTF-16 says nothing of the character after it. */
  private int faulty(int length) {
    return decoder.charset().name().startsWith("UTF-16") ? Math.min(2, length) : length;
  }

  private static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The bytes that were read ahead, up to a place between two characters. */
  private byte[] sample() {
    int start = bytes.position();
    int end = bytes.limit();
    byte[] held = bytes.array();
    while (!isOver && end > start && !isBetweenCharacters(held[end - 1])) {
      end--;
    }
    return Arrays.copyOfRange(held, start, end > start ? end : bytes.limit());
  }

  /** In no encoding of several bytes a character do these end one of several. */
  private static boolean isBetweenCharacters(byte b) {
    return b == '<' || b == '>' || b == '\n' || b == ' ';
  }

  /** Reads ahead up to a number of bytes; false at the end of the stream. */
  private boolean has(int wanted) {
    if (bytes.remaining() < wanted && !isOver) {
      bytes.compact();
      readUpTo(wanted);
      bytes.flip();
    }
    return bytes.hasRemaining();
  }

  /** A stream that breaks off does so after what was read before. */
  private void readUpTo(int wanted) {
    try {
      while (!isOver && bytes.position() < wanted) {
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        isOver = count < 0;
        bytes.position(bytes.position() + Math.max(0, count));
      }
    } catch (IOException e) {
      failure = e;
      isOver = true;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
