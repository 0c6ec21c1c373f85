package org.broadsheet;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text from elsewhere, made fit for a terminal: titles, names of files and messages about them may
 * hold characters that a terminal obeys instead of showing them. Marks that scripts need, such as
 * joiners and the marks of direction that end with the word, stay.
 */
public final class Printable {

  /** What stands for a character that is not printed. */
  private static final String REPLACEMENT = "\ufffd";

  /** Controls of ASCII and Latin-1, separators of lines, and overrides of direction. */
  private static final String COMMANDS = "\\p{Cc}\\u2028-\\u202e\\u2066-\\u2069";

  private static final Pattern IN_A_LINE = Pattern.compile("[" + COMMANDS + "&&[^\\t]]");
  private static final Pattern IN_A_TEXT = Pattern.compile("[" + COMMANDS + "&&[^\\t\\n]]");

  private Printable() {}

  /**
   * Text of several lines: their breaks stay.
   *
   * @param text any text
   * @return the text, each character that a terminal would obey replaced
   */
  public static String text(String text) {
    return IN_A_TEXT.matcher(text.replace("\r\n", "\n")).replaceAll(REPLACEMENT);
  }

  /**
   * Text that must not become several lines: what stands behind a break would pass for a line of
   * the program's own.
   *
   * @param text any text
   * @return the text, each character that a terminal would obey replaced, line breaks too
   */
  public static String line(String text) {
    return IN_A_LINE.matcher(text).replaceAll(REPLACEMENT);
  }

  /**
   * JSON that a terminal may show. It means what it meant: such characters are in strings only, and
   * are written by their numbers there.
   *
   * @param json JSON without line breaks between its parts
   * @return the same JSON
   */
  public static String json(String json) {
    return IN_A_LINE
        .matcher(json)
        .replaceAll(
            found -> String.format(Locale.ROOT, "\\\\u%04X", (int) found.group().charAt(0)));
  }
}
