package org.broadsheet.ingest.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The lines of a stream as records. Blank lines are no records but count. A line that is too long
 * is skipped, not held; a stream that breaks off ends with a rejected record.
 */
public final class Lines extends SequentialRecords {

  private final InputStream in;
  private final int maxBytes;
  private final Function<byte[], List<FoundArticle>> interpreter;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long lineBytes;

  /**
   * Prepares to read lines.
   *
   * @param in the bytes
   * @param maxBytes the longest line; a longer one is rejected
   * @param interpreter finds the articles of a line
   */
  public Lines(InputStream in, int maxBytes, Function<byte[], List<FoundArticle>> interpreter) {
    this.in = in;
    this.maxBytes = maxBytes;
    this.interpreter = interpreter;
  }

  /** Reads a line; null if it is blank or the stream has ended. */
  @Override
  protected RawRecord read() {
    try {
      if (!fillLine()) {
        end();
        return null;
      }
    } catch (IOException | RuntimeException e) {
      end();
      return brokenOff(e);
    }
    number++;
    if (lineBytes > maxBytes) {
      return rejected(
          Reason.TOO_LONG,
          "the line has " + lineBytes + " bytes, limits.max_record_bytes allows " + maxBytes);
    }
    return isBlank() ? null : new RawRecord(number, Arrays.copyOf(line, length), interpreter);
  }

  private RawRecord brokenOff(Exception e) {
    number++;
    return rejected(
        Reason.UNREADABLE_FILE,
        "the file breaks off after line " + (number - 1) + ": " + e + Remedy.FETCH_AGAIN);
  }

  private RawRecord rejected(Reason reason, String detail) {
    int kept = Math.min(Math.min(length, maxBytes), RawRecord.BEGINNING);
    return RawRecord.rejected(number, Arrays.copyOf(line, kept), reason, detail);
  }

  /** Reads up to the next line break; false at the end of the stream. */
  private boolean fillLine() throws IOException {
    length = 0;
    lineBytes = 0;
    boolean any = false;
    while (position < limit || fillBuffer()) {
      any = true;
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      append(end - position);
      boolean complete = end < limit;
      position = complete ? end + 1 : end;
      if (complete) {
        break;
      }
    }
    if (length > 0 && lineBytes == length && line[length - 1] == '\r') {
      length--;
      lineBytes--;
    }
    return any;
  }

  private boolean fillBuffer() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  private void append(int bytes) {
    lineBytes += bytes;
    // One byte more than allowed: it may be the carriage return of a line break.
    int most = maxBytes + 1;
    int kept = Math.min(bytes, most - length);
    if (length + kept > line.length) {
      line = Arrays.copyOf(line, (int) Math.min(most, Math.max(2L * line.length, length + kept)));
    }
    System.arraycopy(buffer, position, line, length, kept);
    length += kept;
  }

  private boolean isBlank() {
    for (int i = 0; i < length; i++) {
      boolean space = line[i] == ' ' || line[i] >= '\t' && line[i] <= '\r';
      if (!space) {
        return false;
      }
    }
    return true;
  }
}
