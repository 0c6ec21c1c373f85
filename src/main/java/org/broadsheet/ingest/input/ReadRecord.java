package org.broadsheet.ingest.input;

import org.broadsheet.ingest.record.FoundArticle;

/**
 * An article or a rejected record that was read, or the end of a file.
 *
 * @param file the published name of the file, or of the member of an archive
 * @param format the name of its format, or {@link SplitReader#UNKNOWN}
 * @param number the number of the record in the split; at the end, how many lines the next split of
 *     the file must add to its own
 * @param raw the bytes of the record
 * @param article the article or the rejection; null at the end of a file
 * @param bytes the size of the file, at its end; null for a record
 */
public record ReadRecord(
    String file, String format, long number, byte[] raw, FoundArticle article, Long bytes) {

  /**
   * Whether this is the end of a file, and no record.
   *
   * @return true without an article
   */
  public boolean isEnd() {
    return article == null;
  }
}
