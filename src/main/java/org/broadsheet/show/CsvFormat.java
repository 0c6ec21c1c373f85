package org.broadsheet.show;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.Printable;

/**
 * Comma-separated values with a header, as RFC 4180 has them. Control characters other than line
 * breaks and tabs are replaced.
 *
 * @param guarded whether text that a spreadsheet would run as a formula gets an apostrophe before
 *     it, as OWASP advises (CSV injection)
 */
public record CsvFormat(boolean guarded) implements RowFormat {

  /** How formulas begin, full-width forms included: spreadsheets take them for the same. */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@＝＋－＠\t\r\n]");

  private static final Pattern QUOTED = Pattern.compile("[,\"\r\n]");

  @Override
  public void print(List<String> columns, Iterator<Object[]> rows, PrintStream out) {
    out.println(line(columns.toArray()));
    rows.forEachRemaining(row -> out.println(line(row)));
  }

  private String line(Object[] row) {
    return Arrays.stream(row).map(this::cell).collect(Collectors.joining(","));
  }

  private String cell(Object value) {
    String text = RowFormat.text(value);
    boolean runs = guarded && !(value instanceof Number) && FORMULA.matcher(text).lookingAt();
    String printable = (runs ? "'" : "") + Printable.text(text);
    return QUOTED.matcher(printable).find()
        ? '"' + printable.replace("\"", "\"\"") + '"'
        : printable;
  }
}
