package org.broadsheet.ingest.document;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A workbook of Office Open XML (ECMA-376, part 1, SpreadsheetML), and its sheets. */
public final class Workbook implements Closeable {

  /** What a string costs besides its characters. */
  private static final int COST_OF_STRING = 16;

  /** How control characters are written, and an underscore before what looks so. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final ZippedParts parts;
  private final int most;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> strings = new ArrayList<>();
  private CellFormats formats = CellFormats.none();
  private boolean since1904;

  /**
   * A sheet; a chart may be one too, without cells.
   *
   * @param name what it is called
   * @param path where it lies
   * @param isHidden whether spreadsheet programs do not show it
   */
  public record Sheet(String name, String path, boolean isHidden) {}

  private Workbook(ZippedParts parts, int most) {
    this.parts = parts;
    this.most = most;
  }

  /**
   * Opens a workbook.
   *
   * @param file its bytes
   * @param most the longest row, in bytes; twice as much may be kept in memory
   * @return the workbook
   * @throws IOException if it cannot be read
   */
  public static Workbook open(byte[] file, int most) throws IOException {
    Workbook workbook = new Workbook(ZippedParts.open(file), most);
    workbook.read();
    return workbook;
  }

  private void read() throws IOException {
    String main = MainPart.of(parts, "xl/workbook.xml");
    String folder = main.substring(0, main.lastIndexOf('/') + 1);
    Relations relations = Relations.of(parts, main);
    try (XmlPart xml = parts.part(main)) {
      while (xml.next()) {
        if (xml.isStart() && xml.name().equals("workbookPr")) {
          String value = xml.attribute("date1904");
          since1904 = "1".equals(value) || "true".equals(value);
        } else if (xml.isStart() && xml.name().equals("sheet")) {
          addSheet(xml, relations);
        }
      }
    }
    String styles = relations.typed("styles", folder + "styles.xml");
    if (parts.has(styles)) {
      try (XmlPart xml = parts.part(styles)) {
        formats = CellFormats.read(xml, since1904);
      }
    }
    String shared = relations.typed("sharedStrings", folder + "sharedStrings.xml");
    if (parts.has(shared)) {
      try (XmlPart xml = parts.part(shared)) {
        readStrings(xml);
      }
    }
  }

  private void addSheet(XmlPart xml, Relations relations) {
    String path = String.valueOf(relations.named(xml.attribute("id")));
    String state = xml.attribute("state");
    boolean isHidden = state != null && !state.equals("visible");
    sheets.add(new Sheet(String.valueOf(xml.attribute("name")), path, isHidden));
  }

  private void readStrings(XmlPart xml) throws IOException {
    long size = 0;
    while (xml.next()) {
      if (xml.isStart() && xml.name().equals("si")) {
        String string = string(xml, "si");
        size += string.length() + COST_OF_STRING;
        if (size > 2L * most) {
          throw new DocumentTooLongException(most);
        }
        strings.add(string);
      }
    }
  }

  /** The text of an element that begins here, without hints on its pronunciation. */
  static String string(XmlPart xml, String element) throws IOException {
    StringBuilder text = new StringBuilder();
    boolean inText = false;
    while (xml.next() && !(xml.isEnd() && xml.name().equals(element))) {
      if (xml.isStart() && xml.name().equals("rPh")) {
        xml.skip();
      } else if ((xml.isStart() || xml.isEnd()) && xml.name().equals("t")) {
        inText = xml.isStart();
      } else if (inText && xml.isText()) {
        text.append(xml.text());
      }
    }
    return text.indexOf("_x") < 0
        ? text.toString()
        : ESCAPED
            .matcher(text)
            .replaceAll(
                code -> {
                  int c = Integer.parseInt(code.group(1), 16);
                  return c == '$' || c == '\\' ? "\\" + (char) c : String.valueOf((char) c);
                });
  }

  /**
   * The sheets.
   *
   * @return all of them, in order
   */
  public List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  /**
   * Opens a sheet.
   *
   * @param sheet one of {@link #sheets}
   * @return its rows
   * @throws IOException if it cannot be read
   */
  public SheetTable table(Sheet sheet) throws IOException {
    SheetRows rows = new SheetRows(parts.part(sheet.path()), strings, formats);
    return new SheetTable(rows, parts, most);
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
