package org.broadsheet.copies;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import scala.Tuple2;

/**
 * Cuts the bands of signatures into slices, ranges of keys, so that there are as many tasks as the
 * corpus needs, and none holds all articles. All entries of a bucket are in one slice.
 *
 * @param perBand slices of a band
 */
record BandSlices(int perBand) implements Serializable {

  /** As few slices of each band as make so many in all. */
  static BandSlices atLeast(int slices) {
    return new BandSlices((slices + MinHash.BANDS - 1) / MinHash.BANDS);
  }

  /** The band of a slice. */
  int band(int slice) {
    return slice / perBand;
  }

  /**
   * Cuts the articles of a block.
   *
   * @return by the number of the slice, the keys of articles, each with the number of its article
   */
  Iterator<Tuple2<Integer, long[]>> of(ShingleBlock block, ArticleIndex index) {
    int[] numbers = Arrays.stream(block.facts().ids()).mapToInt(index::number).toArray();
    int[] compared =
        IntStream.range(0, numbers.length).filter(i -> index.isCompared(numbers[i])).toArray();
    List<Tuple2<Integer, long[]>> slices = new ArrayList<>();
    for (int band = 0; band < MinHash.BANDS; band++) {
      int[] keys = block.keys()[band];
      LongArrayList[] entries = new LongArrayList[perBand];
      Arrays.setAll(entries, slice -> new LongArrayList());
      for (int i : compared) {
        entries[slice(keys[i])].add((long) keys[i] << Integer.SIZE | numbers[i]);
      }
      for (int slice = 0; slice < perBand; slice++) {
        if (!entries[slice].isEmpty()) {
          slices.add(new Tuple2<>(band * perBand + slice, entries[slice].toLongArray()));
        }
      }
    }
    return slices.iterator();
  }

  /** The range of a key: keys are hashes, so that ranges are about as full as one another. */
  private int slice(int key) {
    return (int) (Integer.toUnsignedLong(key) * perBand >>> Integer.SIZE);
  }
}
