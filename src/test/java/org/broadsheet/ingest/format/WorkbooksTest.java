package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.broadsheet.ingest.document.OfficeFiles;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbooksTest {

  private static final String NAMES = OfficeFiles.row("Title", "Date", "Text", "URL");

  private static final String LONG =
      "The night ferries sail again, the harbour authority said on Thursday.";

  private final Workbooks format = new Workbooks();

  /** Every outcome: the number of the record, and the fields or the reason. */
  private List<String> rows(byte[] file) {
    List<String> rows = new ArrayList<>();
    RawRecords records = format.cut(new ByteArrayInputStream(file), Cut.upTo(1_000_000));
    while (records.hasNext()) {
      RawRecord record = records.next();
      for (FoundArticle article : record.articles()) {
        rows.add(
            record.number()
                + " "
                + (article.rejection() != null
                    ? article.rejection().reason().label()
                    : article.title() + " | " + article.published() + " | " + article.body()));
      }
    }
    return rows;
  }

  private List<String> rows(String strings, String data) {
    return rows(OfficeFiles.workbook(strings, Map.of("Articles", data)));
  }

  @Test
  void readsRowsAsArticles() {
    String data =
        NAMES
            + OfficeFiles.row("One", "2024-03-03", LONG + "\n\nThey \"return\".", "x")
            + "<row/>"
            + OfficeFiles.row("Two", "2024-03-04", "It left.");
    byte[] file = OfficeFiles.workbook("", Map.of("Articles", data));
    assertEquals(Optional.of("xlsx"), FormatRecognition.of("a", file));
    assertTrue(Formats.named("xlsx") instanceof Workbooks);
    assertEquals(
        List.of(
            "2 One | 2024-03-03 | " + LONG + "\n\nThey \"return\".",
            "4 Two | 2024-03-04 | It left."),
        rows(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<c r='B2' s='1'><v>45354</v></c>;2024-03-03",
        "<c r='B2' s='1'><v>45354.427083333336</v></c>;2024-03-03T10:15",
        "<c r='B2' s='2'><v>45354</v></c>;2024-03-03",
        "<c r='B2' s='3'><v>45354</v></c>;45354",
        "<c r='B2'><v>1.23E5</v></c>;123000",
        "<c r='B2' t='s'><v>1</v></c>;4 March 2024",
        "<c r='B2' t='str'><f>TODAY()</f><v>4 March</v></c>;4 March",
        "<c r='B2' t='d'><v>2024-03-03T10:15:00</v></c>;2024-03-03T10:15:00",
        "<c r='B2' t='e'><v>#REF!</v></c>;null",
        "<c r='B2' s='1'><v>-5</v></c>;-5",
      })
  void readsCellsAsTheyAreShown(String cell, String published) {
    String strings =
        "<si><t>x</t></si><si><r><t>4 </t></r><r><t>March 2024</t></r><rPh><t>y</t></rPh></si>";
    String data =
        "<row r='1'><c r='A1' t='inlineStr'><is><t>Title</t></is></c><c r='B1' t='inlineStr'><is><t>Date</t></is></c></row>"
            + "<row r='2'><c r='A2' t='inlineStr'><is><t>One_x000D_</t></is></c>"
            + cell
            + "</row>";
    assertEquals(List.of("2 One | " + published + " | null"), rows(strings, data));
  }

  @Test
  void findsTheNamesBelowATitleAndCellsByTheirPlace() {
    String data =
        OfficeFiles.row("Clippings of March")
            + "<row/>"
            + "<row r='4'><c r='B4' t='inlineStr'><is><t>Headline</t></is></c><c r='D4' t='inlineStr'><is><t>Full\nText</t></is></c></row>"
            + "<row r='5'><c r='B5' t='inlineStr'><is><t>One</t></is></c><c r='D5' t='inlineStr'><is><t>It left.</t></is></c></row>"
            + "<row r='6'><c r='B6' t='inlineStr'><is><t>Two</t></is></c></row>";
    assertEquals(List.of("5 One | null | It left.", "6 Two | null | null"), rows("", data));
  }

  @Test
  void readsTheSheetsWithArticles() {
    Map<String, String> sheets = new LinkedHashMap<>();
    sheets.put("Summary", OfficeFiles.row("Clippings", "12"));
    sheets.put("March", NAMES + OfficeFiles.row("One", "2024-03-03", "They sail."));
    sheets.put("Empty", "");
    sheets.put("April", NAMES + OfficeFiles.row("Two", "2024-04-03", "It left."));
    assertEquals(
        List.of("2 One | 2024-03-03 | They sail.", "4 Two | 2024-04-03 | It left.", "5 no-mapping"),
        rows(OfficeFiles.workbook("", sheets)));
  }

  private static final String APRIL = NAMES + OfficeFiles.row("Two", "2024-04-03", "It left.");
  private static final String OF_APRIL = "2 Two | 2024-04-03 | It left.";

  @Test
  void sheetsThatBreakOffAreRejected() {
    Map<String, String> sheets = new LinkedHashMap<>();
    sheets.put("March", "<row><c t='inlineStr'><is><t>Title</t></is><c></row>");
    sheets.put("April", APRIL);
    assertEquals(List.of(OF_APRIL, "3 unreadable-file"), rows(OfficeFiles.workbook("", sheets)));
    Map<String, String> parts = OfficeFiles.workbookParts("", sheets);
    parts.remove("xl/worksheets/s1.xml");
    assertEquals(List.of(OF_APRIL, "3 unreadable-file"), rows(OfficeFiles.zip(parts)));
  }

  @Test
  void cellsThatReferToNoTextBreakOff() {
    String row = "<row><c t='s'><v>0</v></c><c t='s'/><c t='s'><v>1</v></c></row>";
    Map<String, String> parts =
        OfficeFiles.workbookParts("<si><t>Title</t></si>", Map.of("A", NAMES + row));
    assertEquals(List.of("1 unreadable-file"), rows(OfficeFiles.zip(parts)));
  }

  @Test
  void findsPartsWhereTheWorkbookSaysIt() {
    String strings = "<si><t>Two</t></si>";
    String row =
        "<row><c t='s'><v>0</v></c><c s='1'><v>45385</v></c><c t='inlineStr'><is><t>It left.</t></is></c></row>";
    Map<String, String> parts = OfficeFiles.workbookParts(strings, Map.of("A", NAMES + row));
    parts.put("xl/SharedStrings.xml", parts.remove("xl/sharedStrings.xml"));
    assertEquals(List.of(OF_APRIL), rows(OfficeFiles.zip(parts)));
    parts.put("xl/texts.xml", parts.remove("xl/SharedStrings.xml"));
    parts.put("xl/looks.xml", parts.remove("xl/styles.xml"));
    parts.put("xl/data.xml", parts.remove("xl/worksheets/s1.xml"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='r1' Type='urn:r/worksheet' Target='data.xml'/>"
            + "<Relationship Id='r2' Type='urn:r/sharedStrings' Target='/xl/texts.xml'/>"
            + "<Relationship Id='r3' Type='urn:r/styles' Target='looks.xml'/></Relationships>");
    assertEquals(List.of(OF_APRIL), rows(OfficeFiles.zip(parts)));
  }

  @Test
  void hiddenSheetsWithArticlesAreRejected() {
    Map<String, String> sheets = new LinkedHashMap<>();
    sheets.put("April", APRIL);
    sheets.put("March", NAMES + OfficeFiles.row("One", "2024-03-03", "They sail."));
    sheets.put("Lists", OfficeFiles.row("Harbour", "Market"));
    Map<String, String> parts = OfficeFiles.workbookParts("", sheets);
    parts.computeIfPresent(
        "xl/workbook.xml",
        (path, xml) ->
            xml.replace("name=\"March", "state=\"hidden\" name=\"March")
                .replace("name=\"Lists", "state=\"veryHidden\" name=\"Lists"));
    assertEquals(List.of(OF_APRIL, "3 no-mapping"), rows(OfficeFiles.zip(parts)));
  }

  @Test
  void ofRowsThatAreTooLongOnlyTheseAreRejected() {
    String line = "He said \"no\",\nand left. ";
    String data =
        APRIL
            + OfficeFiles.row("Three", "2024-04-04", line.repeat(50_000))
            + OfficeFiles.row("Four", "2024-04-05", "x".repeat(600_000), "y".repeat(600_000))
            + OfficeFiles.row("Five", "2024-04-06", "é".repeat(600_000))
            + OfficeFiles.row("Six", "2024-04-07", "It sailed.");
    assertEquals(
        List.of(
            OF_APRIL, "3 too-long", "4 too-long", "5 too-long", "6 Six | 2024-04-07 | It sailed."),
        rows("", data));
  }

  @Test
  void whatCannotBeReadIsRejected() {
    byte[] file = OfficeFiles.workbook("", Map.of("Articles", NAMES + OfficeFiles.row("One")));
    assertEquals(List.of("1 unreadable-file"), rows(Arrays.copyOf(file, file.length / 2)));
    assertEquals(List.of("1 unreadable-file"), rows(OfficeFiles.zip(Map.of("x", "y"))));
    RawRecords tooLong = format.cut(new ByteArrayInputStream(file), Cut.upTo(100));
    assertEquals("too-long", tooLong.next().articles().get(0).rejection().reason().label());
    List<String> broken = rows("", NAMES + OfficeFiles.row("One") + "<row><c></row>");
    assertEquals("unreadable-file", broken.get(broken.size() - 1).replaceFirst("\\d+ ", ""));
  }

  /** Rows that name one long text many times, and cells far to the right. */
  @Test
  void isNotHarmedByLargeSheets() {
    String strings = "<si><t>" + "x".repeat(400_000) + "</t></si>";
    String cell = "<c t='s'><v>0</v></c>";
    String wide = NAMES + ("<row>" + cell.repeat(10_000) + "</row>").repeat(10);
    String far = NAMES + "<row><c r='XFD1'><v>1</v></c></row>".repeat(500);
    assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          assertTrue(rows(strings, wide).get(0).endsWith("too-long"));
          assertTrue(rows("", far).size() > 1);
        });
  }

  @Test
  void brokenWorkbooksAreReadOrRejected() {
    byte[] file =
        OfficeFiles.workbook("", Map.of("A", NAMES + OfficeFiles.row("One", "2", "Three")));
    Random random = new Random(5);
    assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < 1_000; i++) {
            byte[] bytes = file.clone();
            for (int j = random.nextInt(5); j >= 0; j--) {
              bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            rows(bytes);
          }
        });
  }
}
