package org.broadsheet.extract.savedtext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.Markdown;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.byline.Byline;
import org.broadsheet.extract.byline.BylineKind;
import org.broadsheet.extract.byline.BylineText;
import org.broadsheet.extract.byline.BylineWords;
import org.broadsheet.extract.byline.NameLine;
import org.broadsheet.extract.date.DateOnlyLine;
import org.broadsheet.extract.date.MonthNames;
import org.broadsheet.lexicon.Lexicon;

/**
 * A line between title and text that says who wrote the article, when, or both.
 *
 * @param byline the byline as printed, or null
 * @param date the date as printed, or null
 * @param other whether something else stands beside the date, a place or a section: then the line
 *     may be a title as well
 */
record HeaderLine(String byline, String date, boolean other) {
  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 30;
  private static final int MOST_SMALL_WORDS = 8;
  private static final int MOST_WORDS_BEFORE_FULL_STOP = 6;
  private static final int MOST_WORDS_OF_AUTHORS = 12;
  private static final int MOST_WORDS_OF_PLACE = 4;
  private static final Pattern UPDATED = Lexicon.pattern("^\\W*{updated_labels}");

  /** Where a byline may end and a date begin, or the other way round. */
  private static final Pattern CUT =
      Pattern.compile(
          Lexicon.expanded("\\s*[|•·]\\s*|\\s+[-–—]+\\s+|,\\s*|\\s+(?=(?i:{header_words})\\b)")
              + "|(?<=[\\p{L}.])\\s+(?=\\d)|(?<=\\p{L})\\s+(?=\\p{Lu}\\p{L}{2,8}\\.?\\s\\d)");

  private static final Pattern PIECES = Pattern.compile("\\s*[|•·]\\s*");
  private static final Pattern OPEN_END =
      Pattern.compile(Lexicon.expanded("(?i)(?:,|\\s{and_at_line_end})$"));

  /** The byline or date of the line; empty where it is neither, or may be prose. */
  static Optional<HeaderLine> read(String printed) {
    if (printed.length() > 2 * LONGEST) {
      return Optional.empty();
    }
    String plain = Markdown.plain(printed);
    String line = withoutFurniture(plain);
    return line.equals(plain) ? read(plain, printed) : read(line, line);
  }

  private static Optional<HeaderLine> read(String line, String printed) {
    boolean prose =
        endsSentence(line) && PrintedText.words(line).size() > MOST_WORDS_BEFORE_FULL_STOP;
    if (line.length() > LONGEST || prose || !PrintedText.hasLetterOrDigit(line)) {
      return Optional.empty();
    }
    if (DateOnlyLine.matches(line)) {
      return Optional.of(new HeaderLine(null, line, false));
    }
    Optional<HeaderLine> both = both(line);
    if (both.isPresent()) {
      return both;
    }
    return isByline(line) ? Optional.of(new HeaderLine(printed, null, false)) : Optional.empty();
  }

  /** Whether the line has a date that is no part of prose. */
  static boolean isDated(String line) {
    return PrintedText.hasDigit(PrintedText.head(line, LONGEST))
        && read(line).filter(header -> header.date() != null).isPresent();
  }

  /** The line without the reading time and the buttons that stand beside the date on many pages. */
  private static String withoutFurniture(String line) {
    if (line.indexOf('|') < 0 && line.indexOf('•') < 0 && line.indexOf('·') < 0) {
      return line;
    }
    List<String> pieces = PIECES.splitAsStream(line).toList();
    List<String> kept = pieces.stream().filter(piece -> !LineRole.isFurniture(piece)).toList();
    return kept.size() == pieces.size() ? line : String.join(" | ", kept);
  }

