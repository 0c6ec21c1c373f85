package org.broadsheet.copies;

/**
 * How copies are found.
 *
 * @param days days between two copies at most, where both are dated
 */
public record CopySettings(int days) {}
