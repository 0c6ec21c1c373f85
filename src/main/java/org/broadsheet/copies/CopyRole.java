package org.broadsheet.copies;

import java.util.Locale;

/** What an article is among its copies. */
public enum CopyRole {
  /** It has none. */
  SINGLE,
  /** The first, where dates tell. */
  FIRST,
  /** Any other. */
  COPY,
  /** Another version, later if dated, of an article of the same outlet. */
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
