package org.broadsheet.corpus.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines made into units of reading: in hard-wrapped text the lines of a paragraph are put together,
 * in other text each line is a unit of its own.
 */
final class Layout {
  private static final int WIDEST_WRAPPED = 120;
  private static final int NARROWEST_WRAPPED = 35;
  private static final int HEADER_UNITS = 6;
  private static final int FEWEST_WRAPPED_LINES = 3;
  private static final Pattern STARTS_ANEW = Pattern.compile("^(?:[-*•>#]|\\d{1,3}[.)])\\s.*");

  private Layout() {}

  /** The units in order; blank lines and rules are left out. */
  static List<String> units(List<String> lines) {
    boolean wrapped = isHardWrapped(lines);
    List<String> units = new ArrayList<>();
    StringBuilder unit = new StringBuilder();
    String before = "";
    boolean aloneBefore = true;
    for (String line : lines) {
      boolean alone = !wrapped || isSeparate(line) || aloneBefore && hasRole(line, units.size());
      if (alone || aloneBefore || startsAnew(before, line)) {
        flush(unit, units);
      }
      if (!Text.isBlank(line) && !SavedText.isRule(line)) {
        unit.append(unit.isEmpty() ? "" : " ").append(Text.strip(line));
      }
      before = line;
      aloneBefore = alone;
    }
    flush(unit, units);
    return units;
  }

  private static void flush(StringBuilder unit, List<String> units) {
    if (!unit.isEmpty()) {
      units.add(unit.toString());
      unit.setLength(0);
    }
  }

  private static boolean startsAnew(String before, String line) {
    return isIndented(line) && !isIndented(before) || STARTS_ANEW.matcher(line).matches();
  }

  private static boolean isSeparate(String line) {
    String bare = Text.strip(line);
    boolean capitals = Text.hasUpper(bare) && !Text.hasLower(bare);
    return bare.isEmpty()
        || capitals
        || SavedText.isRule(bare)
        || Markdown.isHeading(bare)
        || AgencyCredit.isSignature(bare);
  }

  /** Whether a line is no paragraph's first: asked only there, for within one it is prose. */
  private static boolean hasRole(String line, int unitsBefore) {
    String bare = Text.strip(line);
    return unitsBefore < HEADER_UNITS && HeaderLine.read(bare).isPresent()
        || AddressLine.read(bare).isPresent()
        || LineRole.of(bare) != LineRole.BODY;
  }

  private static boolean isIndented(String line) {
    return line.startsWith("  ") || line.startsWith("\t");
  }

  /** Narrow throughout, with several long lines that end in mid-sentence before another line. */
  private static boolean isHardWrapped(List<String> lines) {
    int followed = 0;
    int open = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (line.length() > WIDEST_WRAPPED) {
        return false;
      }
      boolean last = i + 1 == lines.size() || Text.isBlank(lines.get(i + 1));
      if (!last && line.length() >= NARROWEST_WRAPPED) {
        followed++;
        open += endsInSentenceMark(line) ? 0 : 1;
      }
    }
    return open >= FEWEST_WRAPPED_LINES && open * 2 >= followed;
  }

  static boolean endsInSentenceMark(String line) {
    String end = Text.strip(line);
    return !end.isEmpty() && ".!?…:;\"”»’')。！？".indexOf(end.charAt(end.length() - 1)) >= 0;
  }
}
