package org.broadsheet.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.Accounting;
import org.broadsheet.job.Job;

/**
 * A number that a job expects of a run.
 *
 * @param name a table, or what is counted besides them
 * @param expected its rows, or how many
 * @param found what the run has; null if it did not publish the table
 */
record Expectation(String name, long expected, Long found) {

  /** Compares a run with all that its job expects. */
  static List<Expectation> of(Job job, Accounting accounting, List<WrittenTable> written) {
    Map<String, Long> found = new HashMap<>();
    found.put("records", accounting.records());
    found.put("rejected", accounting.rejected());
    written.forEach(table -> found.put(table.name(), table.rows()));
    return job.expect().entrySet().stream()
        .map(entry -> new Expectation(entry.getKey(), entry.getValue(), found.get(entry.getKey())))
        .toList();
  }

  boolean isCompared() {
    return found != null;
  }

  boolean isMet() {
    return isCompared() && found == expected;
  }

  @Override
  public String toString() {
    return name
        + ": expected "
        + expected
        + ", "
        + (isCompared() ? "found " + found : "not published");
  }
}
