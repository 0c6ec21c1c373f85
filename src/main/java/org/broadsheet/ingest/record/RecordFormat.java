package org.broadsheet.ingest.record;

import java.io.InputStream;

/**
 * An input format: how records are cut out of a file, and what articles a record holds.
 *
 * <p>To add a format, write one class, name it in {@code Formats}, say in {@code FormatRecognition}
 * how it is recognised, and add a fixture to its test. A format is plain Java: it never opens
 * files, never sees Spark, and never throws on content; what it cannot read becomes a rejection.
 */
public interface RecordFormat {

  /**
   * Whether records are lines, so that a large file can be read in ranges.
   *
   * @return true for formats of lines
   */
  default boolean isLines() {
    return false;
  }

  /**
   * What the beginning of a file tells about all of it, so that every part of it is read alike.
   *
   * @param head the first bytes of the file, decompressed
   * @param settings how the job says to read it
   * @return the settings for {@link #cut}
   */
  default ReadSettings settled(byte[] head, ReadSettings settings) {
    return settings.ofLines(head);
  }

  /**
   * Cuts records out of a stream.
   *
   * @param in the decompressed bytes of a file, or of a range of it that starts at a record
   * @param settings how to read them
   * @return the records in their order; a stream that breaks off ends with a rejected record
   */
  RawRecords cut(InputStream in, ReadSettings settings);
}
