package org.broadsheet.ingest.record;

/** What helps where a file cannot be read: parts of the details of a {@link Rejection}. */
public final class Remedy {

  /** For a file that breaks off, or is damaged. */
  public static final String FETCH_AGAIN =
      "; copy or download the file again, or export it anew: what was read before this place is kept";

  private Remedy() {}
}
