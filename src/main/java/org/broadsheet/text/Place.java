package org.broadsheet.text;

import java.io.Serializable;
import java.util.List;

/**
 * What an article is counted by.
 *
 * @param language the language
 * @param source the outlet
 * @param period day of the epoch on which the period starts; null without a date
 * @param fields its values of the fields that a job compares by, in their order; null for none
 */
public record Place(String language, String source, Integer period, List<String> fields)
    implements Serializable {}
