package org.broadsheet.extract.byline;

import java.util.Locale;

/** What a byline names; the first that holds. */
public enum BylineKind {
  /** At least one person, with or without an agency. */
  PERSON,
  /** News agencies and no person; "agencies" alone names none of them. */
  AGENCY,
  /** The newsroom without a name: "Staff Writer", "Our Correspondent", "Web Desk". */
  STAFF,
  /** The source itself. */
  OUTLET,
  /** No byline, or nothing in it that can be read as an author. */
  NONE;

  /** The published value. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
