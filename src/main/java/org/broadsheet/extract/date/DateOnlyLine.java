package org.broadsheet.extract.date;

import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;

/** Distinguishes a line that is a date and nothing else from prose that holds one. */
public final class DateOnlyLine {
  private static final int LONGEST_DATE = 120;
  private static final int MOST_WORDS_IN_DATE = 14;
  private static final Pattern DATE_LABEL = Pattern.compile("^\\W*\\p{L}[\\p{L} ]{2,20}:");

  private DateOnlyLine() {}

  /** Whether the line is a date, with words around it that stand beside dates only. */
  public static boolean matches(String line) {
    boolean tooLong = line.length() > LONGEST_DATE || !PrintedText.hasDigit(line);
    if (tooLong || PrintedText.words(line).size() > MOST_WORDS_IN_DATE) {
      return false;
    }
    if (IsoDate.read(PrintedText.strip(line)) != null) {
      return true;
    }
    return DateText.read(PrintedText.strip(line), null, DateHints.NONE)
        .filter(text -> text.strangers().getAsInt() == 0)
        .filter(text -> text.moment().date() != null || DATE_LABEL.matcher(line).find())
        .isPresent();
  }
}
