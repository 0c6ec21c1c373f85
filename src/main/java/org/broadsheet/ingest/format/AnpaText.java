package org.broadsheet.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.byline.BylineText;

/**
 * The text of a message in ANPA-1312: a caret opens a line of the head, a tab a paragraph, and
 * {@code <} or {@code =} closes it, on the same line or some lines below.
 */
final class AnpaText {

  private static final int LONGEST_AFFILIATION = 60;
  private static final int MOST_HEAD_UNITS = 30;
  private static final Pattern OPENING = Pattern.compile("^\\^+\\s*");
  private static final Pattern INDENTED = Pattern.compile("^(?:\\t| {2,}\\S)");

  /** "BC-NP--Ferry-Strike,210", "Ferry-Strike, 2nd Ld,0410": the keyword and the words. */
  private static final Pattern SLUG =
      Pattern.compile("^.{1,80},\\s?\\d{1,5}$|^(?:AM|PM|BC|AP)-\\S.*");

  private static final Pattern HEADLINE = Pattern.compile("^(?:HL|HED|Headline)\\s?:\\s*");

  /** For editors: "Eds: Updates throughout", "INDEX: Economy", "AP Photo NYR105". */
  private static final Pattern NOTE =
      Pattern.compile(
          "^(?i:eds?|editors?|editor'?s'? note|code|update|index|symbol|photos?|trans|advisory|with|pictures?)\\s?:.*"
              + "|^\\(?Eds?[.:,] .*|^code:.*|^(?:With )?AP (?:Photo|Graphic|Video)s?\\b.*|^\\(.*\\)$");

  private static final Pattern ROLE =
      Pattern.compile("(?i)\\b(?:writers?|editors?|correspondents?|reporters?)$|^AP\\b");

  /** Teleprinters had no dash and one kind of quotation mark. */
  private static final Pattern DASH = Pattern.compile("(?<=\\s)_{1,2}(?=\\s|$)");

  private final List<WireUnit> units = new ArrayList<>();
  private final List<String> paragraphs = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private String title;
  private String byline;
  private String source;
  private boolean afterByline;

  /**
   * Lines that belong together.
   *
   * @param text what they say
   * @param isMarked whether a caret opens them
   * @param isIndented whether a tab does
   * @param isHead whether {@code =} closes them, which is done in the head only
   */
  private record WireUnit(String text, boolean isMarked, boolean isIndented, boolean isHead) {}

  private AnpaText() {}

  /** Whether lines are marked as in ANPA-1312. */
  static boolean isMarked(List<String> lines) {
    return lines.stream()
        .anyMatch(line -> line.startsWith("^") || line.stripTrailing().endsWith("<"));
  }

  /**
   * Reads a text.
   *
   * @param lines its lines
   * @param keyword the keyword of the header; null without one
   * @return the story
   */
  static WireStory read(List<String> lines, String keyword) {
    AnpaText text = new AnpaText();
    text.cut(lines);
    int body = text.bodyStart();
    for (int i = 0; i < text.units.size(); i++) {
      WireUnit unit = text.units.get(i);
      if (i >= body) {
        text.takeParagraph(unit.text);
      } else if (i > 0 || !isSlug(unit.text, keyword)) {
        text.takeHead(unit);
      }
    }
    return new WireStory(text.title, text.byline, text.source, text.paragraphs, text.notes)
        .withoutCredits();
  }

  private void cut(List<String> lines) {
    StringBuilder unit = new StringBuilder();
    WireUnit open = null;
    for (String line : lines) {
      boolean isMarked = line.startsWith("^");
      boolean isIndented = !isMarked && INDENTED.matcher(line).find();
      if (open != null && (isMarked || isIndented || PrintedText.isBlank(line))) {
        close(open, unit, false);
        open = null;
      }
      String text = withoutClosing(line);
      unit.append(' ').append(OPENING.matcher(text).replaceFirst(""));
      open = open == null ? new WireUnit("", isMarked, isIndented, false) : open;
      if (text.length() < line.length()) {
        close(open, unit, line.indexOf('=', text.length()) >= 0);
        open = null;
      }
    }
    close(open, unit, false);
  }

  /** A line without the signs that close it; the line itself where none does. */
  private static String withoutClosing(String line) {
    int end = line.length();
    boolean isClosed = false;
    while (end > 0 && "<= \t".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
      isClosed |= line.charAt(end) == '<' || line.charAt(end) == '=';
    }
    boolean isDouble = isClosed && end > 0 && "@+".indexOf(line.charAt(end - 1)) >= 0;
    return isClosed ? line.substring(0, isDouble ? end - 1 : end) : line;
  }

  private void close(WireUnit open, StringBuilder printed, boolean isHead) {
    String text = set(printed.toString());
    printed.setLength(0);
    if (open != null && PrintedText.hasLetterOrDigit(text)) {
      units.add(new WireUnit(text, open.isMarked, open.isIndented, isHead));
    }
  }

  /** The text with the signs that its typesetter would have used. */
  private static String set(String text) {
    String dashed = DASH.matcher(text).replaceAll("—");
    return PrintedText.squeeze(dashed.replace("``", "“").replace("''", "”"));
  }

  /** The first paragraph: the first unit with a tab, else the first that nothing marks as head. */
  private int bodyStart() {
    int most = Math.min(units.size(), MOST_HEAD_UNITS);
    for (int i = 0; i < most; i++) {
      WireUnit unit = units.get(i);
      if (unit.isIndented && !unit.isHead) {
        return i;
      }
    }
    int start = Math.min(1, most);
    while (start < most && (units.get(start).isMarked || units.get(start).isHead)) {
      start++;
    }
    return start;
  }

  /** Whether a text is the line by which editors know the story, and no headline. */
  static boolean isSlug(String text, String keyword) {
    String lower = text.toLowerCase(Locale.ROOT);
    return SLUG.matcher(text).matches()
        || keyword != null && lower.startsWith(keyword.toLowerCase(Locale.ROOT));
  }

  private void takeHead(WireUnit unit) {
    String text = unit.text;
    boolean isAffiliation = afterByline && text.length() <= LONGEST_AFFILIATION;
    afterByline = false;
    if (HEADLINE.matcher(text).find()) {
      title = HEADLINE.matcher(text).replaceFirst("");
    } else if (NOTE.matcher(text).matches()) {
      notes.add(text);
    } else if (isByline(unit)) {
      byline = byline == null ? text : byline + "; " + text;
      afterByline = true;
    } else if (isAffiliation) {
      takeAffiliation(text);
    } else if (title == null) {
      title = text;
    } else {
      notes.add(text);
    }
  }

  /** A headline may begin with "By", and stands above the byline. */
  private boolean isByline(WireUnit unit) {
    return (title != null || unit.isHead) && !BylineText.withoutPrefix(unit.text).equals(unit.text);
  }

  private void takeAffiliation(String text) {
    if (ROLE.matcher(text).find()) {
      byline = byline + ", " + text;
    } else {
      source = text;
    }
  }

  private void takeParagraph(String text) {
    if (NOTE.matcher(text).matches() && !text.startsWith("(")) {
      notes.add(text);
    } else {
      paragraphs.add(text);
    }
  }
}
