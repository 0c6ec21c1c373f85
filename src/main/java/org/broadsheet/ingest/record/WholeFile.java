package org.broadsheet.ingest.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;

/** A file that is read whole: one record. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Reads a file.
   *
   * @param in its decompressed bytes
   * @param maxBytes the most that are read
   * @param interpreter finds its articles
   * @return the record; rejected if the file is longer or breaks off
   */
  public static RawRecords cut(
      InputStream in, int maxBytes, Function<byte[], List<FoundArticle>> interpreter) {
    return RawRecords.of(List.of(read(in, maxBytes, interpreter)));
  }

  private static RawRecord read(
      InputStream in, int maxBytes, Function<byte[], List<FoundArticle>> interpreter) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      copy(in, bytes, maxBytes);
      if (in.read() < 0) {
        return new RawRecord(1, bytes.toByteArray(), interpreter);
      }
    } catch (IOException | RuntimeException e) {
      return RawRecord.rejected(
          1,
          bytes.toByteArray(),
          Reason.UNREADABLE_FILE,
          "the file breaks off: " + e + Remedy.FETCH_AGAIN);
    }
    return RawRecord.rejected(
        1,
        bytes.toByteArray(),
        Reason.TOO_LONG,
        "the file has more than limits.max_record_bytes = " + maxBytes + " bytes");
  }

  /**
   * Copies a stream up to a number of bytes.
   *
   * @param in the stream
   * @param out gets the bytes
   * @param most how many at most
   * @throws IOException if the stream breaks off; what was read before is copied
   */
  public static void copy(InputStream in, ByteArrayOutputStream out, int most) throws IOException {
    byte[] chunk = new byte[1 << 14];
    int length = 0;
    while (length >= 0 && out.size() < most) {
      length = in.read(chunk, 0, Math.min(chunk.length, most - out.size()));
      out.write(chunk, 0, Math.max(0, length));
    }
  }
}
