package org.broadsheet.ingest.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * UTF-16 and UTF-32, recognised by a byte-order mark or by the pattern of zeros: a text in them
 * cannot be cut into lines byte by byte.
 */
public final class WideEncoding {

  /** Bytes in which zeros are counted. */
  private static final int HEAD = 256;

  private WideEncoding() {}

  /**
   * The encoding of a text whose characters take two bytes or more each.
   *
   * @param head the first bytes of a file
   * @return UTF-16 or UTF-32; null for any other encoding
   */
  public static Charset of(byte[] head) {
    Charset marked = marked(head);
    if (marked != null) {
      return marked.equals(StandardCharsets.UTF_8) ? null : marked;
    }
    int[] zeros = new int[2];
    int length = Math.min(head.length, HEAD) & ~1;
    for (int i = 0; i < length; i++) {
      zeros[i & 1] += head[i] == 0 ? 1 : 0;
    }
    // In ASCII text in UTF-16, every second byte is zero, and no other.
    boolean little = zeros[0] == 0 && 3 * zeros[1] > length;
    boolean big = zeros[1] == 0 && 3 * zeros[0] > length;
    return little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : null;
  }

  /** The encoding that a byte-order mark names; null without one. */
  static Charset marked(byte[] bytes) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, 0xff, 0xfe, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (startsWith(bytes, 0, 0, 0xfe, 0xff)) {
      return Charset.forName("UTF-32BE");
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(bytes, 0xff, 0xfe) ? StandardCharsets.UTF_16LE : null;
  }

  /** The length of the byte-order mark that the bytes begin with. */
  static int markLength(byte[] bytes) {
    return switch (marked(bytes).name()) {
      case "UTF-8" -> 3;
      case "UTF-16LE", "UTF-16BE" -> 2;
      default -> 4;
    };
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
