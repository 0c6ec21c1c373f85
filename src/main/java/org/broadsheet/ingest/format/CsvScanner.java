package org.broadsheet.ingest.format;

/** Goes through the bytes of rows and says what each is. */
final class CsvScanner {

  /** What follows the last byte. */
  static final int END = -1;

  private static final byte QUOTE = '"';

  /** What a byte of a row is. */
  enum ByteRole {
    /** A byte of a cell. */
    TEXT,
    /** A mark that is no part of a cell. */
    MARK,
    /** The end of a cell. */
    CELL_END,
    /** The end of a row. */
    ROW_END
  }

  private final CsvDialect dialect;
  private boolean inQuotes;
  private boolean atCellStart = true;
  private boolean literal;

  CsvScanner(CsvDialect dialect) {
    this.dialect = dialect;
  }

  /** Whether a cell is open that a quotation mark began. */
  boolean isInQuotes() {
    return inQuotes;
  }

  /**
   * Steps over a byte.
   *
   * @param now the byte, from 0 to 255
   * @param next the byte after it, from 0 to 255, or {@link #END}
   * @return what the byte is
   */
  ByteRole step(int now, int next) {
    if (literal) {
      literal = false;
      return ByteRole.TEXT;
    }
    return inQuotes ? inside(now, next) : outside(now, next);
  }

  private ByteRole inside(int now, int next) {
    if (dialect.backslash() && now == '\\' && next == QUOTE) {
      literal = true;
      return ByteRole.MARK;
    }
    if (now != QUOTE) {
      return ByteRole.TEXT;
    }
    if (next == QUOTE && !dialect.backslash()) {
      literal = true;
      return ByteRole.MARK;
    }
    // A mark in mid-cell that nobody doubled is text.
    boolean closes = next == dialect.delimiter() || next == '\n' || next == '\r' || next == END;
    inQuotes = !closes;
    return closes ? ByteRole.MARK : ByteRole.TEXT;
  }

  private ByteRole outside(int now, int next) {
    if (now == dialect.delimiter()) {
      atCellStart = true;
      return ByteRole.CELL_END;
    }
    if (now == '\n' || now == '\r' && next != '\n') {
      atCellStart = true;
      return ByteRole.ROW_END;
    }
    if (now == '\r') {
      return ByteRole.MARK;
    }
    if (now == QUOTE && atCellStart && dialect.quoted()) {
      inQuotes = true;
      atCellStart = false;
      return ByteRole.MARK;
    }
    atCellStart = false;
    return ByteRole.TEXT;
  }
}
