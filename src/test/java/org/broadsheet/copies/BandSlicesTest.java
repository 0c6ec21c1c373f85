package org.broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.broadsheet.copies.Shingler.Shingled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;

class BandSlicesTest {

  private static final int TEXTS = 9;

  /** Of each text, so many articles, which is too many for a bucket. */
  private static final int SAME = 70;

  private static final List<ShingleBlock> BLOCKS = blocks();
  private static final ArticleIndex INDEX =
      ArticleIndex.of(BLOCKS.stream().map(ShingleBlock::facts).toList(), 30);

  /** The articles of a text have the same shingles in another order, so that all are compared. */
  private static List<ShingleBlock> blocks() {
    SplittableRandom random = new SplittableRandom(1);
    List<ShingleBlock> blocks = new ArrayList<>();
    for (int text = 0; text < TEXTS; text++) {
      ShingleBlock.ShingleBlockBuilder block = new ShingleBlock.ShingleBlockBuilder();
      int[] shingles = News.numbers(random, 100);
      for (int i = 0; i < SAME; i++) {
        block.add(random.nextLong(), 0, i, new Shingled(random.nextLong(), shingles));
      }
      blocks.add(block.build());
    }
    return blocks;
  }

  /** The entries of each slice that has any. */
  private static Map<Integer, List<long[]>> entries(BandSlices slices) {
    Map<Integer, List<long[]>> entries = new TreeMap<>();
    for (ShingleBlock block : BLOCKS) {
      slices
          .of(block, INDEX)
          .forEachRemaining(
              (Tuple2<Integer, long[]> slice) ->
                  entries.computeIfAbsent(slice._1, s -> new ArrayList<>()).add(slice._2));
    }
    return entries;
  }

  private static CandidatePairs pairs(BandSlices slices) {
    return CandidatePairs.joined(
        entries(slices).entrySet().stream()
            .map(
                slice ->
                    CandidatePairs.ofSlice(slices.band(slice.getKey()), slice.getValue(), INDEX))
            .iterator());
  }

  @Test
  void thereAreAsManySlicesAsTasks() {
    assertEquals(1, BandSlices.atLeast(1).perBand());
    assertEquals(1, BandSlices.atLeast(64).perBand());
    assertEquals(2, BandSlices.atLeast(65).perBand());
    assertEquals(32, BandSlices.atLeast(2_000).perBand());
    assertEquals(0, BandSlices.atLeast(640).band(9));
    assertEquals(63, BandSlices.atLeast(640).band(639));
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 65, 500, 2_000})
  void pairsAreTheSameHoweverBandsAreSliced(int tasks) {
    assertArrayEquals(
        pairs(BandSlices.atLeast(1)).pairs(), pairs(BandSlices.atLeast(tasks)).pairs());
  }

  /** In each band nine buckets are crowded: in one slice, or in several. */
  @ParameterizedTest
  @ValueSource(ints = {1, 65, 500, 2_000})
  void crowdedBucketsAreCountedOverTheSlicesOfABand(int tasks) {
    Crowding crowding = pairs(BandSlices.atLeast(tasks)).crowding();
    assertEquals(TEXTS, crowding.mostBuckets());
    assertEquals(TEXTS * 38 * 37 / 2, crowding.mostCut());
  }

  @Test
  void noSliceHasAllArticles() {
    Map<Integer, List<long[]>> entries = entries(BandSlices.atLeast(2_000));
    assertTrue(entries.size() > 5 * MinHash.BANDS, entries.size() + " slices");
    long all = entries.values().stream().flatMap(List::stream).mapToLong(some -> some.length).sum();
    assertEquals((long) MinHash.BANDS * TEXTS * SAME, all);
  }
}
