package org.broadsheet.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.document.SheetTable;
import org.broadsheet.ingest.document.Workbook;
import org.broadsheet.ingest.mapping.FieldMappings;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.SequentialRecords;

/**
 * Workbooks of spreadsheet programs: each sheet that names the fields of articles is a table as
 * {@link Csv} reads them; where none does, the first one that is not empty. Every other sheet with
 * cells is a rejected record, unless it is hidden and names none; so is one that cannot be read.
 */
final class Workbooks implements RecordFormat {

  private static final CsvDialect DIALECT = new CsvDialect((byte) ',', true, false);

  /** So many names of fields make a row the one with the names. */
  private static final int NAMES = 2;

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    return WholeDocument.cut(
        in,
        settings.maxRecordBytes(),
        "the workbook cannot be read; open it and save it again, or as CSV: ",
        file -> new SheetRecords(Workbook.open(file, settings.maxRecordBytes()), settings));
  }

  /** The records of one sheet after another. Numbers go on from sheet to sheet. */
  private static final class SheetRecords extends SequentialRecords {
    private final Workbook workbook;
    private final ReadSettings settings;
    private final Deque<Workbook.Sheet> tables = new ArrayDeque<>();
    private final Deque<RawRecord> rejected = new ArrayDeque<>();
    private RawRecords rows = RawRecords.of(List.of());
    private SheetTable table;
    private long before;

    SheetRecords(Workbook workbook, ReadSettings settings) throws IOException {
      this.workbook = workbook;
      this.settings =
          new ReadSettings(
              settings.maxRecordBytes(), settings.fields(), StandardCharsets.UTF_8.name());
      Map<Workbook.Sheet, RawRecord> unnamed = new LinkedHashMap<>();
      workbook.sheets().forEach(sheet -> sort(sheet, unnamed));
      if (tables.isEmpty() && !unnamed.isEmpty()) {
        Workbook.Sheet first = unnamed.keySet().iterator().next();
        unnamed.remove(first);
        tables.add(first);
      }
      rejected.addAll(unnamed.values());
    }

    /** Tells what a sheet is: one that names no fields may be read all the same. */
    private void sort(Workbook.Sheet sheet, Map<Workbook.Sheet, RawRecord> unnamed) {
      try (SheetTable opened = workbook.table(sheet)) {
        IOException failure = opened.failure();
        if (namesFields(opened)) {
          if (sheet.isHidden()) {
            rejected.add(hidden(sheet));
          } else {
            tables.add(sheet);
          }
        } else if (!isEmpty(opened) && !sheet.isHidden()) {
          unnamed.put(sheet, failure == null ? unnamed(sheet) : broken(sheet, failure));
        } else if (failure != null) {
          rejected.add(broken(sheet, failure));
        }
      } catch (IOException | RuntimeException e) {
        rejected.add(broken(sheet, e));
      }
    }

    private static boolean isEmpty(SheetTable sheet) {
      return sheet.firstRows().stream().allMatch(List::isEmpty);
    }

    private boolean namesFields(SheetTable sheet) {
      return sheet.firstRows().stream()
          .anyMatch(row -> row.stream().distinct().filter(this::isField).count() >= NAMES);
    }

    private boolean isField(String cell) {
      String name = cell.strip();
      return FieldMappings.isKnown(name) || settings.fields().named().containsValue(name);
    }

    private static RawRecord unnamed(Workbook.Sheet sheet) {
      String detail = "names no fields of articles; if it holds any, save it as a file of its own";
      return rejected(sheet, Reason.NO_MAPPING, detail);
    }

    private static RawRecord hidden(Workbook.Sheet sheet) {
      return rejected(sheet, Reason.NO_MAPPING, "is hidden; unhide it to have it read");
    }

    private static RawRecord broken(Workbook.Sheet sheet, Exception failure) {
      String remedy = "breaks off; open the workbook and save it again, or as CSV: ";
      return rejected(sheet, Reason.UNREADABLE_FILE, remedy + failure.getMessage());
    }

    private static RawRecord rejected(Workbook.Sheet sheet, Reason reason, String detail) {
      byte[] name = sheet.name().getBytes(StandardCharsets.UTF_8);
      return RawRecord.rejected(0, name, reason, "the sheet \"" + sheet.name() + "\" " + detail);
    }

    /** The record of the next row; null if it is none. */
    @Override
    protected RawRecord read() {
      if (rows.hasNext()) {
        RawRecord next = rows.next();
        number = Math.max(number + 1, before + table.row(next.number()));
        return new RawRecord(number, next.bytes(), next.interpreter());
      }
      if (!tables.isEmpty()) {
        return open(tables.poll());
      }
      if (!rejected.isEmpty()) {
        RawRecord next = rejected.poll();
        return new RawRecord(++number, next.bytes(), next.interpreter());
      }
      end();
      return null;
    }

    private RawRecord open(Workbook.Sheet sheet) {
      before = number;
      try {
        table = workbook.table(sheet);
        rows = Csv.cut(Head.of(table.stream(), Csv.SAMPLE), DIALECT, settings);
      } catch (IOException | RuntimeException e) {
        rejected.add(broken(sheet, e));
      }
      return null;
    }
  }
}
