package org.broadsheet.ingest.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.ingest.mapping.FieldMappings;

/**
 * How a table of separated values is written.
 *
 * @param delimiter what stands between cells: comma, semicolon, tab or bar
 * @param quoted whether quotation marks enclose cells, or are text
 * @param backslash whether a quotation mark within a cell has a backslash before it, instead of
 *     being doubled
 */
record CsvDialect(byte delimiter, boolean quoted, boolean backslash) {

  private static final byte[] DELIMITERS = {',', '\t', ';', '|'};
  private static final byte[] DECLARED = {'s', 'e', 'p', '='};
  private static final int MOST_ABOVE = 20;

  /**
   * Recognises the dialect by the beginning of a file. The delimiter is one that cuts the first
   * line into names of fields, else the one that cuts most rows into the same number of cells, two
   * at least. Quotation marks enclose cells unless that makes the rows uneven.
   *
   * @param sample the first bytes
   * @return the dialect; commas where no delimiter is better
   */
  static CsvDialect of(byte[] sample) {
    boolean backslash = count(sample, '\\', '"') > count(sample, '"', '"');
    CsvDialect best = new CsvDialect((byte) ',', true, backslash);
    double highest = 0;
    for (byte delimiter : isDeclared(sample) ? new byte[] {sample[DECLARED.length]} : DELIMITERS) {
      for (boolean quoted : new boolean[] {true, false}) {
        CsvDialect dialect = new CsvDialect(delimiter, quoted, backslash);
        double score = dialect.evenness(sample) + (dialect.names(sample) ? 1 : 0);
        if (score > highest) {
          highest = score;
          best = dialect;
        }
      }
    }
    return best;
  }

  /** Whether the first line names the delimiter, as spreadsheets write it. */
  private static boolean isDeclared(byte[] sample) {
    int end = DECLARED.length + 1;
    return sample.length > end
        && startsWith(sample, DECLARED)
        && (sample[end] == '\n' || sample[end] == '\r');
  }

  /** Whether the first row of a file is no row, but names the delimiter. */
  static boolean isDeclaration(byte[] row) {
    return firstLine(row).length == DECLARED.length + 1 && startsWith(row, DECLARED);
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static int count(byte[] sample, char first, char second) {
    int count = 0;
    for (int i = 1; i < sample.length; i++) {
      count += sample[i - 1] == first && sample[i] == second ? 1 : 0;
    }
    return count;
  }

  /** Whether the first line, cut so, holds two names of fields: prose has none between tabs. */
  private boolean names(byte[] sample) {
    return cells(firstLine(sample)).stream()
            .map(cell -> new String(cell, StandardCharsets.UTF_8))
            .filter(FieldMappings::isKnown)
            .count()
        >= 2;
  }

  /**
   * The share of the bytes in rows that have as many cells as most rows; 0 for one cell. Of
   * delimiters that cut equally evenly, the one that cuts more has the higher value.
   */
  private double evenness(byte[] sample) {
    List<int[]> rows = rows(sample);
    int[] sizes = sizes(rows);
    int most = most(sizes);
    long all = rows.stream().mapToLong(row -> row[1]).sum();
    return most == 0 ? 0 : (double) sizes[most] / Math.max(1, all) + 1e-6 * most;
  }

  /** The bytes in rows of so many cells. */
  private static int[] sizes(List<int[]> rows) {
    int[] sizes = new int[1 << 10];
    rows.forEach(row -> sizes[Math.min(row[0], sizes.length - 1)] += row[1]);
    return sizes;
  }

  /** How many cells most rows have, by their bytes; 0 where none has two. */
  private static int most(int[] sizes) {
    int most = 0;
    for (int cells = 2; cells < sizes.length; cells++) {
      most = sizes[cells] > sizes[most] || most == 0 && sizes[cells] > 0 ? cells : most;
    }
    return most;
  }

  /**
   * The length of what stands above the table: a title and the like, with fewer cells than most
   * rows have.
   *
   * @param sample the first bytes
   * @return where the first row begins that is as long as most; 0 where nothing stands above it
   */
  int preamble(byte[] sample) {
    List<int[]> rows = rows(sample);
    int most = most(sizes(rows));
    for (int[] row : rows.subList(0, Math.min(rows.size(), MOST_ABOVE))) {
      byte[] bytes = Arrays.copyOfRange(sample, row[2], row[2] + row[1]);
      long filled = cells(bytes).stream().filter(CsvDialect::isFilled).count();
      if (row[0] == most && (filled > 1 || most == 2)) {
        return row == rows.get(0) ? 0 : row[2];
      }
    }
    return 0;
  }

  private static boolean isFilled(byte[] cell) {
    for (byte b : cell) {
      if (b < 0 || b > ' ') {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a beginning is a table and no prose: at least three rows of at least three cells, the
   * same number in all.
   */
  boolean isTable(byte[] sample) {
    List<int[]> rows = rows(sample);
    return rows.size() >= 3
        && rows.get(0)[0] >= 3
        && rows.stream().allMatch(row -> row[0] == rows.get(0)[0]);
  }

  /**
   * The number of cells, the length and the start of each whole row of the sample; those of a row
   * that is cut off if there is no other.
   */
  private List<int[]> rows(byte[] sample) {
    List<int[]> rows = new ArrayList<>();
    CsvScanner scanner = new CsvScanner(this);
    int cells = 1;
    int start = 0;
    for (int i = 0; i < sample.length; i++) {
      CsvScanner.ByteRole role =
          scanner.step(
              sample[i] & 0xff, i + 1 < sample.length ? sample[i + 1] & 0xff : CsvScanner.END);
      if (role == CsvScanner.ByteRole.CELL_END) {
        cells++;
      } else if (role == CsvScanner.ByteRole.ROW_END) {
        if (i - start > 1) {
          rows.add(new int[] {cells, i - start, start});
        }
        cells = 1;
        start = i + 1;
      }
    }
    boolean open = scanner.isInQuotes();
    if (start < sample.length && (rows.isEmpty() || open)) {
      // A quotation mark that takes in all the rest probably encloses no cell.
      int counted = open && !rows.isEmpty() ? 1 : cells;
      rows.add(new int[] {counted, sample.length - start, start});
    }
    return rows;
  }

  /**
   * Cuts a row into its cells.
   *
   * @param row the bytes of a row, without its line break
   * @return the bytes of each cell, without marks
   */
  List<byte[]> cells(byte[] row) {
    List<byte[]> cells = new ArrayList<>();
    ByteArrayOutputStream cell = new ByteArrayOutputStream();
    CsvScanner scanner = new CsvScanner(this);
    int start = row.length > 2 && row[0] == (byte) 0xef && row[1] == (byte) 0xbb ? 3 : 0;
    for (int i = start; i < row.length; i++) {
      switch (scanner.step(
          row[i] & 0xff, i + 1 < row.length ? row[i + 1] & 0xff : CsvScanner.END)) {
        case TEXT -> cell.write(row[i]);
        case CELL_END -> {
          cells.add(cell.toByteArray());
          cell.reset();
        }
        default -> {
          // A mark, or the line break of a row that was cut with it.
        }
      }
    }
    cells.add(cell.toByteArray());
    return cells;
  }

  CsvDialect withoutQuotes() {
    return new CsvDialect(delimiter, false, backslash);
  }

  /** The first line of a row that runs over several. */
  static byte[] firstLine(byte[] row) {
    int end = 0;
    while (end < row.length && row[end] != '\n' && row[end] != '\r') {
      end++;
    }
    return Arrays.copyOf(row, end);
  }
}