  /**
   * The units of a header with each byline on one line: a line that begins or ends with "and"
   * between names belongs to its neighbour.
   */
  static List<String> joinAuthors(List<String> units, int header) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      String unit = units.get(i);
      int last = joined.size() - 1;
      boolean inHeader = i > 0 && i < header;
      if (inHeader && goesOn(joined.get(last), unit, last > 0 || isByline(units.get(0)))) {
        joined.set(last, joined.get(last) + " " + unit);
      } else {
        joined.add(unit);
      }
    }
    return joined;
  }

  private static boolean goesOn(String before, String unit, boolean mayBeAuthors) {
    if (!mayBeAuthors || unit.length() > LONGEST || before.length() > LONGEST) {
      return false;
    }
    int space = unit.indexOf(' ');
    boolean opens = space > 0 && BylineWords.AND.has(unit.substring(0, space));
    return (opens || OPEN_END.matcher(before).find()) && areAuthors(before) && areAuthors(unit);
  }

  /** Whether the line is nothing but names, too few for a list of other things. */
  static boolean areAuthors(String unit) {
    return unit.length() <= LONGEST
        && !PrintedText.hasDigit(unit)
        && !endsSentence(unit)
        && PrintedText.words(unit).size() <= MOST_WORDS_OF_AUTHORS
        && NameLine.areNames(unit);
  }

  /** Whether the date is that of a later version. */
  boolean isUpdate() {
    return date != null && UPDATED.matcher(date).find();
  }

  /**
   * Whether a line without "By" reads as an author: an agency, the newsroom, or a short name, which
   * only a date beside it makes a byline.
   */
  static boolean isBareByline(String printed, boolean besideDate) {
    String line = Markdown.plain(PrintedText.head(printed, LONGEST));
    List<String> words = PrintedText.words(line);
    if (words.size() > MOST_SMALL_WORDS || endsSentence(line) || !NameLine.areNames(words)) {
      return false;
    }
    Byline byline = Byline.parse(line, null);
    return switch (byline.kind()) {
      case AGENCY -> true;
      case STAFF -> words.stream().allMatch(NameLine::isAroundName);
      case PERSON -> besideDate && isNameOnly(words);
      case OUTLET, NONE -> false;
    };
  }

  private static boolean isNameOnly(List<String> words) {
    boolean plain =
        words.stream()
            .allMatch(
                w ->
                    BylineWords.AND.has(w)
                        || !BylineWords.AFTER_NAME.has(w) && !PrintedText.hasDigit(w));
    return words.size() >= 2 && plain && !BylineWords.PLACE.has(String.join(" ", words));
  }

  private static boolean isByline(String line) {
    String rest = BylineText.withoutPrefix(line);
    List<String> words = PrintedText.words(rest);
    if (rest.equals(line) || words.isEmpty() || words.size() > MOST_WORDS) {
      return false;
    }
    String first = words.get(0);
    boolean inTime = first.length() > 3 && MonthNames.isWeekday(first.replace(",", ""));
    boolean small = !PrintedText.hasUpper(line) && words.size() <= MOST_SMALL_WORDS;
    return !inTime
        && (NameLine.areNames(words) || small)
        && Byline.parse(line, null).kind() != BylineKind.NONE;
  }

  private static Optional<HeaderLine> both(String line) {
    if (!PrintedText.hasDigit(line)) {
      return Optional.empty();
    }
    Matcher cut = CUT.matcher(line);
    while (cut.find()) {
      String left = line.substring(0, cut.start());
      String right = line.substring(cut.end());
      Optional<HeaderLine> found = Optional.empty();
      if (DateOnlyLine.matches(right)) {
        found = beside(left, right);
      } else if (DateOnlyLine.matches(left)) {
        found = beside(right, left);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A date with what stands beside it: the byline, or a place or section, which is ignored. */
  private static Optional<HeaderLine> beside(String beside, String date) {
    if (isByline(beside) || isBareByline(beside, true)) {
      return Optional.of(new HeaderLine(beside, date, false));
    }
    List<String> words = PrintedText.words(beside);
    boolean place = words.size() <= MOST_WORDS_OF_PLACE && !PrintedText.hasDigit(beside);
    return place && NameLine.areNames(words)
        ? Optional.of(new HeaderLine(null, date, true))
        : Optional.empty();
  }

  private static boolean endsSentence(String line) {
    String end = PrintedText.strip(line);
    int dot = end.length() - 1;
    if (dot < 0 || ".!?".indexOf(end.charAt(dot)) < 0) {
      return false;
    }
    return dot - 1 - end.lastIndexOf(' ') > 3; // "Jr." ends none
  }
}
