package org.broadsheet.corpus.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The bytes of a text as characters: UTF-8, or UTF-16 where a byte-order mark says so. */
public final class Encoding {

  private Encoding() {}

  /**
   * A decoded text, or where decoding failed.
   *
   * @param text the text without byte-order mark; null if the bytes are not valid
   * @param error what is wrong at which byte; null if the bytes are valid
   */
  public record Decoded(String text, String error) {}

  /**
   * Decodes bytes strictly.
   *
   * @param bytes a whole text
   * @return the text or the error
   */
  public static Decoded decode(byte[] bytes) {
    Charset charset = charset(bytes);
    int mark = markLength(bytes, charset);
    ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length - mark + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      String error = "not valid " + charset + " at byte " + in.position() + "; save it as UTF-8";
      return new Decoded(null, error);
    }
    return new Decoded(out.flip().toString(), null);
  }

  /**
   * The beginning of bytes of any kind, for people to look at.
   *
   * @param bytes the bytes
   * @param characters how many characters at most
   * @return the beginning, with a replacement character for what is not UTF-8
   */
  public static String beginning(byte[] bytes, int characters) {
    int length = Math.min(bytes.length, 4 * characters);
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    int end =
        text.offsetByCodePoints(0, Math.min(characters, text.codePointCount(0, text.length())));
    return text.substring(0, end);
  }

  /**
   * Whether bytes are no text in any encoding that {@link #decode} knows or could be asked for: a
   * character zero, in UTF-16 only where a byte-order mark tells of it.
   *
   * @param bytes the bytes
   * @return true for pictures, archives and the like
   */
  public static boolean isBinary(byte[] bytes) {
    boolean wide = charset(bytes) != StandardCharsets.UTF_8;
    int width = wide ? 2 : 1;
    for (int i = 0; i + width <= bytes.length; i += width) {
      if (bytes[i] == 0 && bytes[i + width - 1] == 0) {
        return true;
      }
    }
    return false;
  }

  private static Charset charset(byte[] bytes) {
    if (startsWith(bytes, 0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(bytes, 0xff, 0xfe) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  private static int markLength(byte[] bytes, Charset charset) {
    if (charset != StandardCharsets.UTF_8) {
      return 2;
    }
    return startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
