package org.broadsheet.job;

import java.util.List;

/**
 * What a run left behind.
 *
 * @param directory where its tables are
 * @param latest the pointer to it
 * @param summary lines for a person
 * @param failedExpectations expectations that were not met; empty if all were, or none were checked
 */
public record RunResult(
    String directory, String latest, List<String> summary, List<String> failedExpectations) {}
