package org.broadsheet.ingest.mail;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** How bytes are written in ASCII (RFC 2045, 6.7 and 6.8). What is not written so is kept. */
final class TransferEncoding {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      VALUES[ALPHABET.charAt(i)] = (byte) i;
    }
  }

  private TransferEncoding() {}

  /** Decodes base64. Programs join pieces, each with its end, and cut texts off. */
  static byte[] base64(byte[] printed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(printed.length * 3 / 4 + 1);
    int bits = 0;
    int held = 0;
    for (byte c : printed) {
      if (c == '=') {
        held = 0;
      } else if (c >= 0 && VALUES[c] >= 0) {
        bits = bits << 6 | VALUES[c];
        held += 6;
        if (held >= 8) {
          held -= 8;
          bytes.write(bits >> held);
        }
      }
    }
    return bytes.toByteArray();
  }

  /** Decodes quoted-printable. */
  static byte[] quotedPrintable(byte[] printed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(printed.length);
    for (int i = 0; i < printed.length; i++) {
      int lineEnd = printed[i] == '=' ? lineEnd(printed, i + 1) : -1;
      int high = digit(printed, i + 1);
      int low = digit(printed, i + 2);
      if (lineEnd >= 0) {
        i = lineEnd;
      } else if (printed[i] == '=' && high >= 0 && low >= 0) {
        bytes.write(16 * high + low);
        i += 2;
      } else {
        bytes.write(printed[i]);
      }
    }
    return bytes.toByteArray();
  }

  private static int digit(byte[] bytes, int at) {
    return at < bytes.length ? Character.digit(bytes[at], 16) : -1;
  }

  /** Where the line ends that only white space is left of; -1 if there is more. */
  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
      at++;
    }
    return at >= bytes.length || bytes[at] == '\n' ? at : -1;
  }
}
