package org.broadsheet.ingest.document;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The rows of a sheet, one after another: what their cells show, without their look. */
final class SheetRows implements Closeable {

  /** The columns that a sheet may have. */
  private static final int MOST_COLUMNS = 1 << 14;

  private static final int LONGEST_NUMBER = 40;
  private static final int MOST_DIGITS = 50;

  private final XmlPart xml;
  private final List<String> strings;
  private final CellFormats formats;
  private int number;

  SheetRows(XmlPart xml, List<String> strings, CellFormats formats) {
    this.xml = xml;
    this.strings = strings;
    this.formats = formats;
  }

  /** The number of the row that was read last, as the sheet counts. */
  int number() {
    return number;
  }

  /**
   * Reads the next row.
   *
   * @return its cells up to the last one that shows anything; null after the last row
   */
  List<String> next() throws IOException {
    while (xml.next()) {
      if (xml.isStart() && xml.name().equals("row")) {
        int printed = CellFormats.number(xml.attribute("r"));
        number = Math.max(number + 1, printed);
        return row();
      }
    }
    return null;
  }

  private List<String> row() throws IOException {
    List<String> cells = new ArrayList<>();
    int column = 0;
    while (xml.next() && !(xml.isEnd() && xml.name().equals("row"))) {
      if (xml.isStart() && xml.name().equals("c")) {
        int printed = column(xml.attribute("r"));
        column = Math.max(column, printed);
        String value = cell();
        if (!value.isEmpty() && column < MOST_COLUMNS) {
          while (cells.size() < column) {
            cells.add("");
          }
          cells.add(value);
        }
        column++;
      }
    }
    return cells;
  }

  /** The column of a reference such as C12, from 0; -1 if there is none. */
  private static int column(String reference) {
    int column = 0;
    for (int i = 0; reference != null && i < Math.min(reference.length(), 4); i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = 26 * column + c - 'A' + 1;
    }
    return column - 1;
  }

  private String cell() throws IOException {
    String type = String.valueOf(xml.attribute("t"));
    int style = CellFormats.number(xml.attribute("s"));
    String value = "";
    while (xml.next() && !(xml.isEnd() && xml.name().equals("c"))) {
      if (xml.isStart() && xml.name().equals("v")) {
        value = value();
      } else if (xml.isStart() && xml.name().equals("is")) {
        value = Workbook.string(xml, "is");
      }
    }
    return switch (type) {
      case "s" -> shared(value);
      case "b" -> value.equals("1") ? "true" : value.equals("0") ? "false" : value;
      case "e" -> ""; // what a formula failed with
      case "str", "inlineStr", "d" -> value;
      default -> formats.isDate(style) ? formats.date(value) : plain(value);
    };
  }

  private String value() throws IOException {
    StringBuilder text = new StringBuilder();
    while (xml.next() && !xml.isEnd()) {
      if (xml.isText()) {
        text.append(xml.text());
      }
    }
    return text.toString();
  }

  private String shared(String index) throws IOException {
    if (index.isBlank()) {
      return "";
    }
    int i = CellFormats.number(index.strip());
    if (i < 0 || i >= strings.size()) {
      throw new IOException(
          "a cell refers to text " + index + ", but " + strings.size() + " texts are stored");
    }
    return strings.get(i);
  }

  /** A number without an exponent. */
  private static String plain(String value) {
    if (value.indexOf('E') < 0 || value.length() > LONGEST_NUMBER) {
      return value;
    }
    try {
      BigDecimal number = new BigDecimal(value.strip());
      return Math.abs(number.scale()) > MOST_DIGITS ? value : number.toPlainString();
    } catch (NumberFormatException e) {
      return value;
    }
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
