package org.broadsheet.extract.savedtext;

import java.util.Locale;

/** What a line or a label of an export belongs to. */
enum ExportField {
  TITLE,
  BYLINE,
  DATELINE,
  SOURCE,
  PUBLISHED,
  SECTION,
  LANGUAGE,
  URL,
  KEYWORDS,
  CAPTION,
  BODY,
  /** A line about the publication, of which a layout says what is what. */
  IMPRINT,
  /** Not used: what follows such a label is dropped. */
  OTHER;

  static ExportField of(String name) {
    return valueOf(name.replaceFirst("\\d$", "").toUpperCase(Locale.ROOT));
  }
}
