package org.broadsheet.copies;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The crowded buckets of each band, and how many of their pairs were left out. Articles that look
 * alike are crowded in many bands: the band that has most of them tells about how many there are.
 *
 * @param buckets for each band, its crowded buckets; empty if no band has one
 * @param cut for each band, the pairs that were left out
 */
record Crowding(long[] buckets, long[] cut) implements Serializable {

  /** No bucket is crowded: the usual case, which takes no room. */
  static final Crowding NONE = new Crowding(new long[0], new long[0]);

  /**
   * Counts the crowded buckets of one band.
   *
   * @param band the band
   * @param buckets its crowded buckets
   * @param cut the pairs that were left out
   */
  static Crowding of(int band, long buckets, long cut) {
    return buckets == 0 ? NONE : new Crowding(inBand(band, buckets), inBand(band, cut));
  }

  private static long[] inBand(int band, long value) {
    long[] values = new long[MinHash.BANDS];
    values[band] = value;
    return values;
  }

  /** Adds the buckets of other slices, band by band. */
  Crowding plus(Crowding other) {
    if (isNone()) {
      return other;
    }
    return other.isNone() ? this : new Crowding(sum(buckets, other.buckets), sum(cut, other.cut));
  }

  private static long[] sum(long[] some, long[] more) {
    long[] sum = some.clone();
    Arrays.setAll(sum, band -> some[band] + more[band]);
    return sum;
  }

  /** Whether no bucket is crowded. */
  boolean isNone() {
    return buckets.length == 0;
  }

  /** The crowded buckets of the band that has most of them. */
  long mostBuckets() {
    return Arrays.stream(buckets).max().orElse(0);
  }

  /** The pairs that were left out, of the band in which they are most. */
  long mostCut() {
    return Arrays.stream(cut).max().orElse(0);
  }
}
