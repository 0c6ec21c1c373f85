package org.broadsheet.counting.block;

import java.io.Serializable;
import java.util.List;
import org.broadsheet.copies.DuplicateWeight;

/**
 * What an article is counted by.
 *
 * @param language the language
 * @param source the outlet
 * @param period day of the epoch on which the period starts; null without a date
 * @param fields its values of the fields that a job compares by, in their order; null for none
 * @param standing what it counts for where a story counts once
 */
public record GroupKey(
    String language, String source, Integer period, List<String> fields, DuplicateWeight standing)
    implements Serializable {

  /**
   * The place of an article without a copy.
   *
   * @param language the language
   * @param source the outlet
   * @param period day of the epoch on which the period starts; null without a date
   * @param fields its values of the fields that a job compares by
   */
  public GroupKey(String language, String source, Integer period, List<String> fields) {
    this(language, source, period, fields, DuplicateWeight.SINGLE);
  }

  /**
   * The side that the article is on in a comparison.
   *
   * @param number 0 for outlets, 1 for the first field
   * @return the outlet, or the value of the field; null without one
   */
  public String side(int number) {
    return number == 0 ? source : fields.get(number - 1);
  }
}
