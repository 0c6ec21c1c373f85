package org.broadsheet.ingest.document;

import java.io.IOException;

/** The text of a document is longer than a record may be. */
public final class DocumentTooLongException extends IOException {

  private static final long serialVersionUID = 1L;

  DocumentTooLongException(int most) {
    super("its text is longer than limits.max_record_bytes = " + most);
  }
}
