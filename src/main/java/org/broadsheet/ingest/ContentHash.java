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
    byte[] text = plain(body).getBytes(StandardCharsets.UTF_8);
    sha256.update(text, 0, collapse(text));
    return hex(sha256.digest(), 16);
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
    return hex(sha256.digest(joined.toString().getBytes(StandardCharsets.UTF_8)), 8);
  }

  private static String hex(byte[] digest, int bytes) {
    return HexFormat.of().formatHex(digest, 0, bytes);
  }

  /** The text in NFC, its white space that of ASCII; most texts are so already. */
  private static String plain(String text) {
    return isBelow('\u0080', text) ? text : withPlainSpaces(nfc(text));
  }

  /** Only characters from U+0300 on can make a text differ from its NFC form. */
  private static String nfc(String text) {
    return isBelow('\u0300', text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static boolean isBelow(char limit, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= limit) {
        return false;
      }
    }
    return true;
  }

  private static String withPlainSpaces(String text) {
    char[] plain = text.toCharArray();
    for (int i = 0; i < plain.length; i++) {
      boolean space = plain[i] >= 128 && (Character.isWhitespace(plain[i]) || plain[i] == '\u00a0');
      plain[i] = space ? ' ' : plain[i];
    }
    return new String(plain);
  }

  /** Makes one space of all white space, none at the ends; returns the length that is left. */
  private static int collapse(byte[] text) {
    int length = 0;
    boolean space = false;
    for (byte c : text) {
      if (isSpace(c)) {
        space = length > 0;
        continue;
      }
      if (space) {
        text[length++] = ' ';
        space = false;
      }
      text[length++] = c;
    }
    return length;
  }

  /** Of ASCII; the bytes of other characters are negative. */
  private static boolean isSpace(byte c) {
    return c <= ' ' && c >= 0 && Character.isWhitespace(c);
  }
}
