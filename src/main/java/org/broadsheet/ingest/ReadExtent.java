package org.broadsheet.ingest;

import java.io.Serializable;

/**
 * How much is read of a corpus.
 *
 * @param records how many records of a file at most
 * @param isExplained whether each article keeps which fields gave what
 */
record ReadExtent(long records, boolean isExplained) implements Serializable {

  static final ReadExtent ALL = new ReadExtent(Long.MAX_VALUE, false);

  boolean isAll() {
    return records == Long.MAX_VALUE;
  }
}
