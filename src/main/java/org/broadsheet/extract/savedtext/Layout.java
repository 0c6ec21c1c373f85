package org.broadsheet.extract.savedtext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.extract.Markdown;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.credit.Trailer;

/**
 * Lines made into units of reading: in hard-wrapped text the lines of a paragraph are put together,
 * in other text each line is a unit of its own.
 */
final class Layout {
  private static final int WIDEST_WRAPPED = 120;
  private static final int NARROWEST_WRAPPED = 35;
  private static final int HEADER_UNITS = 6;
  private static final int MOST_TITLE_LINES = 3;
  private static final int LONGEST_HEADER_UNIT = 300;
  private static final int FEWEST_WRAPPED_LINES = 3;
  private static final Pattern STARTS_ANEW = Pattern.compile("^(?:[-*•>#]|\\d{1,3}[.)])\\s.*");

  private final List<String> lines;
  private final List<String> units = new ArrayList<>();
  private final StringBuilder unit = new StringBuilder();
  private int linesOfUnit;
  private boolean inHeader = true;

  private Layout(List<String> lines) {
    this.lines = lines;
  }

  /** The units in order; blank lines and rules are left out. */
  static List<String> units(List<String> lines) {
    return units(lines, false);
  }

  /**
   * The units of a part of a text.
   *
   * @param lines the lines of the part
   * @param wrapped whether the whole text is hard-wrapped, which a short part does not show
   */
  static List<String> units(List<String> lines, boolean wrapped) {
    return wrapped || isHardWrapped(lines)
        ? new Layout(lines).unwrapped()
        : lines.stream().filter(Layout::isText).map(PrintedText::strip).toList();
  }

  private List<String> unwrapped() {
    boolean aloneBefore = true;
    for (int i = 0; i < lines.size(); i++) {
      boolean alone = isAlone(i, aloneBefore);
      if (alone || aloneBefore || startsAnew(i)) {
        flush();
      }
      append(lines.get(i));
      aloneBefore = alone;
    }
    flush();
    return units;
  }

  /** Whether the line is a unit of its own, by what it is or because it is blank. */
  private boolean isAlone(int i, boolean aloneBefore) {
    String bare = PrintedText.strip(lines.get(i));
    inHeader &= units.size() < HEADER_UNITS && linesOfUnit <= MOST_TITLE_LINES;
    boolean mayBeHeader = inHeader && (aloneBefore || units.isEmpty());
    return isSeparate(bare)
        || Trailer.isSignature(bare) && !endsSentenceBefore(i)
        || aloneBefore && hasRole(bare)
        || mayBeHeader
            && isHeaderLine(bare, i + 1 < lines.size() ? PrintedText.strip(lines.get(i + 1)) : "");
  }

  private void append(String line) {
    if (isText(line)) {
      unit.append(unit.isEmpty() ? "" : " ").append(PrintedText.strip(line));
      linesOfUnit++;
    }
  }

  private void flush() {
    if (!unit.isEmpty()) {
      inHeader &= unit.length() <= LONGEST_HEADER_UNIT;
      units.add(unit.toString());
      unit.setLength(0);
      linesOfUnit = 0;
    }
  }

  private boolean startsAnew(int i) {
    boolean indented = isIndented(lines.get(i)) && (i == 0 || !isIndented(lines.get(i - 1)));
    return indented || STARTS_ANEW.matcher(lines.get(i)).matches();
  }

  private static boolean isText(String line) {
    return !PrintedText.isBlank(line) && !SavedText.isRule(line);
  }

  private static boolean isSeparate(String bare) {
    boolean capitals = PrintedText.hasUpper(bare) && !PrintedText.hasLower(bare);
    return bare.isEmpty() || capitals || SavedText.isRule(bare) || Markdown.isHeading(bare);
  }

  /** Whether the line closes the sentence of the line above it, as in "told / Reuters." */
  private boolean endsSentenceBefore(int i) {
    String line = PrintedText.strip(lines.get(i));
    String before = i == 0 ? "" : lines.get(i - 1);
    boolean stop = line.endsWith(".") && !line.endsWith("..");
    return stop && !PrintedText.isBlank(before) && !endsInSentenceMark(before);
  }

  /** Whether a line is no paragraph's first: asked only there, for within one it is prose. */
  private static boolean hasRole(String bare) {
    return AddressLine.read(bare).isPresent() || LineRole.of(bare) != LineRole.BODY;
  }

  /** Whether the line is a byline or a date, or a name above a date. */
  private static boolean isHeaderLine(String bare, String next) {
    return HeaderLine.read(bare).isPresent()
        || HeaderLine.isDated(next) && HeaderLine.isBareByline(bare, true);
  }

  private static boolean isIndented(String line) {
    return line.startsWith("  ") || line.startsWith("\t");
  }

  /** Narrow throughout, with several long lines that end in mid-sentence before another line. */
  static boolean isHardWrapped(List<String> lines) {
    int followed = 0;
    int open = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (isWide(line)) {
        return false;
      }
      boolean last = i + 1 == lines.size() || PrintedText.isBlank(lines.get(i + 1));
      if (!last && line.length() >= NARROWEST_WRAPPED) {
        followed++;
        open += endsInSentenceMark(line) ? 0 : 1;
      }
    }
    return open >= FEWEST_WRAPPED_LINES && open * 2 >= followed;
  }

  /** Wider than wrapped text; an address is one word that nobody wraps, so it does not count. */
  private static boolean isWide(String line) {
    int width = 0;
    int start = line.length() <= WIDEST_WRAPPED ? line.length() : 0;
    while (start < line.length() && width <= WIDEST_WRAPPED) {
      int blank = line.indexOf(' ', start);
      int end = blank < 0 ? line.length() : blank;
      String word = line.substring(start, end);
      boolean address = word.contains("://") || word.contains("www.");
      width += 1 + (address ? 0 : word.length());
      start = end + 1;
    }
    return width > WIDEST_WRAPPED;
  }

  /** Whether the line is prose by its end: a title may end in a question or a quotation. */
  static boolean endsClause(String line) {
    int end = line.length();
    while (end > 0 && "\"”»’')".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".…,:;。।։".indexOf(line.charAt(end - 1)) >= 0;
  }

  static boolean endsInSentenceMark(String line) {
    String end = PrintedText.strip(line);
    return !end.isEmpty() && ".!?…:;\"”»’')。！？".indexOf(end.charAt(end.length() - 1)) >= 0;
  }
}
