package org.broadsheet.ingest.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes documents of office programs for tests. */
public final class OfficeFiles {

  private static final String WORD =
      "<w:document xmlns:w=\"urn:w\" xmlns:mc=\"urn:mc\" xmlns:r=\"urn:r\"><w:body>";

  private OfficeFiles() {}

  /** A zip archive of texts by their paths. */
  public static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A document of Word with what stands in its body. */
  public static byte[] word(String body) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put("word/document.xml", WORD + body + "<w:sectPr/></w:body></w:document>");
    return zip(parts);
  }

  /** A document of Word with a paragraph for each line. */
  public static byte[] wordOf(String lines) {
    return word(lines.lines().map(OfficeFiles::paragraph).collect(Collectors.joining()));
  }

  private static String paragraph(String line) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + escaped(line) + "</w:t></w:r></w:p>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** A workbook with sheets by their names: what stands in their data. */
  public static byte[] workbook(String strings, Map<String, String> sheets) {
    return zip(workbookParts(strings, sheets));
  }

  /** The parts of such a workbook by their paths. */
  public static Map<String, String> workbookParts(String strings, Map<String, String> sheets) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    StringBuilder names = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    int number = 0;
    for (Map.Entry<String, String> sheet : sheets.entrySet()) {
      number++;
      names.append("<sheet name=\"%s\" r:id=\"r%d\"/>".formatted(sheet.getKey(), number));
      relations.append(
          "<Relationship Id=\"r%d\" Target=\"worksheets/s%d.xml\"/>".formatted(number, number));
      parts.put(
          "xl/worksheets/s" + number + ".xml",
          "<worksheet><sheetData>" + sheet.getValue() + "</sheetData></worksheet>");
    }
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"urn:r\"><workbookPr/><sheets>" + names + "</sheets></workbook>");
    parts.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-409]d\\-mmm\\-yy;@\"/>"
            + "<numFmt numFmtId=\"171\" formatCode=\"0.0&quot; days&quot;\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>"
            + "<xf numFmtId=\"171\"/></cellXfs></styleSheet>");
    parts.put("xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
    return parts;
  }

  /** A row of texts. */
  public static String row(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> "<c t=\"inlineStr\"><is><t>" + escaped(cell) + "</t></is></c>")
        .collect(Collectors.joining("", "<row>", "</row>"));
  }
}
