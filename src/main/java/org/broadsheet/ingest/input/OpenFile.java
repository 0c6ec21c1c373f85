package org.broadsheet.ingest.input;

import java.io.Closeable;
import java.util.List;
import java.util.function.LongSupplier;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.Rejection;

/**
 * A file, or a member of an archive, that is being read.
 *
 * @param name its published name
 * @param format the name of its format
 * @param bytes its size, which archives may know only after the member
 * @param records its records
 * @param source what is closed when its records are read
 * @param isShared whether other stripes of the file read it too, each its own lines
 */
record OpenFile(
    String name,
    String format,
    LongSupplier bytes,
    RawRecords records,
    Closeable source,
    boolean isShared) {

  static final RawRecords NO_RECORDS = RawRecords.of(List.of());

  /** There is nothing to close, or it is closed with the file. */
  private static final Closeable NOTHING = () -> {};

  /** A file that this split reads alone. */
  static OpenFile of(
      String name, String format, LongSupplier bytes, RawRecords records, Closeable source) {
    return new OpenFile(name, format, bytes, records, source, false);
  }

  /** A file without records. */
  static OpenFile empty(String name, String format, LongSupplier bytes) {
    return of(name, format, bytes, NO_RECORDS, NOTHING);
  }

  /** The same file with a rejected record in place of all others. */
  OpenFile rejected(long number, Rejection rejection) {
    RawRecord rejected =
        new RawRecord(number, new byte[0], raw -> List.of(FoundArticle.rejected(rejection)));
    return of(name, format, bytes, RawRecords.of(List.of(rejected)), NOTHING);
  }
}
