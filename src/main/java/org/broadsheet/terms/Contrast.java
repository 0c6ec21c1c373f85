package org.broadsheet.terms;

import java.io.Serializable;
import org.broadsheet.counting.block.GroupKey;

/**
 * A comparison of targets, such as sources, each with its rest: the articles of the corpus outside
 * the target. A story counts once in a target and once in its rest, however many copies either has,
 * so that a story that everybody prints does not distinguish anybody.
 *
 * <p>The functions give the target of the articles of a group, or null if they do not count.
 *
 * @param number 0 for the comparison of sources, 1 for that of the first field
 * @param field the name of the field, {@code source} for sources
 */
record Contrast(int number, String field) implements Serializable {

  /** Every article counts for its target, copies included. */
  Target target(GroupKey key) {
    return target(key.target(number));
  }

  /** One article of each story counts for its target. */
  Target targetDeduplicated(GroupKey key) {
    return key.weight().inContrast(number).inTarget() ? target(key) : null;
  }

  /** One article of each story in the whole corpus counts for its target. */
  Target targetOfCorpusRepresentative(GroupKey key) {
    return key.weight().inCorpus() ? target(key) : null;
  }

  /**
   * An article counts in the rest of the target that has the corpus representative of its story.
   * The rest of a target is the deduplicated corpus, minus the target's corpus representatives,
   * plus these articles.
   */
  Target targetWithRestRepresentative(GroupKey key) {
    return target(key.weight().inContrast(number).inRestOf());
  }

  private Target target(String value) {
    return value == null ? null : new Target(field, value);
  }
}
