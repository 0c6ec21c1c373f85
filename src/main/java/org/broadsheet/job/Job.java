package org.broadsheet.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.copies.CopySettings;
import org.broadsheet.ingest.CorpusSettings;
import org.broadsheet.terms.TermSettings;
import org.broadsheet.topics.learning.TopicSettings;

/**
 * One job: what to read, what to compute, where to write.
 *
 * @param name the name
 * @param corpus what to read, and how
 * @param output where runs are written; any Hadoop URI
 * @param tables the result tables to publish
 * @param partitions partitions of a shuffle; null to fit them to the data
 * @param copies how copies are found
 * @param terms how terms are counted
 * @param topics how topics are found
 * @param expect the numbers that {@code --verify} compares with: of records, rejected records, or
 *     rows of a table
 * @param effective the job as it is after overrides, for the manifest
 */
public record Job(
    String name,
    CorpusSettings corpus,
    String output,
    Set<String> tables,
    Integer partitions,
    CopySettings copies,
    TermSettings terms,
    TopicSettings topics,
    Map<String, Long> expect,
    Object effective) {

  /** The counts, other than the rows of tables, that a job can expect. */
  static final Set<String> EXPECTED_COUNTS = Set.of("records", "rejected");

  /**
   * Whether a table is to be published.
   *
   * @param table its name
   * @return true if the job asks for it
   */
  public boolean wants(String table) {
    return tables.contains(table);
  }

  /**
   * Whether any of some tables is to be published.
   *
   * @param names their names
   * @return true if the job asks for one of them
   */
  public boolean wantsAny(List<String> names) {
    return names.stream().anyMatch(tables::contains);
  }

  /**
   * Whether {@code --verify} has something to compare.
   *
   * @return true if the job expects a number of something that it counts or publishes
   */
  public boolean expectsSomething() {
    return expect.keySet().stream().anyMatch(name -> EXPECTED_COUNTS.contains(name) || wants(name));
  }
}
