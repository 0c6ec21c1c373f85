package org.broadsheet.copies;

/**
 * How copies are found, and what they count for.
 *
 * @param days days between two copies at most, where both are dated
 * @param countsOnce whether a story that was printed several times counts once where terms are
 *     compared and topics learned
 */
public record CopySettings(int days, boolean countsOnce) {}
