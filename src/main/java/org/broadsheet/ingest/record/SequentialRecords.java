package org.broadsheet.ingest.record;

import java.util.NoSuchElementException;

/** Records that are read one after another, each when it is asked for. */
public abstract class SequentialRecords implements RawRecords {

  /** The last number that was used. */
  protected long number;

  private RawRecord next;
  private boolean ended;

  /**
   * Takes a step towards the next record.
   *
   * @return the record; null if the step gave none, because there is more to read or because {@link
   *     #end} was called
   */
  protected abstract RawRecord read();

  /** Says that nothing is left to read after the record that is being read. */
  protected final void end() {
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
