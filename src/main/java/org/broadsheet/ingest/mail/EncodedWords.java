package org.broadsheet.ingest.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.encoding.Encoding;

/** Words of a header in another encoding than ASCII: {@code =?utf-8?q?Caf=C3=A9?=} (RFC 2047). */
final class EncodedWords {

  private static final Pattern WORD =
      Pattern.compile("=\\?([\\w.:-]{1,40})(?:\\*[\\w-]{0,20})?\\?([bBqQ])\\?([^?\\r\\n]*)\\?=");

  private EncodedWords() {}

  /**
   * The text as it is meant.
   *
   * @param text a header as printed
   * @return the same with its words decoded; white space between two of them is none
   */
  static String decoded(String text) {
    Matcher word = WORD.matcher(text);
    StringBuilder decoded = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String charset = null;
    int end = 0;
    while (word.find()) {
      String between = text.substring(end, word.start());
      boolean goesOn = charset != null && between.isBlank();
      // A letter may begin in one word and end in the next.
      if (!goesOn || !charset.equalsIgnoreCase(word.group(1))) {
        decoded.append(text(bytes, charset)).append(goesOn ? "" : between);
        bytes.reset();
      }
      charset = word.group(1);
      bytes.writeBytes(bytes(word.group(2), word.group(3)));
      end = word.end();
    }
    return end == 0
        ? text
        : decoded.append(text(bytes, charset)).append(text, end, text.length()).toString();
  }

  private static byte[] bytes(String encoding, String text) {
    byte[] printed = text.getBytes(StandardCharsets.UTF_8);
    if (encoding.equalsIgnoreCase("b")) {
      return TransferEncoding.base64(printed);
    }
    for (int i = 0; i < printed.length; i++) {
      printed[i] = printed[i] == '_' ? (byte) ' ' : printed[i];
    }
    return TransferEncoding.quotedPrintable(printed);
  }

  private static String text(ByteArrayOutputStream bytes, String charset) {
    if (bytes.size() == 0) {
      return "";
    }
    Encoding.Decoded decoded = Encoding.decode(bytes.toByteArray(), charset);
    return decoded.text() == null ? bytes.toString(StandardCharsets.ISO_8859_1) : decoded.text();
  }
}
