package org.broadsheet.ingest.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Text whose lines are as long as a page is wide: the lines of a paragraph are joined. Blank lines
 * or indented lines begin a paragraph; lines that are too long to be wrapped are one each.
 */
final class WrappedText {

  /** The mean length from which on lines are paragraphs. */
  private static final int UNWRAPPED = 120;

  private static final int INDENTED = 2;

  private WrappedText() {}

  /** The paragraphs of a text, with a blank line between each. */
  static String paragraphs(String text) {
    List<String> paragraphs = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.isBlank()) {
        addParagraphs(block, paragraphs);
        block.clear();
      } else {
        block.add(line.stripTrailing());
      }
    }
    addParagraphs(block, paragraphs);
    return String.join("\n\n", paragraphs);
  }

  private static void addParagraphs(List<String> block, List<String> paragraphs) {
    int length = block.stream().mapToInt(String::length).sum();
    boolean isWrapped = length < UNWRAPPED * block.size();
    boolean hasMargin = block.stream().skip(1).anyMatch(line -> !isIndented(line));
    StringBuilder paragraph = new StringBuilder();
    for (String line : block) {
      if (!isWrapped || hasMargin && isIndented(line)) {
        flush(paragraph, paragraphs);
      }
      append(line.strip(), paragraph);
    }
    flush(paragraph, paragraphs);
  }

  private static boolean isIndented(String line) {
    int indent = 0;
    while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
      indent++;
    }
    return indent >= INDENTED || indent > 0 && line.charAt(0) == '\t';
  }

  /** Scripts without blanks are joined without one. */
  private static void append(String line, StringBuilder paragraph) {
    if (!paragraph.isEmpty()
        && !(hasNoBlanks(paragraph.charAt(paragraph.length() - 1))
            && hasNoBlanks(line.charAt(0)))) {
      paragraph.append(' ');
    }
    paragraph.append(line);
  }

  private static boolean hasNoBlanks(char c) {
    return c >= 0x2e80 && c <= 0x9fff || c >= 0xf900 && c <= 0xfaff || c >= 0xff00 && c <= 0xffef;
  }

  private static void flush(StringBuilder paragraph, List<String> paragraphs) {
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString());
      paragraph.setLength(0);
    }
  }
}
