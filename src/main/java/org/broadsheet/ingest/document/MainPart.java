package org.broadsheet.ingest.document;

import java.io.IOException;

/** Where the text of a document lies: the document says so, and need not follow the custom. */
final class MainPart {

  private static final String RELATIONS = "_rels/.rels";

  private MainPart() {}

  /**
   * The path of the main part.
   *
   * @param parts the document
   * @param usual where it lies by custom
   * @return the path
   */
  static String of(ZippedParts parts, String usual) throws IOException {
    if (parts.has(usual) || !parts.has(RELATIONS)) {
      return usual;
    }
    try (XmlPart xml = parts.part(RELATIONS)) {
      while (xml.next()) {
        String type = xml.isStart() ? xml.attribute("Type") : null;
        String target = type == null ? null : xml.attribute("Target");
        if (target != null && type.endsWith("/officeDocument")) {
          return target.startsWith("/") ? target.substring(1) : target;
        }
      }
    }
    return usual;
  }
}
