package org.broadsheet.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.broadsheet.ingest.compression.BrokenStream;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.Remedy;
import org.broadsheet.ingest.record.SequentialRecords;

/**
 * The rows of a table as records, each numbered by the line it begins in. A row ends at a line
 * break outside quotation marks, so that a cell with line breaks stays whole. For a mark that is
 * never closed, only its own line is rejected, not the rest of the file.
 */
final class CsvRows extends SequentialRecords {

  /** Turns a row into a record, or into nothing. */
  interface Interpreter {
    RawRecord interpreted(long number, byte[] row, CsvDialect dialect);
  }

  /**
   * What follows a mark that never closes is read again. After so many bytes of it, marks are taken
   * for text: a file of such lines would be read as often as it has lines.
   */
  private static final long MOST_READ_AGAIN = 256L << 20;

  private static final int END = -1;

  private final int maxBytes;
  private final Interpreter interpreter;
  private InputStream in;
  private CsvDialect dialect;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long readAgain;

  /** How many cells the first row has. */
  private int columns;

  /**
   * Prepares to read rows.
   *
   * @param in the bytes from the first row on
   * @param linesBefore the lines above the first row
   * @param maxBytes the longest row; a longer one is rejected
   * @param dialect how the table is written
   * @param interpreter turns rows into records
   */
  CsvRows(
      InputStream in, long linesBefore, int maxBytes, CsvDialect dialect, Interpreter interpreter) {
    this.in = in;
    this.number = linesBefore;
    this.maxBytes = maxBytes;
    this.dialect = dialect;
    this.interpreter = interpreter;
  }

  /** Reads a row; null if it is blank, names the columns, or there is none. */
  @Override
  protected RawRecord read() {
    long first = number + 1;
    ByteArrayOutputStream row = new ByteArrayOutputStream();
    CsvScanner scanner = new CsvScanner(dialect);
    int line = 0;
    int suspect = 0;
    int previous = END;
    try {
      int now = byteOrEnd();
      if (now == END) {
        end();
        return null;
      }
      while (now != END) {
        int after = peek();
        CsvScanner.ByteRole role = scanner.step(now, after == END ? CsvScanner.END : after);
        boolean breaksLine = now == '\n' || now == '\r' && after != '\n';
        number += breaksLine ? 1 : 0;
        if (role == CsvScanner.ByteRole.ROW_END) {
          return isTwoRows(row, suspect)
              ? unclosed(first, row.toByteArray())
              : record(first, row.toByteArray());
        }
        row.write(now);
        line = breaksLine ? row.size() : line;
        boolean opens = now == '"' && previous == dialect.delimiter();
        suspect = opens && role == CsvScanner.ByteRole.TEXT && suspect == 0 ? line : suspect;
        previous = now;
        if (now == '\n' && scanner.isInQuotes() && opensCell()) {
          return unclosed(first, row.toByteArray());
        }
        if (row.size() > maxBytes) {
          return tooLong(first, row.toByteArray(), scanner.isInQuotes());
        }
        now = byteOrEnd();
      }
      number++;
      return scanner.isInQuotes() || isTwoRows(row, suspect)
          ? unclosed(first, row.toByteArray())
          : record(first, row.toByteArray());
    } catch (IOException | RuntimeException e) {
      end();
      number++;
      return RawRecord.rejected(
          Math.max(first, number),
          row.toByteArray(),
          Reason.UNREADABLE_FILE,
          "the file breaks off after line " + (number - 1) + ": " + e + Remedy.FETCH_AGAIN);
    }
  }

  /**
   * Whether the next line begins with a mark that opens a cell: then the mark before it was never
   * closed. Within a cell, the mark would be doubled; at its end, it would close the cell.
   */
  private boolean opensCell() throws IOException {
    int after = peek(1);
    return peek() == '"'
        && after != '"'
        && after != dialect.delimiter()
        && after != '\n'
        && after != '\r'
        && after != END;
  }

  /**
   * Whether a cell that was never closed ran on to a mark in a later row. Within a cell, a mark
   * that opens another is text, unless its line has all the cells of a row.
   *
   * @param line where the line begins that has such a mark; 0 for none, or for the first line
   */
  private boolean isTwoRows(ByteArrayOutputStream row, int line) {
    if (line == 0) {
      return false;
    }
    byte[] bytes = row.toByteArray();
    return dialect.cells(Arrays.copyOfRange(bytes, line, bytes.length)).size() == columns;
  }

  private RawRecord record(long first, byte[] row) {
    boolean blank = true;
    for (byte b : row) {
      blank &= b >= 0 && b <= ' ';
    }
    columns = columns == 0 && !blank ? dialect.cells(row).size() : columns;
    return blank ? null : interpreter.interpreted(first, row, dialect);
  }

  /** A mark opens in this row and never closes: the line is rejected, and what follows is read. */
  private RawRecord unclosed(long first, byte[] row) {
    byte[] line = takeFirstLine(first, row);
    return RawRecord.rejected(
        first,
        line,
        Reason.BAD_RECORD,
        "a quotation mark opens in line " + first + " and is never closed");
  }

  private RawRecord tooLong(long first, byte[] row, boolean inQuotes) {
    String detail = "the row has more than limits.max_record_bytes = " + maxBytes + " bytes";
    if (inQuotes) {
      takeFirstLine(first, row);
    } else {
      skipLine();
    }
    return RawRecord.rejected(first, row, Reason.TOO_LONG, detail);
  }

  /** Gives all but the first line of a row back to be read. */
  private byte[] takeFirstLine(long first, byte[] row) {
    byte[] line = CsvDialect.firstLine(row);
    boolean twoMarks =
        line.length + 1 < row.length && row[line.length] == '\r' && row[line.length + 1] == '\n';
    int from = Math.min(row.length, line.length + (twoMarks ? 2 : 1));
    InputStream again = new ByteArrayInputStream(row, from, row.length - from);
    InputStream left = new ByteArrayInputStream(buffer.clone(), position, limit - position);
    in = new SequenceInputStream(new SequenceInputStream(again, left), in);
    position = 0;
    limit = 0;
    number = first;
    readAgain += row.length - from;
    if (readAgain > MOST_READ_AGAIN) {
      dialect = dialect.withoutQuotes();
    }
    return line;
  }

  private void skipLine() {
    try {
      int now = byteOrEnd();
      while (now != END && now != '\n') {
        now = byteOrEnd();
      }
      number++;
    } catch (IOException e) {
      // The next read meets it again.
      in = new BrokenStream(e);
      position = 0;
      limit = 0;
    }
  }

  private int byteOrEnd() throws IOException {
    int next = peek();
    position += next == END ? 0 : 1;
    return next;
  }

  private int peek() throws IOException {
    return peek(0);
  }

  private int peek(int ahead) throws IOException {
    int read = 0;
    while (position + ahead >= limit && read >= 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
      read = in.read(buffer, limit, buffer.length - limit);
      limit += Math.max(0, read);
    }
    return position + ahead < limit ? buffer[position + ahead] & 0xff : END;
  }
}
