package org.broadsheet.run;

import java.util.List;
import java.util.Locale;
import org.broadsheet.storage.RunDirectory;
import org.broadsheet.table.Plural;
import org.broadsheet.table.ResultTable;

/**
 * A table as it was written.
 *
 * @param table the declaration of what was published
 * @param written the rows that tasks wrote
 * @param stored what its files hold
 * @param findings what breaks the declaration; empty if nothing does
 */
record WrittenTable(
    ResultTable table, long written, RunDirectory.Stored stored, List<String> findings) {

  String name() {
    return table.name();
  }

  /** Its rows, as its files count them. */
  long rows() {
    return stored.rows();
  }

  /** Whether rows were lost on the way to the store. Without a file, there is not even a schema. */
  boolean isLost() {
    return stored.files() == 0 || stored.rows() != written;
  }

  /** What was lost, in a sentence. */
  String loss() {
    return String.format(
        Locale.ROOT,
        "%s: tasks wrote %s, but %s",
        name(),
        Plural.of(written, "row"),
        stored.files() == 0
            ? "it has no file"
            : "its files hold " + Plural.of(stored.rows(), "row"));
  }

  static String summary(List<WrittenTable> tables) {
    long rows = tables.stream().mapToLong(WrittenTable::rows).sum();
    return Plural.of(tables.size(), "table") + ", " + Plural.of(rows, "row");
  }
}
