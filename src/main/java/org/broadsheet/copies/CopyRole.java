package org.broadsheet.copies;

import java.util.Locale;

/** What an article is among its copies. */
public enum CopyRole {
  /** It has no copies. */
  SINGLE,
  /** It was first, as far as dates say. */
  FIRST,
  /** It is any other copy. */
  COPY,
  /** It is another version, later if dated, of an article of the same source. */
  OWN_UPDATE;

  /**
   * The value of the column {@code copy_role}.
   *
   * @return the name in lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
