package org.broadsheet.ingest.document;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which formats of cells print a number as a date, by ECMA-376, part 1, 18.8.30; and the dates that
 * numbers of days stand for.
 */
final class CellFormats {

  /** What is no letter of a date: texts, escaped characters, colours and conditions. */
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"|\\\\.|_.|\\*.|\\[[^\\]]*+]");

  private static final Pattern DATE_LETTER = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

  /** Hours beyond a day: a duration. */
  private static final Pattern ELAPSED = Pattern.compile("\\[[hms]+]", Pattern.CASE_INSENSITIVE);

  private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
  private static final LocalDate FIRST_DAY_OF_1904 = LocalDate.of(1904, 1, 1);

  /** The year 10,000, where spreadsheets end. */
  private static final int MOST_DAYS = 2_958_466;

  private static final int SECONDS = 24 * 60 * 60;

  private final BitSet dates;
  private final LocalDate firstDay;

  private CellFormats(BitSet dates, LocalDate firstDay) {
    this.dates = dates;
    this.firstDay = firstDay;
  }

  /**
   * Reads the styles of a workbook.
   *
   * @param xml the part with the styles
   * @param since1904 whether days are counted from the year 1904
   */
  static CellFormats read(XmlPart xml, boolean since1904) throws IOException {
    Set<String> own = new HashSet<>();
    List<String> styles = new ArrayList<>();
    boolean ofCells = false;
    while (xml.next()) {
      if (xml.isStart() && xml.name().equals("numFmt") && isDate(xml.attribute("formatCode"))) {
        own.add(xml.attribute("numFmtId"));
      } else if (xml.isStart() && ofCells && xml.name().equals("xf")) {
        styles.add(String.valueOf(xml.attribute("numFmtId")));
      } else if ((xml.isStart() || xml.isEnd()) && xml.name().equals("cellXfs")) {
        ofCells = xml.isStart();
      }
    }
    BitSet dates = new BitSet();
    for (int i = 0; i < styles.size(); i++) {
      dates.set(i, own.contains(styles.get(i)) || isBuiltInDate(styles.get(i)));
    }
    return new CellFormats(dates, since1904 ? FIRST_DAY_OF_1904 : FIRST_DAY);
  }

  /** For a workbook without styles. */
  static CellFormats none() {
    return new CellFormats(new BitSet(), FIRST_DAY);
  }

  private static boolean isDate(String code) {
    if (code == null || ELAPSED.matcher(code).find()) {
      return false;
    }
    // Other sections than the first are for negative numbers and the like.
    String positive = QUOTED.matcher(code).replaceAll("").split(";", 2)[0];
    return DATE_LETTER.matcher(positive).find();
  }

  private static boolean isBuiltInDate(String format) {
    int id = number(format);
    return id >= 14 && id <= 22
        || id >= 27 && id <= 36
        || id == 45
        || id == 47
        || id >= 50 && id <= 58;
  }

  /** A whole number; -1 for anything else. */
  static int number(String text) {
    if (text == null || text.isEmpty() || text.length() > 9) {
      return -1;
    }
    return text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : -1;
  }

  /** Whether cells of a style show dates. */
  boolean isDate(int style) {
    return style >= 0 && dates.get(style);
  }

  /**
   * The date of a number of days.
   *
   * @param days the number as stored, with the time as a fraction
   * @return the date in the form of ISO 8601, with the time unless it is midnight; the number
   *     itself if it is none of a date
   */
  String date(String days) {
    double number;
    try {
      number = Double.parseDouble(days);
    } catch (NumberFormatException e) {
      return days;
    }
    if (!(number >= 0 && number < MOST_DAYS)) {
      return days;
    }
    long seconds = Math.round(number * SECONDS);
    LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS);
    if (number < 1) {
      return time.toString();
    }
    LocalDate day = firstDay.plusDays(seconds / SECONDS);
    return time.equals(LocalTime.MIDNIGHT) ? day.toString() : day.atTime(time).toString();
  }
}
