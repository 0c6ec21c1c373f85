package org.broadsheet.ingest.encoding;

import java.nio.charset.Charset;
import java.util.Locale;

/** Tells text from pictures, archives and other binary content. */
public final class BinaryContent {

  private BinaryContent() {}

  /**
   * Whether bytes are no text in any encoding: they hold a character zero. Zero bytes of UTF-16 and
   * UTF-32 are no such characters where the encoding is recognised.
   *
   * @param bytes the bytes
   * @return true for pictures, archives and the like
   */
  public static boolean isBinary(byte[] bytes) {
    Charset wide = WideEncoding.of(bytes);
    int width = wide == null ? 1 : wide.name().toUpperCase(Locale.ROOT).contains("32") ? 4 : 2;
    for (int i = 0; i + width <= bytes.length; i += width) {
      int any = 0;
      for (int j = 0; j < width; j++) {
        any |= bytes[i + j];
      }
      if (any == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the zeros among bytes are mistakes in what is a text otherwise.
   *
   * @param bytes the bytes
   * @return true if one byte of ten at most is zero, and none is another control character
   */
  public static boolean hasStrayZeros(byte[] bytes) {
    int zeros = 0;
    for (byte b : bytes) {
      zeros += b == 0 ? 1 : 0;
      if (b > 0 && b < '\t' || b > '\r' && b < ' ') {
        return false;
      }
    }
    return 10 * zeros <= bytes.length;
  }
}
