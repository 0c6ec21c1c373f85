package org.broadsheet.corpus.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.List;

/**
 * Tables of separated values, with or without a line of names; see {@link CsvDialect} for what is
 * told from the first rows.
 */
final class Csv implements RecordFormat {

  /** Bytes that the dialect is told from. */
  private static final int SAMPLE = 1 << 16;

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    Head sample = Head.of(in, SAMPLE);
    CsvDialect dialect = CsvDialect.of(sample.bytes());
    return new CsvRows(
        sample.whole(), settings.maxRecordBytes(), dialect, new Rows(settings)::interpreted);
  }

  /** Reads rows; the first one may name the columns. */
  private static final class Rows {
    private final ReadSettings settings;
    private List<String> names;

    Rows(ReadSettings settings) {
      this.settings = settings;
    }

    /** The record of a row; null for the line of names. */
    RawRecord interpreted(long number, byte[] row, CsvDialect dialect) {
      if (names == null) {
        List<String> cells = cells(row, dialect);
        List<String> columns = FieldMapping.columns(cells);
        names = columns == null ? cells : columns;
        if (columns == null) {
          return null;
        }
      }
      return new RawRecord(number, row, bytes -> List.of(article(bytes, dialect)));
    }

    private List<String> cells(byte[] row, CsvDialect dialect) {
      return dialect.cells(row).stream()
          .map(cell -> Encoding.decode(cell, settings.charset()))
          .map(decoded -> decoded.text() == null ? "" : decoded.text().strip())
          .toList();
    }

    private FoundArticle article(byte[] row, CsvDialect dialect) {
      Encoding.Decoded decoded = Encoding.decode(row, settings.charset());
      if (decoded.error() != null) {
        return FoundArticle.rejected(Reason.BAD_ENCODING, decoded.error());
      }
      List<byte[]> cells = dialect.cells(row);
      if (cells.size() > names.size()) {
        return FoundArticle.rejected(
            Reason.BAD_RECORD,
            "the row has " + cells.size() + " cells, but there are " + names.size() + " columns");
      }
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < cells.size(); i++) {
        object.put(names.get(i), Encoding.decode(cells.get(i), settings.charset()).text());
      }
      return FieldMapping.article(object, settings.fields());
    }
  }
}
