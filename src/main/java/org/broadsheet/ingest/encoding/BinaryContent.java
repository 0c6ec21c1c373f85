package org.broadsheet.ingest.encoding;

import java.nio.charset.Charset;

/** Tells text from pictures, archives and other binary content. */
public final class BinaryContent {

  private BinaryContent() {}

  /**
   * Whether bytes are no text in any encoding, which a character zero shows. The zero bytes of
   * recognised UTF-16 and UTF-32 are no such characters.
   *
   * @param bytes the bytes
   * @return true for pictures, archives and the like
   */
  public static boolean isBinary(byte[] bytes) {
    Charset wide = WideEncoding.of(bytes);
    int width = wide == null ? 1 : width(wide.name());
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

  private static int width(String name) {
    return name.startsWith("UTF-32") ? 4 : name.startsWith("UTF-16") ? 2 : 1;
  }

  /**
   * Whether bytes are a text but for a few zeros, as broken programs leave them.
   *
   * @param bytes the bytes
   * @return true if at most one byte in ten is zero, and none is another control character
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
