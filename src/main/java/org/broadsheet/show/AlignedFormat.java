package org.broadsheet.show;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.broadsheet.Printable;

/** Rows in aligned columns, long values cut: to look at. */
public final class AlignedFormat implements RowFormat {

  private static final int WIDEST = 48;

  /**
   * A line of the table.
   *
   * @param cells what it shows
   * @param values the values behind the cells; none in the line of names
   */
  private record Line(String[] cells, Object[] values) {

    boolean isRight(int column) {
      return column < values.length && values[column] instanceof Number;
    }
  }

  @Override
  public void print(List<String> columns, Iterator<Object[]> rows, PrintStream out) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(cells(columns.toArray()), new Object[0]));
    rows.forEachRemaining(row -> lines.add(new Line(cells(row), row)));
    int[] widths = widths(lines);
    out.println(text(lines.get(0), widths));
    out.println(Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
    lines.stream().skip(1).forEach(line -> out.println(text(line, widths)));
  }

  private static String[] cells(Object[] row) {
    return Arrays.stream(row).map(AlignedFormat::cell).toArray(String[]::new);
  }

  private static String cell(Object value) {
    return cut(value instanceof Double number ? shortened(number) : RowFormat.text(value));
  }

  private static int[] widths(List<Line> lines) {
    int[] widths = new int[lines.get(0).cells.length];
    for (Line line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.cells[i]));
      }
    }
    return widths;
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static String text(Line line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = line.cells[i];
      String pad = " ".repeat(widths[i] - width(cell));
      text.append(line.isRight(i) ? pad + cell : cell + pad).append("  ");
    }
    return text.toString().stripTrailing();
  }

  private static String cut(String text) {
    String line = Printable.line(text.replaceAll("\\s+", " "));
    return width(line) <= WIDEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }

  /** Six significant digits are enough to look at. */
  private static String shortened(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.format(Locale.ROOT, "%.1f", number);
    }
    return String.valueOf(new BigDecimal(number).round(new MathContext(6)).doubleValue());
  }
}
