package org.broadsheet.ingest.record;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a format cuts out of a file: the bytes of one record, and how to find the articles in them.
 *
 * @param number from 1 in the file or in the range of it that is read; the line number in formats
 *     of lines
 * @param bytes the record; its beginning where it is rejected unread
 * @param interpreter finds the articles: at least one outcome; never throws
 */
public record RawRecord(
    long number, byte[] bytes, Function<byte[], List<FoundArticle>> interpreter) {

  /** Bytes kept of a record that is rejected unread: enough for 2,000 characters. */
  public static final int BEGINNING = 8_000;

  /**
   * A record that cannot be read.
   *
   * @param number its number
   * @param bytes the record, or as much of it as there is; its beginning is kept, for people to
   *     look at
   * @param reason why
   * @param detail the particulars
   * @return the record
   */
  public static RawRecord rejected(long number, byte[] bytes, Reason reason, String detail) {
    byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, BEGINNING));
    return new RawRecord(number, beginning, kept -> List.of(FoundArticle.rejected(reason, detail)));
  }

  /**
   * Finds the articles.
   *
   * @return one outcome for each article that the record holds, at least one
   */
  public List<FoundArticle> articles() {
    return interpreter.apply(bytes);
  }
}
