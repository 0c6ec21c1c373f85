package org.broadsheet.run;

/**
 * When and how a run is published.
 *
 * @param verify whether to compare the run with the numbers that the job expects
 * @param anyway whether to publish it even if it is not as expected, or an audit fails
 * @param keepRuns how many finished runs stay; null for all
 */
public record Publishing(boolean verify, boolean anyway, Integer keepRuns) {}
