package org.broadsheet.extract;

import java.util.ArrayList;
import java.util.List;

/** Quoted text and lists as YAML, JSON and Python print them. */
public final class Literal {
  private static final String CODES = "xuU";

  private Literal() {}

  /** Whether the text is a list of quoted items: {@code ['Jane Doe', "John O'Neill"]}. */
  public static boolean isQuotedList(String text) {
    if (!isList(text)) {
      return false;
    }
    String first = PrintedText.strip(text.substring(1, text.length() - 1));
    return first.startsWith("'") || first.startsWith("\"");
  }

  /** Whether the text is a list in square brackets. */
  public static boolean isList(String text) {
    return text.length() >= 2 && text.startsWith("[") && text.endsWith("]");
  }

  /**
   * The items of a list, without their quotation marks; commas within a quoted item divide none.
   */
  public static List<String> items(String list) {
    String inside = list.substring(1, list.length() - 1);
    List<String> items = new ArrayList<>();
    int start = 0;
    char open = 0;
    boolean atStart = true;
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (open != 0) {
        i += c == '\\' ? 1 : 0;
        open = c == open && endsItem(inside, i + 1) ? 0 : open;
      } else if (c == ',') {
        addItem(inside.substring(start, i), items);
        start = i + 1;
        atStart = true;
      } else if (c != ' ') {
        open = atStart && (c == '\'' || c == '"') ? c : 0;
        atStart = false;
      }
    }
    addItem(inside.substring(start), items);
    return items;
  }

  /**
   * An apostrophe in mid-item closes no quotation: the next mark after a closing one is a comma.
   */
  private static boolean endsItem(String text, int from) {
    int next = from;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next >= text.length() || text.charAt(next) == ',';
  }

  private static void addItem(String printed, List<String> items) {
    String item = PrintedText.strip(unquoted(PrintedText.strip(printed)));
    if (!item.isEmpty()) {
      items.add(item);
    }
  }

  /** The text inside quotation marks, its escapes resolved; text without them as it is. */
  public static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.charAt(0) == text.charAt(text.length() - 1);
    if (quoted && text.charAt(0) == '\'') {
      return text.substring(1, text.length() - 1).replace("''", "'").replace("\\'", "'");
    }
    return quoted && text.charAt(0) == '"' ? unescaped(text.substring(1, text.length() - 1)) : text;
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      i += appendEscape(text, i + 1, plain);
    }
    return plain.toString();
  }

  /** Appends what the escape after a backslash stands for; returns how many chars it takes. */
  private static int appendEscape(String text, int at, StringBuilder plain) {
    char c = text.charAt(at);
    int digits = CODES.indexOf(c) < 0 ? 0 : 2 << CODES.indexOf(c);
    int code = digits == 0 ? -1 : hexadecimal(text, at + 1, digits);
    if (code >= 0) {
      plain.appendCodePoint(code);
      return 1 + digits;
    }
    plain.append(c == 'n' || c == 't' || c == 'r' ? ' ' : c);
    return 1;
  }

  /** The code point of so many hexadecimal digits, or -1 when they are none. */
  private static int hexadecimal(String text, int from, int digits) {
    int code = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0 || code > 0xFFFFFF) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return Character.isValidCodePoint(code) ? code : -1;
  }
}
