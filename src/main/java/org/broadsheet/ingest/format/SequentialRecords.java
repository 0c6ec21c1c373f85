package org.broadsheet.ingest.format;

import java.util.NoSuchElementException;

/** Records that are read one after another, each when it is asked for. */
abstract class SequentialRecords implements RawRecords {

  /** The last number that was used. */
  long number;

  private RawRecord next;
  private boolean ended;

  /**
   * Takes a step towards the next record.
   *
   * @return the record; null if the step gave none, be it that there is none left, which {@link
   *     #end} tells
   */
  abstract RawRecord read();

  /** There is nothing left to read after the record that is being read. */
  final void end() {
    ended = true;
  }

  @Override
  public final long count() {
    return number;
  }

  @Override
  public final boolean hasNext() {
    while (next == null && !ended) {
      next = read();
    }
    return next != null;
  }

  @Override
  public final RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRecord record = next;
    next = null;
    return record;
  }
}
