package org.broadsheet.generate;

import java.util.Locale;

/** What a record is. */
enum Role {
  /** An article of its own. */
  ORIGINAL,
  /** The body of an earlier article, at another outlet and under another title. */
  COPY,
  /** A copy whose last third of paragraphs is left out. */
  ABRIDGED,
  /** A copy behind an opening sentence of its own. */
  REWRITTEN,
  /** An earlier record once more, with its address, outlet, title and text. */
  REPEATED,
  /** An article without a date. */
  UNDATED,
  /** A record without a title and a body. */
  EMPTY,
  /** A record that is cut off in the middle. */
  CUT;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is an article at another outlet that has the text of an earlier one. */
  boolean isCopy() {
    return this == COPY || this == ABRIDGED || this == REWRITTEN;
  }
}
