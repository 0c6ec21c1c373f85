package org.broadsheet.ingest.format;

import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;

/**
 * The plain text that was made of a page.
 *
 * @param title its first line, if that reads as a title; else null
 * @param body the rest
 */
record TitledText(String title, String body) {

  private static final int LONGEST_TITLE = 200;

  /** What stands above the title for those who do not see the page, and the names of menus. */
  private static final Pattern NAVIGATION =
      Pattern.compile(
          "(?i)^(?:(?:skip|jump|go) to\\b.*|(?:toggle|open|close|main) (?:menu|nav).*)$");

  /**
   * Reads a text.
   *
   * @param text the whole text
   * @return its parts
   */
  static TitledText of(String text) {
    String whole = PrintedText.strip(text);
    int end = whole.indexOf('\n');
    String first = end < 0 ? "" : PrintedText.squeeze(whole.substring(0, end));
    return isTitle(first)
        ? new TitledText(first, PrintedText.strip(whole.substring(end)))
        : new TitledText(null, whole);
  }

  /** Two words or more that end no sentence; a script without blanks has one word. */
  private static boolean isTitle(String line) {
    int last = line.length() - 1;
    boolean open = last > 0 && ".,:;…。，：；".indexOf(line.charAt(last)) < 0;
    boolean words = line.indexOf(' ') > 0 || PrintedText.hasAny(line, Character::isIdeographic);
    return open
        && words
        && line.length() <= LONGEST_TITLE
        && PrintedText.hasLetter(line)
        && !NAVIGATION.matcher(line).matches();
  }
}
