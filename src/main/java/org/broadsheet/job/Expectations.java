package org.broadsheet.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.corpus.Accounting;

/** Compares a run with the numbers that its job expects. */
final class Expectations {

  private Expectations() {}

  /** Each expectation in words, and whether it was met. */
  static Map<String, Boolean> check(Job job, Accounting accounting, List<WrittenTable> written) {
    Map<String, Long> actual = new LinkedHashMap<>();
    actual.put("records", accounting.records());
    actual.put("rejected", accounting.rejected());
    written.forEach(table -> actual.put(table.table().name(), table.rows()));
    Map<String, Boolean> outcome = new LinkedHashMap<>();
    job.expect()
        .forEach(
            (name, expected) -> {
              Long found = actual.get(name);
              outcome.put(
                  name + ": expected " + expected + ", found " + found, expected.equals(found));
            });
    return outcome;
  }
}
