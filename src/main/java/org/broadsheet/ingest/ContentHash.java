package org.broadsheet.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * Fingerprints of articles: the same between runs, machines and moved files. Not safe for use by
 * several threads.
 */
final class ContentHash {

  private final MessageDigest sha256;

  ContentHash() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The fingerprint of a body: of its characters in NFC with white space collapsed.
   *
   * @param body a body
   * @return 32 hexadecimal digits
   */
  String ofBody(String body) {
    return hex(collapsed(nfc(body)), 16);
  }

  /**
   * The fingerprint of what identifies an article.
   *
   * @param parts texts; null counts as empty
   * @return 16 hexadecimal digits
   */
  String ofParts(String... parts) {
    StringBuilder joined = new StringBuilder();
    for (String part : parts) {
      joined.append(part == null ? "" : part).append('\0');
    }
    return hex(joined.toString(), 8);
  }

  private String hex(String text, int bytes) {
    byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, bytes);
  }

  /** Only characters from U+0300 on can make a text differ from its NFC form. */
  private static String nfc(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u0300') {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  private static String collapsed(String text) {
    char[] out = text.toCharArray();
    int length = 0;
    boolean space = false;
    for (char c : out) {
      if (isSpace(c)) {
        space = length > 0;
        continue;
      }
      if (space) {
        out[length++] = ' ';
        space = false;
      }
      out[length++] = c;
    }
    return new String(out, 0, length);
  }

  private static boolean isSpace(char c) {
    boolean graphic = c > ' ' && c <= '~';
    return !graphic && (Character.isWhitespace(c) || c == '\u00a0');
  }
}
