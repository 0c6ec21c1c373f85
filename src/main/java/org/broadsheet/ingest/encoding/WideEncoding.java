package org.broadsheet.ingest.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encodings in which not even ASCII has its usual bytes, so that a text in them cannot be cut into
 * lines byte by byte: UTF-16 and UTF-32, recognised by a byte-order mark or by their zeros, and
 * EBCDIC, by how it begins an XML document.
 */
public final class WideEncoding {

  /** Bytes in which zeros are counted. */
  private static final int HEAD = 256;

  /** One character of this many must be ASCII where nothing but the zeros tells UTF-16. */
  private static final int ASCII_SHARE = 32;

  private static final int FEWEST_ASCII = 3;

  /** More bytes of ASCII for one that is none are in no text in UTF-16 but an English one. */
  private static final int ASCII_FOR_ANOTHER = 9;

  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

  /** How the names of encodings are written in EBCDIC is the same in all its forms. */
  private static final String ANY_EBCDIC = "IBM037";

  private static final Pattern DECLARED = Pattern.compile("encoding\\s*=\\s*[\"']([\\w.:-]{1,40})");

  private WideEncoding() {}

  /**
   * The encoding of a text whose ASCII characters have other bytes than usual.
   *
   * @param head the first bytes of a file
   * @return UTF-16, UTF-32 or a form of EBCDIC; null for any other encoding
   */
  public static Charset of(byte[] head) {
    Charset marked = marked(head);
    if (marked != null) {
      return marked.equals(StandardCharsets.UTF_8) ? null : marked;
    }
    if (startsWith(head, 0x4c, 0x6f, 0xa7, 0x94)) {
      return ebcdic(head);
    }
    int[] zeros = new int[2];
    int length = Math.min(head.length, HEAD) & ~1;
    for (int i = 0; i < length; i++) {
      zeros[i & 1] += head[i] == 0 ? 1 : 0;
    }
    return zeros[0] + zeros[1] == 0 ? null : ofZeros(head, zeros, length);
  }

  private static Charset ofZeros(byte[] head, int[] zeros, int length) {
    // In ASCII text in UTF-16, every second byte is zero, and no other.
    boolean little = zeros[0] == 0 && 3 * zeros[1] > length;
    boolean big = zeros[1] == 0 && 3 * zeros[0] > length;
    if (little || big) {
      return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    if (length >= 8 && isAsciiIn32(head, 0)) {
      return UTF_32LE;
    }
    if (length >= 8 && isAsciiIn32(head, 3)) {
      return UTF_32BE;
    }
    Charset likely = zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    byte[] start = Arrays.copyOf(head, length);
    return !BinaryContent.hasStrayZeros(start) && !isMostlyAscii(start) && isText(start, likely)
        ? likely
        : null;
  }

  /** Whether hardly a byte but the zeros is none of a text in ASCII. */
  private static boolean isMostlyAscii(byte[] start) {
    int others = 0;
    int ascii = 0;
    for (byte b : start) {
      boolean isAscii = b >= ' ' || b >= '\t' && b <= '\r';
      ascii += isAscii ? 1 : 0;
      others += !isAscii && b != 0 ? 1 : 0;
    }
    return ascii > ASCII_FOR_ANOTHER * others;
  }

  /** Whether the first two characters are ASCII in four bytes each. */
  private static boolean isAsciiIn32(byte[] head, int at) {
    boolean ascii = true;
    for (int i = 0; i < 8; i++) {
      ascii &= i % 4 == at ? head[i] > 0 : head[i] == 0;
    }
    return ascii;
  }

  /**
   * Whether bytes are a text of some script in UTF-16: nothing but printed characters, some of them
   * ASCII, as blanks and line breaks are.
   */
  private static boolean isText(byte[] start, Charset charset) {
    String text = new String(start, charset);
    int ascii = 0;
    for (int i = 0; i < text.length() - 1; i++) { // the last one may be half a character
      char c = text.charAt(i);
      if (!isPrinted(c)) {
        return false;
      }
      ascii += c < 0x80 ? 1 : 0;
    }
    return ascii >= FEWEST_ASCII && ASCII_SHARE * ascii >= text.length();
  }

  private static boolean isPrinted(char c) {
    return Character.isISOControl(c)
        ? c == '\n' || c == '\r' || c == '\t'
        : Character.isDefined(c) && Character.getType(c) != Character.PRIVATE_USE && c != '\ufffd';
  }

  private static Charset ebcdic(byte[] head) {
    Charset any = Encoding.named(ANY_EBCDIC);
    if (any == null) {
      return null;
    }
    Matcher declared = DECLARED.matcher(new String(head, 0, Math.min(head.length, HEAD), any));
    Charset named = declared.find() ? Encoding.named(declared.group(1)) : null;
    return named == null ? any : named;
  }

  /** The encoding that a byte-order mark names; null without one. */
  static Charset marked(byte[] bytes) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, 0xff, 0xfe, 0, 0)) {
      return UTF_32LE;
    }
    if (startsWith(bytes, 0, 0, 0xfe, 0xff)) {
      return UTF_32BE;
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
