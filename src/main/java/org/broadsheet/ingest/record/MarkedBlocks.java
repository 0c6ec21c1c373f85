package org.broadsheet.ingest.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The blocks of a stream as records, each from one mark to the next. What stands before the first
 * mark is about the file; a file without a mark is one block. A block that is too long is skipped,
 * not held; a stream that breaks off ends with a rejected record.
 */
public final class MarkedBlocks extends SequentialRecords {

  private final InputStream in;
  private final int maxBytes;
  private final byte[] mark;
  private final Function<byte[], List<FoundArticle>> interpreter;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private byte[] block = new byte[1 << 12];
  private int length;
  private long blockBytes;
  private boolean isMarked;

  /**
   * Prepares to read blocks.
   *
   * @param in the bytes
   * @param maxBytes the longest block; a longer one is rejected
   * @param mark the bytes that a block begins with; the first of them is not among the others
   * @param interpreter finds the articles of a block
   */
  public MarkedBlocks(
      InputStream in, int maxBytes, byte[] mark, Function<byte[], List<FoundArticle>> interpreter) {
    this.in = in;
    this.maxBytes = maxBytes;
    this.mark = mark.clone();
    this.interpreter = interpreter;
  }

  /** Reads a block; null if it stands before the first mark, or holds nothing. */
  @Override
  protected RawRecord read() {
    boolean wasMarked = isMarked;
    try {
      fillBlock();
    } catch (IOException | RuntimeException e) {
      end();
      number++;
      return rejected(
          Reason.UNREADABLE_FILE,
          "the file breaks off after record " + (number - 1) + ": " + e + Remedy.FETCH_AGAIN);
    }
    if (!isMarked) {
      end();
    }
    boolean isRecord = wasMarked || !isMarked && number == 0;
    return isRecord && length > (wasMarked ? mark.length : 0) ? record() : null;
  }

  private RawRecord record() {
    number++;
    return blockBytes > maxBytes
        ? rejected(
            Reason.TOO_LONG,
            "the record has " + blockBytes + " bytes, limits.max_record_bytes allows " + maxBytes)
        : new RawRecord(number, Arrays.copyOf(block, length), interpreter);
  }

  private RawRecord rejected(Reason reason, String detail) {
    int kept = Math.min(Math.min(length, maxBytes), RawRecord.BEGINNING);
    return RawRecord.rejected(number, Arrays.copyOf(block, kept), reason, detail);
  }

  /** Reads up to the next mark, which is then the beginning of the block after it, or the end. */
  private void fillBlock() throws IOException {
    length = 0;
    blockBytes = 0;
    if (isMarked) {
      for (byte b : mark) {
        append(b);
      }
    }
    isMarked = false;
    int matched = 0;
    while (position < limit || fillBuffer()) {
      byte b = buffer[position++];
      append(b);
      matched = b == mark[matched] ? matched + 1 : b == mark[0] ? 1 : 0;
      if (matched == mark.length) {
        isMarked = true;
        blockBytes -= mark.length;
        length = (int) Math.min(length, blockBytes);
        return;
      }
    }
  }

  private boolean fillBuffer() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  /** Keeps a byte, unless the block is longer than one may be. */
  private void append(byte b) {
    blockBytes++;
    if (length > maxBytes) {
      return;
    }
    if (length == block.length) {
      block = Arrays.copyOf(block, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * block.length));
    }
    block[length++] = b;
  }
}
