package org.broadsheet.ingest.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.Remedy;
import org.broadsheet.ingest.record.SequentialRecords;

/**
 * The messages of a mailbox (RFC 4155) as records. A line that begins a message follows a blank one
 * and is followed by a field, or by two fields where no line is blank; within messages such lines
 * are written with {@code >} before them, which is taken away.
 */
public final class Mailbox extends SequentialRecords {

  /** Lines are looked at in pieces: they may be of any length. */
  private static final int LONGEST_PIECE = 1 << 12;

  private final InputStream in;
  private final int maxBytes;
  private final Function<byte[], List<FoundArticle>> interpreter;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private final Deque<LinePiece> held = new ArrayDeque<>();
  private boolean inLine;

  /** A line, or a part of a long one. */
  private record LinePiece(byte[] bytes, boolean beginsLine) {

    boolean isBlank() {
      return beginsLine && bytes.length <= 2 && line().isEmpty();
    }

    String line() {
      return Lineation.line(bytes, 0, bytes.length);
    }

    boolean isFolded() {
      return beginsLine && (bytes[0] == ' ' || bytes[0] == '\t') && !line().isBlank();
    }

    boolean isPostmark() {
      return beginsLine && bytes[0] == 'F' && MailRecognition.isPostmark(line());
    }

    /** How many bytes of the line only show that it is no postmark. */
    int quotes() {
      int marks = 0;
      while (beginsLine && marks < bytes.length && bytes[marks] == '>') {
        marks++;
      }
      return marks > 0 && line().startsWith("From ", marks) ? 1 : 0;
    }
  }

  /**
   * Prepares to read messages.
   *
   * @param in the bytes of the mailbox
   * @param maxBytes the longest message; a longer one is rejected without being held
   * @param interpreter finds the articles of a message
   */
  public Mailbox(InputStream in, int maxBytes, Function<byte[], List<FoundArticle>> interpreter) {
    this.in = in;
    this.maxBytes = maxBytes;
    this.interpreter = interpreter;
  }

  /** Reads a message up to the next postmark; null for nothing but blank lines. */
  @Override
  protected RawRecord read() {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    long length = 0;
    boolean afterBlank = true;
    try {
      for (LinePiece piece = nextPiece(); piece != null; piece = nextPiece()) {
        boolean begins = piece.isPostmark() && headerFollows(afterBlank ? 1 : 2);
        if (begins && length > 0) {
          held.push(piece);
          return record(message.toByteArray(), length);
        }
        length += piece.bytes().length;
        afterBlank = piece.isBlank();
        int from = begins ? piece.bytes().length : piece.quotes();
        if (length <= maxBytes) {
          message.write(piece.bytes(), from, piece.bytes().length - from);
        }
      }
      end();
      return record(message.toByteArray(), length);
    } catch (IOException | RuntimeException e) {
      end();
      return RawRecord.rejected(
          ++number,
          message.toByteArray(),
          Reason.UNREADABLE_FILE,
          "the mailbox breaks off in message " + number + ": " + e + Remedy.FETCH_AGAIN);
    }
  }

  private RawRecord record(byte[] message, long length) {
    if (isBlank(message)) {
      return null;
    }
    number++;
    return length > maxBytes
        ? RawRecord.rejected(
            number,
            message,
            Reason.TOO_LONG,
            "the message has " + length + " bytes, limits.max_record_bytes allows " + maxBytes)
        : new RawRecord(number, message, interpreter);
  }

  private static boolean isBlank(byte[] message) {
    for (byte b : message) {
      if (b < 0 || b > ' ') {
        return false;
      }
    }
    return true;
  }

  /** Whether the next lines are a number of fields, of which the first is no folded line. */
  private boolean headerFollows(int fields) throws IOException {
    LinePiece first = nextPiece();
    LinePiece second = fields > 1 ? nextPiece() : first;
    if (fields > 1 && second != null) {
      held.push(second);
    }
    if (first != null) {
      held.push(first);
    }
    return first != null
        && MailRecognition.isField(first.line())
        && second != null
        && (second.isFolded() || MailRecognition.isField(second.line()));
  }

  /** The next piece; null at the end. */
  private LinePiece nextPiece() throws IOException {
    return held.isEmpty() ? readPiece() : held.pop();
  }

  private LinePiece readPiece() throws IOException {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    boolean beginsLine = !inLine;
    inLine = true;
    while (inLine && piece.size() < LONGEST_PIECE && (position < limit || fill())) {
      byte next = buffer[position++];
      piece.write(next);
      inLine = next != '\n';
    }
    return piece.size() == 0 ? null : new LinePiece(piece.toByteArray(), beginsLine);
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }
}
