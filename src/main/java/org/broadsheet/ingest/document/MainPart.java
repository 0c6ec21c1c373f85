package org.broadsheet.ingest.document;

import java.io.IOException;

/** Where the text of a document lies: the document says so, and need not follow the custom. */
final class MainPart {

  private MainPart() {}

  /**
   * The path of the main part.
   *
   * @param parts the document
   * @param usual where it lies by custom
   * @return the path
   */
  static String of(ZippedParts parts, String usual) throws IOException {
    return parts.has(usual) ? usual : Relations.of(parts, "").typed("officeDocument", usual);
  }
}
