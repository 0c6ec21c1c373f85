package org.broadsheet.counting.block;

import java.io.Serializable;
import java.util.List;
import org.broadsheet.copies.DuplicateWeight;

/**
 * What articles are counted by: all articles with the same key are one group.
 *
 * @param language the language
 * @param source the source
 * @param period day of the epoch on which the period starts; null for articles without a date
 * @param fields the values of the fields that the job compares, in their order; empty for none
 * @param weight what the articles count for where each story counts once
 */
public record GroupKey(
    String language, String source, Integer period, List<String> fields, DuplicateWeight weight)
    implements Serializable {

  /**
   * Makes the key of articles without a copy.
   *
   * @param language the language
   * @param source the source
   * @param period day of the epoch on which the period starts; null for articles without a date
   * @param fields the values of the fields that the job compares
   */
  public GroupKey(String language, String source, Integer period, List<String> fields) {
    this(language, source, period, fields, DuplicateWeight.SINGLE);
  }

  /**
   * Gives the target that the articles belong to in a comparison.
   *
   * @param number 0 for the comparison by source, 1 for the first field
   * @return the source, or the value of the field; null without one
   */
  public String target(int number) {
    return number == 0 ? source : fields.get(number - 1);
  }
}
