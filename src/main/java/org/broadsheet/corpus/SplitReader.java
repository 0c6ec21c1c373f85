package org.broadsheet.corpus;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.broadsheet.corpus.format.Compression;
import org.broadsheet.corpus.format.Formats;
import org.broadsheet.corpus.format.FoundArticle;
import org.broadsheet.corpus.format.RawRecord;
import org.broadsheet.corpus.format.RawRecords;
import org.broadsheet.corpus.format.Reason;
import org.broadsheet.corpus.format.RecordFormat;
import org.broadsheet.corpus.format.Rejection;

/**
 * Reads the records of a split: opens the file, decompresses, recognises the format, cuts records,
 * finds their articles. It never fails on a file: whatever goes wrong becomes a rejected record.
 */
final class SplitReader implements Iterator<SplitReader.Record>, Closeable {

  private static final int HEAD = 1 << 10;

  /**
   * One outcome of reading.
   *
   * @param number the number of the record in the split; for the end, how many lines the next split
   *     of the file must add to its own
   * @param raw the bytes of the record
   * @param article the article or the rejection; null at the end of the split
   */
  record Record(long number, byte[] raw, FoundArticle article) {
    boolean isEnd() {
      return article == null;
    }
  }

  private final Split split;
  private final InputSpec input;
  private final int maxRecordBytes;
  private InputStream stream = InputStream.nullInputStream();
  private String formatName = "unknown";
  private RecordFormat format;
  private RawRecords records;
  private RawRecord record;
  private Iterator<FoundArticle> articles = List.<FoundArticle>of().iterator();
  private long number;
  private boolean ended;

  SplitReader(Split split, InputSpec input, int maxRecordBytes, Configuration hadoop) {
    this.split = split;
    this.input = input;
    this.maxRecordBytes = maxRecordBytes;
    try {
      String obstacle = split.file().obstacle();
      records = obstacle == null ? open(hadoop) : unreadable(obstacle);
    } catch (IOException | RuntimeException e) {
      records = unreadable("the file cannot be read: " + e);
    }
  }

  /** The name of the recognised format, or {@code unknown}. */
  String formatName() {
    return formatName;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Record next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    while (!articles.hasNext()) {
      if (!records.hasNext()) {
        ended = true;
        close();
        // Stripes count the lines of the whole file by themselves.
        return new Record(split.stripes() == 1 ? records.count() : 0, null, null);
      }
      record = records.next();
      if (split.takes(record.number())) {
        articles = articles(record);
        number = record.number() - 1;
      }
    }
    number++;
    return new Record(number, record.bytes(), articles.next());
  }

  private Iterator<FoundArticle> articles(RawRecord record) {
    if (record.rejection() != null) {
      return List.of(FoundArticle.rejected(record.rejection())).iterator();
    }
    return format.articles(record, input.fields()).iterator();
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      // The records were read; a stream that does not close cleanly changes nothing about them.
    }
  }

  private RawRecords open(Configuration hadoop) throws IOException {
    Path path = new Path(split.file().uri());
    FSDataInputStream file = path.getFileSystem(hadoop).open(path);
    stream = file;
    Compression compression = Compression.of(file.readNBytes(Compression.MAGIC_BYTES));
    file.seek(0);
    InputStream plain = compression.decompressed(file);
    stream = plain;
    Head head = Head.of(plain);
    Optional<String> recognised =
        input.format().equals(Formats.AUTO)
            ? Formats.recognise(path.getName(), head.bytes)
            : Optional.of(input.format());
    if (recognised.isEmpty()) {
      return unreadable("no reader for this kind of file; this version reads " + Formats.names());
    }
    formatName = recognised.get();
    format = Formats.named(formatName);
    if (format.isLines() && !split.isWhole() && split.stripes() == 1) {
      return cutRange(file);
    }
    if (!format.isLines() && !split.isFirst()) {
      return RawRecords.of(List.of());
    }
    return format.cut(head.whole(), maxRecordBytes);
  }

  /** The beginning of a stream, to recognise its format by, and what comes after it. */
  private record Head(byte[] bytes, InputStream rest) {

    /** A stream that breaks off within its head does so again for who reads it whole. */
    static Head of(InputStream in) {
      byte[] head = new byte[HEAD];
      int length = 0;
      try {
        int read = 0;
        while (read >= 0 && length < HEAD) {
          length += read;
          read = in.read(head, length, HEAD - length);
        }
        return new Head(Arrays.copyOf(head, length), in);
      } catch (IOException e) {
        return new Head(Arrays.copyOf(head, length), brokenOff(e));
      }
    }

    private static InputStream brokenOff(IOException failure) {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          throw failure;
        }
      };
    }

    InputStream whole() {
      return new SequenceInputStream(new ByteArrayInputStream(bytes), rest);
    }
  }

  /** The lines that begin in the range. */
  private RawRecords cutRange(FSDataInputStream file) throws IOException {
    long start = split.start();
    if (start > 0) {
      file.seek(start - 1);
      start = start - 1 + skipLine(file);
    } else {
      file.seek(0);
    }
    stream = file;
    return format.cut(new LinesUpTo(file, split.end() - start), maxRecordBytes);
  }

  /** Skips to the line after the next line break; returns the bytes skipped. */
  private static long skipLine(InputStream in) throws IOException {
    long skipped = 0;
    int read;
    do {
      read = in.read();
      skipped += read < 0 ? 0 : 1;
    } while (read >= 0 && read != '\n');
    return skipped;
  }

  private RawRecords unreadable(String detail) {
    RawRecord rejected =
        new RawRecord(1, new byte[0], new Rejection(Reason.UNREADABLE_FILE, detail));
    return RawRecords.of(split.isFirst() ? List.of(rejected) : List.of());
  }

  /** A stream that ends with the line that holds its last allowed byte. */
  private static final class LinesUpTo extends FilterInputStream {
    private long left;
    private boolean ended;

    LinesUpTo(InputStream in, long bytes) {
      super(in);
      left = bytes;
      ended = bytes <= 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (ended) {
        return -1;
      }
      // Within the range at once, beyond it by small steps to the line break.
      int wanted = left > 0 ? (int) Math.min(length, left) : Math.min(length, 1 << 12);
      int read = super.read(buffer, offset, wanted);
      if (read < 0) {
        ended = true;
        return -1;
      }
      if (left > 0) {
        left -= read;
        ended = left == 0 && buffer[offset + read - 1] == '\n';
        return read;
      }
      for (int i = 0; i < read; i++) {
        if (buffer[offset + i] == '\n') {
          ended = true;
          return i + 1;
        }
      }
      return read;
    }
  }
}
