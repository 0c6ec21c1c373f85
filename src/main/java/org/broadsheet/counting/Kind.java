package org.broadsheet.counting;

import java.io.Serializable;

/**
 * The terms that are ranked, cut and counted together.
 *
 * @param language their language
 * @param n how many words they have
 */
public record Kind(String language, int n) implements Serializable {

  public static Kind of(TermCounts.Key key) {
    return new Kind(key.language(), key.n());
  }
}
