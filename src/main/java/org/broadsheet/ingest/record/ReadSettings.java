package org.broadsheet.ingest.record;

import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.encoding.EncodingDetector;

/**
 * How records are read.
 *
 * @param maxRecordBytes longest record; a longer one is rejected without being held in memory
 * @param fields which fields the job maps and keeps
 * @param charset the encoding that the job names, or null
 * @param lineCharset the encoding of those lines of the file that are not UTF-8; null to detect it
 *     for each
 * @param familyNamesFirst whether the bylines of the file show that {@code Doe, Jane} is one name
 */
public record ReadSettings(
    int maxRecordBytes,
    FieldChoice fields,
    String charset,
    String lineCharset,
    boolean familyNamesFirst) {

  /**
   * Settings for a file of which nothing is known yet.
   *
   * @param maxRecordBytes longest record
   * @param fields which fields the job maps and keeps
   * @param charset the encoding that the job names, or null
   */
  public ReadSettings(int maxRecordBytes, FieldChoice fields, String charset) {
    this(maxRecordBytes, fields, charset, null, false);
  }

  /**
   * Settings for the lines of a file.
   *
   * @param head the first bytes of the file
   * @return the same settings, with the encoding that the beginning suggests; that of the job only
   *     for lines that are not UTF-8 if the beginning is
   */
  public ReadSettings ofLines(byte[] head) {
    if (charset != null) {
      return Encoding.isContradicted(head, charset) ? ofLinesIn(charset) : this;
    }
    String found = EncodingDetector.ofLines(head);
    return found == null ? this : ofLinesIn(found);
  }

  private ReadSettings ofLinesIn(String found) {
    return new ReadSettings(maxRecordBytes, fields, null, found, familyNamesFirst);
  }

  /**
   * Settings for a file of which some bylines are known.
   *
   * @param value whether they show that family names come first
   * @return the same settings with that
   */
  public ReadSettings familyNamesFirst(boolean value) {
    return new ReadSettings(maxRecordBytes, fields, charset, lineCharset, value);
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
