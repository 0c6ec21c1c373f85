package org.broadsheet.ingest.record;

import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.encoding.EncodingDetector;

/**
 * How records are read.
 *
 * @param maxRecordBytes longest record; a longer one is rejected without being held in memory
 * @param fields which fields the job maps and keeps
 * @param charset the encoding that the job names, or null
 * @param lineCharset the encoding of those lines of the file that are not UTF-8, or null where each
 *     speaks for itself
 */
public record ReadSettings(
    int maxRecordBytes, FieldChoice fields, String charset, String lineCharset) {

  /**
   * How records are read of a file of which nothing is known yet.
   *
   * @param maxRecordBytes longest record
   * @param fields which fields the job maps and keeps
   * @param charset the encoding that the job names, or null
   */
  public ReadSettings(int maxRecordBytes, FieldChoice fields, String charset) {
    this(maxRecordBytes, fields, charset, null);
  }

  /**
   * How the lines of a file are read.
   *
   * @param head the first bytes of the file
   * @return the same settings with what the beginning says of the encoding
   */
  public ReadSettings ofLines(byte[] head) {
    String found = charset == null ? EncodingDetector.ofLines(head) : null;
    return found == null ? this : new ReadSettings(maxRecordBytes, fields, charset, found);
  }

  /**
   * Decodes a line, or another short piece of the file.
   *
   * @param line its bytes
   * @return the text or the error
   */
  public Encoding.Decoded decoded(byte[] line) {
    return Encoding.decode(line, charset, lineCharset);
  }
}
