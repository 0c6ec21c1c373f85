package org.broadsheet.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the paragraphs of a body. A blank or indented line always starts a new one. A single line
 * break does too, unless the text is hard-wrapped; then it stands for a space.
 */
final class Paragraphs {

  /** The widest line of a hard-wrapped text: typewriters, news wires and mail stay below. */
  private static final int WRAP_WIDTH = 100;

  /** Wrapped text fills its lines; a list of short lines does not. */
  private static final double FILLED = 0.6;

  /** A stretch of text, in UTF-16 units. */
  record Span(int start, int end) {}

  private Paragraphs() {}

  /**
   * Finds the paragraphs that are not only white space.
   *
   * @param text the text
   * @param from offset where the search starts
   * @return their spans in order, without line breaks at the ends
   */
  static List<Span> of(String text, int from) {
    boolean wrapped = isHardWrapped(text, from);
    List<Span> paragraphs = new ArrayList<>();
    int start = -1;
    int end = from;
    for (int line = from; line < text.length(); ) {
      int next = endOfLine(text, line);
      boolean blank = isBlank(text, line, next);
      if (start >= 0 && (blank || !wrapped || isIndented(text, line))) {
        paragraphs.add(new Span(start, end));
        start = -1;
      }
      if (!blank) {
        start = start < 0 ? line : start;
        end = next;
      }
      line = next + 1;
    }
    if (start >= 0) {
      paragraphs.add(new Span(start, end));
    }
    return paragraphs;
  }

  private static int endOfLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static boolean isBlank(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIndented(String text, int line) {
    return line < text.length() && (text.charAt(line) == ' ' || text.charAt(line) == '\t');
  }

  /**
   * Tells whether a text is hard-wrapped: no line is wide, and most lines that are followed by
   * another line without a gap are full.
   */
  private static boolean isHardWrapped(String text, int from) {
    int widest = 0;
    int broken = 0;
    long brokenWidth = 0;
    for (int line = from; line < text.length(); ) {
      int next = endOfLine(text, line);
      int width = next - line;
      widest = Math.max(widest, width);
      if (widest > WRAP_WIDTH) {
        return false;
      }
      boolean followed =
          next + 1 < text.length() && !isBlank(text, next + 1, endOfLine(text, next + 1));
      if (width > 0 && followed) {
        broken++;
        brokenWidth += width;
      }
      line = next + 1;
    }
    return broken >= 2 && brokenWidth >= FILLED * widest * broken;
  }
}
