package org.broadsheet.ingest.document;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The parts that a part of a document refers to (ECMA-376, part 2), by name and by type. */
final class Relations {

  private final ZippedParts parts;
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> byType = new HashMap<>();

  private Relations(ZippedParts parts) {
    this.parts = parts;
  }

  /**
   * Reads the relations of a part.
   *
   * @param parts the document
   * @param part the path of the part; empty for the document itself
   */
  static Relations of(ZippedParts parts, String part) throws IOException {
    Relations relations = new Relations(parts);
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    String list = folder + "_rels/" + part.substring(folder.length()) + ".rels";
    if (parts.has(list)) {
      try (XmlPart xml = parts.part(list)) {
        relations.read(xml, folder);
      }
    }
    return relations;
  }

  private void read(XmlPart xml, String folder) throws IOException {
    while (xml.next()) {
      String target = xml.isStart() ? xml.attribute("Target") : null;
      if (target != null) {
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        String type = String.valueOf(xml.attribute("Type"));
        byName.put(xml.attribute("Id"), path);
        byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), path);
      }
    }
  }

  /** The path of the part that a name refers to; null if there is none. */
  String named(String name) {
    return byName.get(name);
  }

  /**
   * The path of the part of a type.
   *
   * @param type the end of its name
   * @param usual where it lies by custom
   * @return the path; the usual one if no other part is named that exists
   */
  String typed(String type, String usual) {
    String path = byType.get(type);
    return path != null && parts.has(path) ? path : usual;
  }
}
