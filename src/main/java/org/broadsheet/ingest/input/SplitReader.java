package org.broadsheet.ingest.input;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.apache.hadoop.conf.Configuration;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the records of a split and finds their articles. It never fails on what a file holds: a
 * record that cannot be read becomes a rejected record. It fails where the store does not give the
 * file.
 */
public final class SplitReader implements Iterator<ReadRecord>, Closeable {

  /** The format of a file that could not be opened. */
  public static final String UNKNOWN = "unknown";

  private static final Logger LOG = LoggerFactory.getLogger(SplitReader.class);

  private final Split split;
  private final FileOpener opener;
  private final BooleanSupplier goesOn;

  /** What is being read: the file, or a member of the archive that it is; null after the last. */
  private OpenFile current;

  private RawRecord record;

  /** The articles of the record that were not given yet. */
  private Iterator<FoundArticle> articles = List.<FoundArticle>of().iterator();

  private long number;

  /**
   * How many articles the records of the file have held beyond one each. The records after them are
   * numbered so much higher, so that no two articles have the same number.
   */
  private long surplus;

  /** How many records may still be read. */
  private long left;

  /**
   * Opens a split.
   *
   * @param split what to read
   * @param input how the job says to read it
   * @param maxRecordBytes longest record
   * @param most how many records are read at most
   * @param goesOn asked whether a file that the store did not give becomes a rejected record
   * @param hadoop the settings of the file systems
   * @throws UnreadableFileException if the store does not give the file, and reading does not go
   *     on; so does {@link #next}
   */
  public SplitReader(
      Split split,
      InputSpec input,
      int maxRecordBytes,
      long most,
      BooleanSupplier goesOn,
      Configuration hadoop) {
    ReadSettings settings = new ReadSettings(maxRecordBytes, input.fields(), input.encoding());
    this.split = split;
    this.opener = new FileOpener(split, input, settings, hadoop);
    this.goesOn = goesOn;
    this.left = most;
    try {
      current = opener.open();
    } catch (UnreadableFileException e) {
      requireGoingOn(e);
      current = opener.givenUp(e);
    }
  }

  @Override
  public boolean hasNext() {
    return current != null;
  }

  @Override
  public ReadRecord next() {
    if (current == null) {
      throw new NoSuchElementException();
    }
    try {
      return read();
    } catch (UnreadableFileException e) {
      requireGoingOn(e);
      articles = List.<FoundArticle>of().iterator();
      return endBefore(opener.givenUp(e));
    }
  }

  private void requireGoingOn(UnreadableFileException failure) {
    if (!goesOn.getAsBoolean()) {
      close();
      throw failure;
    }
  }

  private ReadRecord read() {
    while (!articles.hasNext()) {
      if (left == 0 || !hasRecord()) {
        opener.requireRead();
        return end();
      }
      opener.requireRead();
      if (!current.isShared() || split.takes(record.number())) {
        List<FoundArticle> found = found(record);
        articles = found.iterator();
        left--;
        number = record.number() - 1 + surplus;
        surplus += found.size() - 1;
      }
    }
    number++;
    return new ReadRecord(
        current.name(), current.format(), number, record.bytes(), articles.next(), null);
  }

  /** Steps to the next record, if there is one. */
  private boolean hasRecord() {
    try {
      boolean any = current.records().hasNext();
      record = any ? current.records().next() : null;
      return any;
    } catch (RuntimeException | StackOverflowError e) {
      opener.requireRead();
      LOG.warn(
          "{}: cutting the file failed after record {}: {}", current.name(), number, e.toString());
      LOG.debug("where it failed", e);
      closeQuietly(current.source());
      current = current.rejected(nextNumber(), Rejection.of(e));
      return hasRecord();
    }
  }

  /** The articles of a record; a rejection where this program fails at it. */
  static List<FoundArticle> found(RawRecord cut) {
    try {
      return cut.articles();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("finding the articles of record {} failed: {}", cut.number(), e.toString());
      LOG.debug("where it failed", e);
      return List.of(FoundArticle.rejected(Rejection.of(e)));
    }
  }

  /** A number that no record of the file has, in this split of it or another. */
  private long nextNumber() {
    long next = Math.max(number, current.records().count()) + 1;
    while (!split.takes(next)) {
      next++;
    }
    return next;
  }

  /** The end of a file; after it comes the next member of the archive, if there is one. */
  private ReadRecord end() {
    OpenFile next = left == 0 ? null : opener.nextMember();
    if (next == null) {
      opener.requireUnchanged();
    }
    return endBefore(next);
  }

  private ReadRecord endBefore(OpenFile next) {
    // Stripes count the lines of the whole file by themselves.
    long lines = split.stripes() == 1 ? current.records().count() : 0;
    ReadRecord end =
        new ReadRecord(
            current.name(), current.format(), lines, null, null, current.bytes().getAsLong());
    closeQuietly(current.source());
    current = next;
    number = 0;
    surplus = 0;
    if (current == null) {
      close();
    }
    return end;
  }

  @Override
  public void close() {
    if (current != null) {
      closeQuietly(current.source());
    }
    closeQuietly(opener);
  }

  /** The records were read; what does not close cleanly changes nothing about them. */
  private static void closeQuietly(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      // See above.
    }
  }
}
