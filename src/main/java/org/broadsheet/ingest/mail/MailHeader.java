package org.broadsheet.ingest.mail;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.encoding.Encoding;

/** The header of a message, or of a part of one: the first field of each name, unfolded. */
final class MailHeader {

  private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,80})[ \\t]{0,10}:(.*)");

  /** The values as printed, each character a byte. */
  private final Map<String, String> fields = new LinkedHashMap<>();

  private final int end;

  private MailHeader(byte[] bytes, int start, int limit) {
    int at = start;
    String name = null;
    StringBuilder value = new StringBuilder();
    while (at < limit) {
      int next = Lineation.end(bytes, at, limit);
      String line = Lineation.line(bytes, at, next);
      if (line.isEmpty()) {
        at = next;
        break;
      }
      Matcher field = FIELD.matcher(line);
      if (name != null && isFolded(line, bytes, next, limit)) {
        value.append(' ').append(line.strip());
      } else if (field.matches()) {
        put(name, value);
        name = field.group(1).toLowerCase(Locale.ROOT);
        value.setLength(0);
        value.append(field.group(2).strip());
      } else if (!MailRecognition.isPostmark(line.startsWith(">") ? line.substring(1) : line)) {
        break; // the text begins without a blank line above it
      }
      at = next;
    }
    put(name, value);
    end = at;
  }

  /** Programs lose the space before folded lines: what a field of mails follows is one, too. */
  private static boolean isFolded(String line, byte[] bytes, int next, int limit) {
    if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
      return true;
    }
    return Character.isLetterOrDigit(line.charAt(0))
        && !FIELD.matcher(line).matches()
        && !MailRecognition.isPostmark(line)
        && MailRecognition.isOfMail(Lineation.line(bytes, next, Lineation.end(bytes, next, limit)));
  }

  /** Reads the header that begins at an index. */
  static MailHeader read(byte[] bytes, int start, int limit) {
    return new MailHeader(bytes, start, limit);
  }

  private void put(String name, StringBuilder value) {
    if (name != null) {
      fields.putIfAbsent(name, value.toString());
    }
  }

  /** Where what follows the header begins. */
  int end() {
    return end;
  }

  /** Whether there is a field of a name in lower case. */
  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The value of a field as printed, in ASCII; empty without it. */
  String printed(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The value of a field, which may be in any encoding, with encoded words; empty without it. */
  String raw(String name) {
    byte[] bytes = printed(name).getBytes(StandardCharsets.ISO_8859_1);
    Encoding.Decoded decoded = Encoding.decode(bytes, null);
    return decoded.text() == null ? printed(name) : decoded.text();
  }

  /** What stands before the parameters of a field, in lower case. */
  String value(String name) {
    String printed = printed(name);
    int parameters = printed.indexOf(';');
    String value = parameters < 0 ? printed : printed.substring(0, parameters);
    return value.strip().toLowerCase(Locale.ROOT);
  }

  /** A parameter of a field; null without it. */
  String parameter(String name, String parameter) {
    return MailParameters.of(printed(name)).get(parameter);
  }
}
