package org.broadsheet.extract;

import java.util.regex.Pattern;

/** Markdown taken off printed text: what a reader sees, without links, emphasis and headings. */
public final class Markdown {
  /** A link's address in its brackets; it may hold brackets itself: {@code Ferry_(ship)}. */
  public static final String TARGET = "\\((?:[^()\\n]++|\\([^()\\n]*+\\))*+\\)";

  // Each repetition excludes its own opening mark, so an unclosed mark costs no second look.
  private static final Pattern IMAGE = Pattern.compile("!\\[([^\\[\\]\\n]{0,500})]" + TARGET);
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]\\n]{1,500})]" + TARGET);
  private static final Pattern STRONG =
      Pattern.compile("\\*\\*(?=\\S)([^*\\n]{1,2000})(?<=\\S)\\*\\*");
  private static final Pattern STARRED =
      Pattern.compile("(?<![\\w*])\\*(?=\\S)([^*\\n]{1,2000})(?<=\\S)\\*(?![\\w*])");
  private static final Pattern UNDERLINED =
      Pattern.compile("(?<!\\w)(__?)(?=\\S)([^_\\n]{1,2000})(?<=\\S)\\1(?!\\w)");
  private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.{1,1000}?)\\s*#{0,6}$");
  private static final Pattern PICTURE_LINE =
      Pattern.compile("^!\\[([^\\[\\]\\n]{0,500})]" + TARGET + "$");

  private Markdown() {}

  /** The text as it reads: links as their text, images as their caption, emphasis removed. */
  public static String plain(String text) {
    String plain = text;
    if (plain.indexOf('[') >= 0) {
      plain = IMAGE.matcher(plain).replaceAll("$1");
      plain = LINK.matcher(plain).replaceAll("$1");
    }
    if (plain.indexOf('*') >= 0) {
      plain = STRONG.matcher(plain).replaceAll("$1");
      plain = STARRED.matcher(plain).replaceAll("$1");
    }
    return plain.indexOf('_') < 0 ? plain : UNDERLINED.matcher(plain).replaceAll("$2");
  }

  /** A heading's text without its number signs; any other line as it is. */
  public static String withoutHeading(String line) {
    return isHeading(line) ? HEADING.matcher(line).replaceFirst("$1") : line;
  }

  /** Whether the line begins with number signs as a heading does. */
  public static boolean isHeading(String line) {
    return line.startsWith("#") && HEADING.matcher(line).matches();
  }

  /** Whether the line is an image and nothing else. */
  public static boolean isPicture(String line) {
    return line.startsWith("![") && PICTURE_LINE.matcher(line).matches();
  }
}
