package org.broadsheet.ingest.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.SeekableInputStream;
import org.broadsheet.UserException;
import org.broadsheet.storage.Storage;

/**
 * A listed file that is read. It remembers a failure of its store: formats take a failure to read
 * for the end of the file, and the rest of it would be silently lost.
 */
final class ListedFile {

  private static final long SECOND = 1_000;

  private final InputFile listed;
  private final Path path;
  private final FileSystem fs;
  private IOException failure;

  /**
   * Finds a listed file again.
   *
   * @param listed the file
   * @param hadoop the settings of the file systems
   * @throws UnreadableFileException if it is not there any more, or is another one
   */
  ListedFile(InputFile listed, Configuration hadoop) {
    this.listed = listed;
    this.path = new Path(listed.uri());
    try {
      this.fs = Storage.of(path, hadoop);
    } catch (IOException | UserException e) {
      throw notOpened(e);
    }
    requireUnchanged();
  }

  /** Opens it, which may be done several times. */
  Bytes open() {
    try {
      return new Bytes(fs.open(path));
    } catch (IOException | FSError e) {
      throw notOpened(remembered(e));
    }
  }

  private UnreadableFileException notOpened(Exception e) {
    return new UnreadableFileException(listed.name(), "cannot be opened: " + e);
  }

  /** Something that is done with the file on this machine. */
  interface Work<T> {
    /**
     * Does it.
     *
     * @return its result
     * @throws IOException if the machine fails
     */
    T result() throws IOException;
  }

  /**
   * Does something on this machine, whose failure is no fault of the file's content.
   *
   * @param work what to do
   * @return its result
   * @throws IOException if the machine fails, which is remembered as a failure to read
   */
  <T> T here(Work<T> work) throws IOException {
    try {
      return work.result();
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  /**
   * Remembers a failure. Hadoop reports one of a local disk as an error, which must not end the
   * process.
   */
  private IOException remembered(Throwable thrown) {
    Throwable cause = thrown instanceof FSError ? thrown.getCause() : thrown;
    IOException e = cause instanceof IOException io ? io : new IOException(thrown);
    failure = failure == null ? e : failure;
    return e;
  }

  /** The file as Parquet is read: from its end, and in several places. */
  org.apache.parquet.io.InputFile asParquet() {
    return new org.apache.parquet.io.InputFile() {
      @Override
      public long getLength() {
        return listed.bytes();
      }

      @Override
      public SeekableInputStream newStream() {
        return new ParquetBytes(open());
      }
    };
  }

  /**
   * Requires that all that was read so far was read without a failure.
   *
   * @throws UnreadableFileException if reading failed, whatever was made of it
   */
  void requireRead() {
    if (failure != null) {
      throw new UnreadableFileException(listed.name(), "cannot be read: " + failure);
    }
  }

  /**
   * Requires that it is the file that was listed.
   *
   * @throws UnreadableFileException if it is gone, or its size or time is another
   */
  void requireUnchanged() {
    FileStatus now;
    try {
      now = fs.getFileStatus(path);
    } catch (IOException e) {
      throw notOpened(e);
    }
    if (now.getLen() != listed.bytes()) {
      throw new UnreadableFileException(
          listed.name(),
          "has changed since it was listed: "
              + listed.bytes()
              + " bytes then, "
              + now.getLen()
              + " now; run again when it is complete");
    }
    if (hasOtherTime(now.getModificationTime())) {
      throw new UnreadableFileException(
          listed.name(), "was written again since it was listed; run again when it is complete");
    }
  }

  /**
   * Whether the file was changed after it was listed. Some stores give times to the second, of
   * lists or of files, and some give none.
   */
  private boolean hasOtherTime(long modified) {
    boolean areExact = modified % SECOND != 0 && listed.modified() % SECOND != 0;
    return listed.modified() > 0
        && (areExact
            ? modified != listed.modified()
            : modified / SECOND != listed.modified() / SECOND);
  }

  /** The bytes of the file. */
  final class Bytes extends InputStream {

    private final FSDataInputStream in;

    private Bytes(FSDataInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (IOException | FSError e) {
        throw remembered(e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException | FSError e) {
        throw remembered(e);
      }
    }

    /**
     * Goes to an offset in the file.
     *
     * @param position the bytes before it
     * @throws IOException if it lies outside the file, where only wrong content leads, or the store
     *     fails
     */
    void seek(long position) throws IOException {
      if (position < 0 || position > listed.bytes()) {
        throw new EOFException("byte " + position + " lies outside the file");
      }
      try {
        in.seek(position);
      } catch (IOException | FSError e) {
        throw remembered(e);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** The bytes as Parquet reads them. */
  private static final class ParquetBytes extends DelegatingSeekableInputStream {

    private final Bytes bytes;

    ParquetBytes(Bytes bytes) {
      super(bytes);
      this.bytes = bytes;
    }

    @Override
    public long getPos() throws IOException {
      return bytes.in.getPos();
    }

    @Override
    public void seek(long position) throws IOException {
      bytes.seek(position);
    }
  }
}
