package org.broadsheet.ingest.document;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A workbook of Office Open XML (ECMA-376, part 1, SpreadsheetML), and its visible sheets. */
public final class Workbook implements Closeable {

  /** What a string costs besides its characters. */
  private static final int COST_OF_STRING = 16;

  /** How control characters are written, and an underscore before what looks so. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final ZippedParts parts;
  private final int most;
  private final List<SheetPart> sheets = new ArrayList<>();
  private final List<String> strings = new ArrayList<>();
  private CellFormats formats = CellFormats.none();
  private boolean since1904;

  /** A sheet: what it is called, and where it lies. */
  private record SheetPart(String name, String path) {}

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
    Map<String, String> targets = targets(folder, main.substring(folder.length()));
    try (XmlPart xml = parts.part(main)) {
      while (xml.next()) {
        if (xml.isStart() && xml.name().equals("workbookPr")) {
          String value = xml.attribute("date1904");
          since1904 = "1".equals(value) || "true".equals(value);
        } else if (xml.isStart() && xml.name().equals("sheet")) {
          addSheet(xml, targets);
        }
      }
    }
    if (parts.has(folder + "styles.xml")) {
      try (XmlPart xml = parts.part(folder + "styles.xml")) {
        formats = CellFormats.read(xml, since1904);
      }
    }
    if (parts.has(folder + "sharedStrings.xml")) {
      try (XmlPart xml = parts.part(folder + "sharedStrings.xml")) {
        readStrings(xml);
      }
    }
  }

  /** The paths of the parts by the names by which the workbook refers to them. */
  private Map<String, String> targets(String folder, String main) throws IOException {
    Map<String, String> targets = new HashMap<>();
    String relations = folder + "_rels/" + main + ".rels";
    if (parts.has(relations)) {
      try (XmlPart xml = parts.part(relations)) {
        while (xml.next()) {
          String target = xml.isStart() ? xml.attribute("Target") : null;
          if (target != null) {
            String path = target.startsWith("/") ? target.substring(1) : folder + target;
            targets.put(xml.attribute("Id"), path);
          }
        }
      }
    }
    return targets;
  }

  private void addSheet(XmlPart xml, Map<String, String> targets) {
    String path = targets.get(xml.attribute("id"));
    String state = xml.attribute("state");
    boolean isVisible = state == null || state.equals("visible");
    // A chart may be a sheet of its own, without cells.
    if (isVisible && path != null && parts.has(path) && path.contains("worksheets/")) {
      sheets.add(new SheetPart(String.valueOf(xml.attribute("name")), path));
    }
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
   * The names of the visible sheets.
   *
   * @return the names, in order
   */
  public List<String> sheets() {
    return sheets.stream().map(SheetPart::name).toList();
  }

  /**
   * Opens a sheet.
   *
   * @param index its place in {@link #sheets}
   * @return its rows
   * @throws IOException if it cannot be read
   */
  public SheetTable sheet(int index) throws IOException {
    SheetRows rows = new SheetRows(parts.part(sheets.get(index).path()), strings, formats);
    return new SheetTable(rows, parts, most);
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
