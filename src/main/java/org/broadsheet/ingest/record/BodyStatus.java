package org.broadsheet.ingest.record;

import java.util.Locale;

/** How much of an article's text its record holds. */
public enum BodyStatus {
  /** The whole text. */
  FULL,
  /** Its beginning, as an interface cuts it off. */
  TRUNCATED,
  /** The text with words blanked out. */
  MASKED,
  /** A summary in its place. */
  ABSTRACT,
  /** No text. */
  NONE;

  /**
   * The published form.
   *
   * @return the name in lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
