package org.broadsheet.extract.savedtext;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.extract.Markdown;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.credit.Captions;
import org.broadsheet.lexicon.Lexicon;

/** What a line of a saved article is when it is neither title, byline nor date. */
enum LineRole {
  /** Below a picture: leaves the body, but is kept for its credit. */
  CAPTION,
  /** A link to another article, or the heading of several. */
  RELATED,
  /** Below the text: who worked on it, whose it is, the agency that signs it. */
  TRAILER,
  /** Advertisement, share buttons, newsletter, reading time. */
  FURNITURE,
  /** Everything else, headings too. */
  BODY;

  private static final int LONGEST = 300;
  private static final int MOST_BUTTONS = 12;

  private static final Pattern RELATED_LINE =
      Lexicon.pattern(
          "^[^\\p{L}\\p{N}]{0,4}{related_links}"
              + "(?:[^\\p{L}\\p{N}]{0,3}$|\\s?[:：|»›>].*|\\s?\\[.*|\\s[-–—]\\s.*)");
  private static final Pattern RELATED_HEADING =
      Lexicon.pattern("^[^\\p{L}\\p{N}]{0,4}{related_links}[^\\p{L}\\p{N}]{0,3}$");

  /** Advertisement, share bar, newsletter, reading time, keywords. */
  private static final Pattern FURNITURE_LINE =
      Lexicon.pattern(
          "^(?:\\W*{advertisements}\\W*"
              + "|{share_lines}[:!…\\s]{0,3}"
              + "|{site_lines}"
              + "|\\d{1,2}\\s?-?{reading_time_units}"
              + "|{reading_time_labels}\\W{0,3}\\d{1,2}.{0,10}"
              + "|{tag_labels}\\s?[:：].{1,250}(?<![.!?。…]))$");

  private static final Set<String> BUTTONS = PrintedText.folded(Lexicon.all("share_buttons"));

  /** The role of the line; {@link #BODY} wherever another one is not certain. */
  static LineRole of(String line) {
    if (Captions.isCaption(line)) {
      return CAPTION;
    }
    if (line.length() > LONGEST) {
      return BODY;
    }
    String plain = Markdown.plain(Markdown.withoutHeading(line));
    boolean marked = !plain.equals(line); // a link after the words is a sign, and gone from plain
    if (RELATED_LINE.matcher(plain).matches() || marked && RELATED_LINE.matcher(line).matches()) {
      return RELATED;
    }
    return isFurniture(plain) ? FURNITURE : BODY;
  }

  /** Whether the line is a heading above links to other articles. */
  static boolean isRelatedHeading(String line) {
    return line.length() <= LONGEST
        && RELATED_HEADING.matcher(Markdown.plain(Markdown.withoutHeading(line))).matches();
  }

  /** Whether the line, without mark-up, is one that every page of a site has. */
  static boolean isFurniture(String line) {
    return FURNITURE_LINE.matcher(line).matches() || areButtons(PrintedText.words(line));
  }

  private static boolean areButtons(List<String> words) {
    long buttons = words.stream().limit(MOST_BUTTONS).filter(LineRole::isButton).count();
    return buttons >= 2
        && words.size() <= MOST_BUTTONS
        && words.stream().allMatch(w -> isButton(w) || !PrintedText.hasLetterOrDigit(w));
  }

  private static boolean isButton(String word) {
    return BUTTONS.contains(PrintedText.fold(word));
  }
}
