package org.broadsheet.run;

import java.util.List;

/**
 * What a run left behind.
 *
 * @param directory where its tables are
 * @param latest the pointer to the latest published run
 * @param isPublished whether that is this run
 * @param summary lines for a person
 * @param problems what an audit found, and expectations that were not met; a run with one is
 *     published only if the user wants it all the same
 */
public record RunResult(
    String directory,
    String latest,
    boolean isPublished,
    List<String> summary,
    List<String> problems) {}
