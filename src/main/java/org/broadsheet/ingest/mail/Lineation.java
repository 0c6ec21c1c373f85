package org.broadsheet.ingest.mail;

import java.nio.charset.StandardCharsets;

/** Lines within bytes. */
final class Lineation {

  /** No line that matters to the form of a mail is longer. */
  private static final int LONGEST = 1 << 16;

  private Lineation() {}

  /** Where the next line begins. */
  static int end(byte[] bytes, int start, int limit) {
    int at = start;
    while (at < limit && bytes[at] != '\n') {
      at++;
    }
    return Math.min(limit, at + 1);
  }

  /** A line without its break, each character a byte. */
  static String line(byte[] bytes, int start, int end) {
    int last = end;
    while (last > start && (bytes[last - 1] == '\n' || bytes[last - 1] == '\r')) {
      last--;
    }
    int length = Math.min(LONGEST, last - start);
    return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
  }
}
