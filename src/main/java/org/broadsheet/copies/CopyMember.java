package org.broadsheet.copies;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be known of an article that has a copy.
 *
 * @param id article_id
 * @param source its outlet; null if it is of none
 * @param at the instant of publication, or null
 * @param date the day as printed, or null
 * @param words words in its body
 * @param agencies news agencies that it is credited to
 */
record CopyMember(
    String id, String source, Instant at, LocalDate date, int words, List<String> agencies)
    implements Serializable {}
