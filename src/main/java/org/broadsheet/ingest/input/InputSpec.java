package org.broadsheet.ingest.input;

import java.io.Serializable;
import org.broadsheet.ingest.record.FieldChoice;

/**
 * One entry of a job's input.
 *
 * @param path a file, a folder (read with its sub-folders) or a glob; any Hadoop URI
 * @param format one of the names of {@link org.broadsheet.ingest.format.Formats}, or {@code auto}
 * @param encoding the encoding of files that do not name their own; null to detect it
 * @param fields the fields that the job maps and keeps
 * @param followLinks whether links are followed that lead out of the path
 */
public record InputSpec(
    String path, String format, String encoding, FieldChoice fields, boolean followLinks)
    implements Serializable {

  /**
   * An entry whose links are not followed where they lead out of its path.
   *
   * @param path a file, a folder or a glob
   * @param format a name of a format, or {@code auto}
   * @param encoding an encoding, or null
   * @param fields the fields that the job maps and keeps
   */
  public InputSpec(String path, String format, String encoding, FieldChoice fields) {
    this(path, format, encoding, fields, false);
  }
}
