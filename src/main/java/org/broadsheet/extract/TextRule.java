package org.broadsheet.extract;

import java.util.Locale;

/** The rule that separated an article's text from the rest of its record: a closed vocabulary. */
public enum TextRule {
  /** A field of its own. */
  FIELD,
  /** The roles of the lines of a saved text. */
  LINES,
  /** The page's JSON-LD {@code articleBody}, with the page's own paragraphs where it has them. */
  JSON_LD,
  /** The element that the page marks as {@code itemprop=articleBody}. */
  MICRODATA,
  /** The element that holds most of the page's prose and fewest of its links. */
  DENSITY,
  /** Every paragraph of the page, since no element stood out. */
  PARAGRAPHS,
  /** No text was found. */
  NONE;

  /**
   * The published form.
   *
   * @return the name in lower case, with hyphens
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
