package org.broadsheet.ingest.document;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sheet as a table of separated values (RFC 4180): cells between commas, each enclosed in
 * quotation marks, and as many in each row as the widest of the first rows has. Rows without a cell
 * are left out.
 */
public final class SheetTable implements Closeable {

  /** Rows that are read ahead. */
  private static final int FIRST = 50;

  /** So many columns a table may have whose rows are all made as long. */
  private static final int WIDEST = 1_000;

  /** The name of a column may be printed on several lines. */
  private static final int LONGEST_NAME = 60;

  private final SheetRows rows;
  private final int most;
  private final InputStream stream;
  private final Deque<NumberedRow> ahead = new ArrayDeque<>();

  /** For each line that begins a row, the row's number in the sheet. */
  private final Deque<RowStart> starts = new ArrayDeque<>();

  private IOException failure;
  private int width;
  private long line = 1;
  private int row;

  private record NumberedRow(int number, List<String> cells) {}

  private record RowStart(long line, int row) {}

  SheetTable(SheetRows rows, ZippedParts parts, int most) {
    this.rows = rows;
    this.most = most;
    this.stream = parts.limited(new RowBytes());
    readAhead();
  }

  /** What fails here fails again where it is to be read. */
  private void readAhead() {
    try {
      List<String> cells = rows.next();
      while (cells != null) {
        ahead.add(new NumberedRow(rows.number(), cells));
        width = Math.max(width, Math.min(cells.size(), WIDEST));
        cells = ahead.size() < FIRST ? rows.next() : null;
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  /**
   * The first rows, before any is read.
   *
   * @return their cells
   */
  public List<List<String>> firstRows() {
    return ahead.stream().map(NumberedRow::cells).toList();
  }

  /**
   * What the first rows break off with.
   *
   * @return the failure; null if there is none
   */
  public IOException failure() {
    return failure;
  }

  /**
   * The rows. One that is too long stands there without quotation marks and line breaks, cut where
   * it gets too long.
   *
   * @return bytes of UTF-8, which are made as they are read
   */
  public InputStream stream() {
    return stream;
  }

  /**
   * The row of the sheet that a line of the table belongs to.
   *
   * @param ofTable the number of a line, not below that of the last call
   * @return the number of the row
   */
  public int row(long ofTable) {
    while (!starts.isEmpty() && starts.peek().line() <= ofTable) {
      row = starts.poll().row();
    }
    return row;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private byte[] nextRow() throws IOException {
    while (true) {
      NumberedRow next = ahead.poll();
      if (next == null && failure != null) {
        throw failure;
      }
      List<String> cells = next == null ? rows.next() : next.cells();
      if (cells == null) {
        return null;
      }
      int number = next == null ? rows.number() : next.number();
      if (!cells.isEmpty()) {
        return bytes(number, cells);
      }
    }
  }

  private byte[] bytes(int number, List<String> cells) {
    boolean mayBeNames = cells.stream().allMatch(cell -> cell.length() <= LONGEST_NAME);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.max(width, cells.size()) && text.length() <= most; i++) {
      String cell = i < cells.size() ? quoted(cells.get(i)) : "";
      text.append(i == 0 ? "\"" : ",\"").append(mayBeNames ? cell.replace('\n', ' ') : cell);
      text.append('"');
    }
    byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    int end = bytes.length - 1;
    if (end > most) {
      blankMarks(bytes, end);
    }
    starts.add(new RowStart(line, number));
    line += IntStream.range(0, bytes.length).filter(i -> bytes[i] == '\n').count();
    return bytes;
  }

  /** Makes a row one line, which is rejected as a whole. */
  private static void blankMarks(byte[] row, int end) {
    for (int i = 0; i < end; i++) {
      row[i] = row[i] == '"' || row[i] == '\n' ? (byte) ' ' : row[i];
    }
  }

  private static String quoted(String cell) {
    String text = cell.indexOf('\r') < 0 ? cell : cell.replace("\r\n", "\n").replace('\r', '\n');
    return text.replace("\"", "\"\"");
  }

  /** The bytes of one row after another. */
  private final class RowBytes extends InputStream {
    private byte[] bytes = {};
    private int at;

    @Override
    public int read() throws IOException {
      return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, into, offset, count);
      at += count;
      return count;
    }

    private boolean fill() throws IOException {
      while (at == bytes.length) {
        bytes = nextRow();
        at = 0;
        if (bytes == null) {
          bytes = new byte[0];
          return false;
        }
      }
      return true;
    }
  }
}
