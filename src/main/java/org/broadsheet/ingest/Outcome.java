package org.broadsheet.ingest;

import java.util.Locale;

/** What became of a record when it was parsed. */
enum Outcome {
  /** It is an article. */
  ARTICLE,
  /** It is no article. */
  REJECTED,
  /** It is no record, but the end of a file in a split. */
  END;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The value of the column {@code outcome}: the name in lower case. */
  String label() {
    return label;
  }

  /** The outcome of a label. */
  static Outcome of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
