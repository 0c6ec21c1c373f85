package org.broadsheet.topics.saved;

import static org.broadsheet.topics.saved.SavedFormat.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The parts that the tables of a language are saved in. */
final class SavedParts {

  private static final int LONGEST_PART = 1 << 28;
  private static final int MOST_PARTS = 10_000;

  /** A row of any table has at least four columns, of at least four bytes each. */
  private static final int LEAST_ROW = 16;

  /** A name cannot lead out of the folder. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,100}\\.parquet");

  private record PartDescription(String table, String name, int rows, int bytes, String sha256) {}

  /** Takes the rows of a part. */
  interface RowConsumer {

    /**
     * Reads the rows of a part.
     *
     * @param part the part
     * @param at the number of its first row in the table
     */
    void take(PartReader part, int at) throws IOException;
  }

  private final SavedFiles files;
  private final List<PartDescription> parts = new ArrayList<>();

  /**
   * Looks for the parts of a language.
   *
   * @param files the files
   * @param json the description of the language
   * @throws IOException if a part is not there or not as long as described
   */
  SavedParts(SavedFiles files, CheckedJson json) throws IOException {
    this.files = files;
    Set<String> names = new HashSet<>();
    for (CheckedJson described : json.list("parts", MOST_PARTS)) {
      int bytes = described.number("bytes", 1, LONGEST_PART);
      PartDescription part =
          new PartDescription(
              described.anyText("table"),
              described.text("name", NAME),
              described.number("rows", 1, bytes / LEAST_ROW),
              bytes,
              described.anyText("sha256"));
      require(names.add(part.name), "a part twice");
      require(files.length(part.name, LONGEST_PART) == bytes, part.name);
      parts.add(part);
    }
  }

  /** The number of rows of a table. */
  long rows(String table) {
    return parts.stream()
        .filter(part -> part.table.equals(table))
        .mapToLong(PartDescription::rows)
        .sum();
  }

  /**
   * Reads a table, one part after the other.
   *
   * @param table its name
   * @param rows takes the rows of each part
   * @throws IOException if a part is not as described, or its rows are out of order
   */
  void read(String table, RowConsumer rows) throws IOException {
    int at = 0;
    for (PartDescription part : parts) {
      if (part.table.equals(table)) {
        byte[] bytes = files.read(part.name, part.bytes);
        require(SavedFiles.sha256(bytes).equals(part.sha256), "the checksum of " + part.name);
        PartReader reader = new PartReader(bytes);
        require(reader.rows() == part.rows, "the rows of " + part.name);
        int[] numbers = new int[part.rows];
        reader.read("number", numbers, 0);
        for (int number : numbers) {
          require(number == at++, "the numbers in " + part.name);
        }
        rows.take(reader, at - part.rows);
      }
    }
  }
}
