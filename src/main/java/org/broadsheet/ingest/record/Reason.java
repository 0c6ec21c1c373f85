package org.broadsheet.ingest.record;

import java.util.Locale;

/** Why a record is no article: a closed vocabulary, one primary reason a record. */
public enum Reason {
  /** The file is no file of text, breaks off, or is of a format without a reader. */
  UNREADABLE_FILE,
  /** The store did not give the file, or the rest of it, however often it was asked. */
  FILE_NOT_READ,
  /** The bytes are not valid in the encoding. */
  BAD_ENCODING,
  /** The record breaks the syntax of its format. */
  BAD_RECORD,
  /** The record is well-formed, but no object with fields. */
  NOT_AN_OBJECT,
  /** Neither title nor body has a word. */
  NO_TEXT,
  /** Fewer words than the job's {@code limits.min_words}. */
  TOO_SHORT,
  /** More bytes than the job's {@code limits.max_record_bytes}. */
  TOO_LONG,
  /** The address is that of a front page or of the index of a section. */
  HOME_PAGE,
  /** Content that is no text: binary, or of another kind. */
  NOT_TEXT,
  /** A page seems to hold several articles, and one was read, which may hold text of the others. */
  SEVERAL_ARTICLES,
  /** No field is known to be a title or a body. */
  NO_MAPPING,
  /** This program failed at the record; its log says how. */
  PROGRAM_ERROR;

  /**
   * The published form.
   *
   * @return lower case with hyphens, for example {@code no-text}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
