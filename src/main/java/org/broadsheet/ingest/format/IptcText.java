package org.broadsheet.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.byline.BylineText;

/**
 * The text of a message in IPTC 7901: a headline, perhaps notes and a byline, then paragraphs with
 * a blank line or an indent before each, hard-wrapped or not.
 */
final class IptcText {

  private static final int MOST_HEAD_LINES = 12;
  private static final int MOST_HEADLINES = 3;
  private static final int LONGEST_HEADLINE = 250;

  /** A line that is shorter is the last of its paragraph. */
  private static final int NARROWEST_WRAPPED = 50;

  private static final String HEAD_END = "=";
  private static final Pattern INDENTED = Pattern.compile("^(?:\\t| {2,}\\S)");

  /** What agencies put below the text for editors, people's telephone numbers among it. */
  private static final Pattern NOTES =
      Pattern.compile(
          "^(?:#{1,3}\\s?\\p{L}.*|\\*(?: \\*){2,}"
              + "|Die folgenden Informationen sind nicht zur Ver.*"
              + "|(?i:the following information is not (?:intended )?for publication).*)$");

  private final List<String> paragraphs = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private String title;
  private String byline;

  private IptcText() {}

  /**
   * Reads a text.
   *
   * @param lines its lines
   * @param header the header of the message
   * @return the story
   */
  static WireStory read(List<String> lines, WireHeader header) {
    IptcText text = new IptcText();
    List<String> filled = withoutSlug(withoutBlankStart(lines), header.keyword());
    int head = headLength(filled);
    text.takeHead(filled.subList(0, head));
    text.takeBody(filled.subList(head, filled.size()));
    text.takeSignature(header.agency());
    return new WireStory(text.title, text.byline, null, text.paragraphs, text.notes)
        .withoutCredits();
  }

  private static List<String> withoutBlankStart(List<String> lines) {
    int start = 0;
    while (start < lines.size() && PrintedText.isBlank(lines.get(start))) {
      start++;
    }
    return lines.subList(start, lines.size());
  }

  /** Some agencies send the header of ANPA-1312 and a text without its marks. */
  private static List<String> withoutSlug(List<String> lines, String keyword) {
    boolean isSlug =
        keyword != null
            && !lines.isEmpty()
            && AnpaText.isSlug(PrintedText.strip(lines.get(0)), keyword);
    return isSlug ? withoutBlankStart(lines.subList(1, lines.size())) : lines;
  }

  /** Up to the line that a sign of equality ends; else a few lines above a blank or an indent. */
  private static int headLength(List<String> lines) {
    int most = Math.min(lines.size(), MOST_HEAD_LINES);
    for (int i = 0; i < most; i++) {
      if (lines.get(i).stripTrailing().endsWith(HEAD_END)) {
        return i + 1;
      }
    }
    int end = 0;
    while (end < lines.size() && isHeadline(lines.get(end)) && end <= MOST_HEADLINES) {
      end++;
    }
    boolean divided = end < lines.size() && end <= MOST_HEADLINES && opens(lines.get(end));
    return divided ? end : Math.min(1, end);
  }

  private static boolean isHeadline(String line) {
    return line.length() <= LONGEST_HEADLINE && !opens(line);
  }

  private static boolean opens(String line) {
    return PrintedText.isBlank(line) || INDENTED.matcher(line).find();
  }

  /** Notes in brackets may run over several lines, and so may the headline. */
  private void takeHead(List<String> lines) {
    boolean inNote = false;
    for (String printed : lines) {
      String line = withoutEnd(PrintedText.squeeze(printed));
      boolean isNote = inNote || line.startsWith("(") && title != null || isBracketed(line);
      inNote = isNote && !line.endsWith(")") && (inNote || line.startsWith("("));
      if (isNote) {
        notes.add(line);
      } else if (title != null && !BylineText.withoutPrefix(line).equals(line)) {
        byline = byline == null ? line : byline + "; " + line;
      } else if (!line.isEmpty()) {
        title = title == null ? line : title + " " + line;
      }
    }
  }

  private static String withoutEnd(String line) {
    return line.endsWith(HEAD_END) ? PrintedText.strip(line.substring(0, line.length() - 1)) : line;
  }

  /** Above the headline, a bracket that a later line closes. */
  private static boolean isBracketed(String line) {
    return line.startsWith("(") && (line.endsWith(")") || line.indexOf(')') < 0);
  }

  private void takeBody(List<String> lines) {
    StringBuilder paragraph = new StringBuilder();
    int before = 0;
    for (String line : lines) {
      if (NOTES.matcher(line.stripTrailing()).matches()) {
        break;
      }
      if (opens(line) || before < NARROWEST_WRAPPED) {
        close(paragraph);
      }
      paragraph.append(' ').append(line);
      before = line.length();
    }
    close(paragraph);
  }

  private void close(StringBuilder paragraph) {
    String text = PrintedText.squeeze(paragraph.toString());
    paragraph.setLength(0);
    if (PrintedText.hasLetterOrDigit(text)) {
      paragraphs.add(text);
    }
  }

  /** "npa al bt": the agency and the initials of who wrote and edited. */
  private void takeSignature(String agency) {
    int last = paragraphs.size() - 1;
    if (agency == null || last < 1) {
      return;
    }
    Pattern signature =
        Pattern.compile("(?i)^" + Pattern.quote(agency) + "(?:[ /-]+[\\p{L}\\d]{1,6}){1,10}$");
    if (signature.matcher(paragraphs.get(last)).matches()) {
      notes.add(paragraphs.remove(last));
    }
  }
}
