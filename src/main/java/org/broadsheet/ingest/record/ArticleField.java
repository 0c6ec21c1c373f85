package org.broadsheet.ingest.record;

import java.util.Locale;

/** The fields of an article that a record can give. */
public enum ArticleField {
  /** The title or headline. */
  TITLE,
  /** The text. */
  BODY,
  /** The address. */
  URL,
  /** The source. */
  SOURCE,
  /** The printed author line. */
  BYLINE,
  /** The place line, where it is a field of its own. */
  DATELINE,
  /** The publication date. */
  PUBLISHED,
  /** The language. */
  LANGUAGE,
  /** The section or category. */
  SECTION,
  /** Keywords or tags. */
  KEYWORDS;

  private final String label = name().toLowerCase(Locale.ROOT);

  /**
   * The name in job files and mappings.
   *
   * @return the name in lower case
   */
  public String label() {
    return label;
  }
}
