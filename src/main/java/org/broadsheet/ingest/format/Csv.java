package org.broadsheet.ingest.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.broadsheet.extract.byline.FamilyNames;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.mapping.FieldMappings;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;

/**
 * Tables of separated values, with or without a line of names, and perhaps a title above it; {@link
 * CsvDialect} is recognised by the first rows.
 */
final class Csv implements RecordFormat {

  /** Bytes by which the dialect is recognised. */
  static final int SAMPLE = 1 << 16;

  /** Rows by which it is told how names are written. */
  private static final int SAMPLE_ROWS = 50;

  @Override
  public ReadSettings settled(byte[] head, ReadSettings settings) {
    ReadSettings ofLines = settings.ofLines(head);
    RawRecords rows = cut(new ByteArrayInputStream(head), ofLines);
    List<String> bylines = new ArrayList<>();
    for (int i = 0; i < SAMPLE_ROWS && rows.hasNext(); i++) {
      rows.next().articles().stream()
          .map(FoundArticle::byline)
          .filter(Objects::nonNull)
          .forEach(bylines::add);
    }
    return ofLines.familyNamesFirst(FamilyNames.comeFirst(bylines));
  }

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    Head sample = Head.of(in, SAMPLE);
    return cut(sample, CsvDialect.of(sample.bytes()), settings);
  }

  /** The rows of a table whose dialect is known. */
  static RawRecords cut(Head sample, CsvDialect dialect, ReadSettings settings) {
    RowInterpreter rows = new RowInterpreter(settings);
    int start = rows.areNamed(sample.bytes(), dialect) ? 0 : dialect.preamble(sample.bytes());
    return new CsvRows(
        sample.from(start),
        lines(sample.bytes(), start),
        settings.maxRecordBytes(),
        dialect,
        rows::interpreted);
  }

  private static int lines(byte[] bytes, int end) {
    int lines = 0;
    for (int i = 0; i < end; i++) {
      boolean pair = bytes[i] == '\r' && i + 1 < end && bytes[i + 1] == '\n';
      lines += bytes[i] == '\n' || bytes[i] == '\r' && !pair ? 1 : 0;
    }
    return lines;
  }

  /** Reads rows; the first one may name the columns. */
  private static final class RowInterpreter {
    private final ReadSettings settings;
    private List<String> names;

    RowInterpreter(ReadSettings settings) {
      this.settings = settings;
    }

    /** The record of a row; null for the line of names, and for one that names the delimiter. */
    RawRecord interpreted(long number, byte[] printed, CsvDialect dialect) {
      byte[] row = withoutZeros(printed);
      if (names == null && CsvDialect.isDeclaration(row)) {
        return null;
      }
      if (names == null) {
        List<String> cells = names(row, dialect);
        List<String> columns = FieldMappings.columns(cells);
        names = columns == null ? cells : columns;
        if (columns == null) {
          return null;
        }
      }
      return new RawRecord(number, row, bytes -> List.of(article(bytes, dialect)));
    }

    /** Whether the first row has a name of a field that a mapping knows or the job gives. */
    boolean areNamed(byte[] sample, CsvDialect dialect) {
      return names(CsvDialect.firstLine(sample), dialect).stream()
          .anyMatch(n -> FieldMappings.isKnown(n) || settings.fields().named().containsValue(n));
    }

    /** Broken programs leave zeros in cells; no text has any. */
    private static byte[] withoutZeros(byte[] row) {
      int length = 0;
      byte[] kept = new byte[row.length];
      for (byte b : row) {
        kept[length] = b;
        length += b == 0 ? 0 : 1;
      }
      return length == row.length ? row : Arrays.copyOf(kept, length);
    }

    private List<String> names(byte[] row, CsvDialect dialect) {
      String text = settings.decoded(row).text();
      String line = text == null ? Encoding.beginning(row, row.length) : text;
      return cells(line, dialect).stream().map(String::strip).toList();
    }

    /**
     * The cells of a row, which is decoded as a whole: a cell may be too short to tell its
     * encoding.
     */
    private static List<String> cells(String row, CsvDialect dialect) {
      return dialect.cells(row.getBytes(StandardCharsets.UTF_8)).stream()
          .map(cell -> new String(cell, StandardCharsets.UTF_8))
          .toList();
    }

    private FoundArticle article(byte[] row, CsvDialect dialect) {
      Encoding.Decoded decoded = settings.decoded(row);
      if (decoded.error() != null) {
        return FoundArticle.rejected(Reason.BAD_ENCODING, decoded.error());
      }
      List<String> cells = cells(decoded.text(), dialect);
      if (cells.size() > names.size()) {
        return FoundArticle.rejected(
            Reason.BAD_RECORD,
            "the row has " + cells.size() + " cells, but there are " + names.size() + " columns");
      }
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < cells.size(); i++) {
        object.put(names.get(i), cells.get(i));
      }
      return FieldMappings.article(object, settings.fields(), settings.familyNamesFirst());
    }
  }
}
