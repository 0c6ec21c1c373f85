package org.broadsheet.corpus.format;

import java.util.Iterator;
import java.util.List;

/** The records of a file or range, in order. */
public interface RawRecords extends Iterator<RawRecord> {

  /**
   * How many record numbers are used so far, those of blank lines included.
   *
   * @return the last number
   */
  long count();

  /**
   * Records that are at hand.
   *
   * @param records the records, numbered from 1
   * @return them
   */
  static RawRecords of(List<RawRecord> records) {
    Iterator<RawRecord> iterator = records.iterator();
    return new RawRecords() {
      @Override
      public long count() {
        return records.size();
      }

      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public RawRecord next() {
        return iterator.next();
      }
    };
  }
}
