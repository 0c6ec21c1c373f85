package org.broadsheet.corpus.format;

import java.util.Locale;

/** What told the text of an article from the rest of its record. */
public enum TextRule {
  /** A field of its own. */
  FIELD,
  /** The roles of the lines of a saved text. */
  LINES,
  /** The page's JSON-LD. */
  JSON_LD,
  /** The page's microdata. */
  MICRODATA,
  /** The density of text and links in the page. */
  DENSITY,
  /** All paragraphs of the page, since nothing better was found. */
  PARAGRAPHS,
  /** There is no text. */
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
