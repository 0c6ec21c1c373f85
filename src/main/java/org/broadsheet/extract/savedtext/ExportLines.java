package org.broadsheet.extract.savedtext;

import java.util.List;
import org.broadsheet.extract.PrintedText;

/**
 * The lines of a text that may be an export.
 *
 * @param lines the lines, with ordinary blanks
 * @param stripped the same without white space at their ends
 */
record ExportLines(List<String> lines, List<String> stripped) {
  /** What converters of rich text leave between words. */
  private static final char NO_BREAK = '\u00a0';

  static ExportLines of(List<String> printed) {
    List<String> lines = printed.stream().map(line -> line.replace(NO_BREAK, ' ')).toList();
    return new ExportLines(lines, lines.stream().map(PrintedText::strip).toList());
  }
}
