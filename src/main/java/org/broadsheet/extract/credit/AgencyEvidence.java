package org.broadsheet.extract.credit;

import java.util.Locale;

/** Where an article names its agency, the strongest first. */
public enum AgencyEvidence {
  /** The byline: "Jane Doe for AFP". */
  BYLINE,
  /** The dateline, a field of its own or the opening of the body: "PARIS (AFP) —". */
  DATELINE,
  /** The last lines: "Reporting by Jane Doe for Reuters", "(AFP)", "Copyright 2020 Reuters". */
  TRAILER,
  /** No agency is named. */
  NONE;

  /** The published value. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
