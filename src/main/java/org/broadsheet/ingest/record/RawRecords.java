package org.broadsheet.ingest.record;

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
   * Records of a list.
   *
   * @param records the records, in the order of their numbers
   * @return the same records, one after another
   */
  static RawRecords of(List<RawRecord> records) {
    Iterator<RawRecord> iterator = records.iterator();
    return new RawRecords() {
      @Override
      public long count() {
        return records.isEmpty() ? 0 : records.get(records.size() - 1).number();
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
