package org.broadsheet.counting;

import java.io.Serializable;

/**
 * The terms that are ranked, cut and counted together.
 *
 * @param language their language
 * @param n how many words they have
 */
public record NgramClass(String language, int n) implements Serializable {

  public static NgramClass of(TermStats.Key key) {
    return new NgramClass(key.language(), key.n());
  }
}
