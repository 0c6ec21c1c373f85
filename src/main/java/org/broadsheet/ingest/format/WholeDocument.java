package org.broadsheet.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.broadsheet.ingest.document.DocumentTooLongException;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.WholeFile;

/** The file of an office program, which is read whole before it is taken apart. */
final class WholeDocument {

  private WholeDocument() {}

  /** Takes a document apart. */
  interface Opener {
    /**
     * Takes it apart.
     *
     * @param file its bytes
     * @return its records
     * @throws IOException if it is broken
     */
    RawRecords open(byte[] file) throws IOException;
  }

  /**
   * Reads a document.
   *
   * @param in its bytes
   * @param most the most that are read
   * @param failed what to say where it cannot be read, before the reason
   * @param opener takes it apart
   * @return its records; a rejected one for a document that is too long or cannot be read
   */
  static RawRecords cut(InputStream in, int most, String failed, Opener opener) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      WholeFile.copy(in, file, most);
      return in.read() < 0
          ? opener.open(file.toByteArray())
          : rejected(
              Reason.TOO_LONG,
              "the file has more than limits.max_record_bytes = " + most + " bytes");
    } catch (DocumentTooLongException e) {
      return rejected(Reason.TOO_LONG, e.getMessage());
    } catch (IOException | RuntimeException e) {
      return rejected(Reason.UNREADABLE_FILE, failed + e.getMessage());
    }
  }

  private static RawRecords rejected(Reason reason, String detail) {
    return RawRecords.of(List.of(RawRecord.rejected(1, new byte[0], reason, detail)));
  }
}
