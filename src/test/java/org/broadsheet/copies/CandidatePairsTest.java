package org.broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.broadsheet.copies.Shingler.Shingled;
import org.junit.jupiter.api.Test;

class CandidatePairsTest {

  /** Articles of the same words on one day, but for the last one, which is of another year. */
  private static final int MANY = 200;

  private static final int BAND = 3;

  private static final ArticleIndex ARTICLES = articles();

  private static ArticleIndex articles() {
    Shingled text = new Shingled(1, News.numbers(new SplittableRandom(1), 100));
    ShingleBlock.ShingleBlockBuilder block = new ShingleBlock.ShingleBlockBuilder();
    for (int article = 0; article <= MANY; article++) {
      block.add(article, article == MANY ? 500 : 0, article, text);
    }
    return ArticleIndex.of(List.of(block.build().facts()), 30);
  }

  private static long entry(int key, int article) {
    return (long) key << Integer.SIZE | article;
  }

  private static long[] entries(int key, int... articles) {
    return IntStream.of(articles).mapToLong(article -> entry(key, article)).toArray();
  }

  private static CandidatePairs band(long[]... entries) {
    return CandidatePairs.ofSlice(BAND, List.of(entries), ARTICLES);
  }

  private static CandidatePairs bucketOf(int size) {
    return bucketOf(size, BAND);
  }

  private static CandidatePairs bucketOf(int size, int band) {
    long[] entries = entries(5, IntStream.range(0, size).toArray());
    return CandidatePairs.ofSlice(band, List.of(entries), ARTICLES);
  }

  private static List<String> pairs(CandidatePairs buckets) {
    return LongStream.of(buckets.pairs())
        .mapToObj(pair -> CandidatePairs.first(pair) + "-" + CandidatePairs.second(pair))
        .toList();
  }

  @Test
  void allOfABucketArePaired() {
    assertEquals(
        List.of("3-8", "3-9", "8-9"), pairs(band(entries(-7, 9, 3, 8))).stream().sorted().toList());
    assertEquals(List.of(), pairs(band(entries(1, 4))));
    assertEquals(List.of(), pairs(band()));
  }

  @Test
  void aBucketIsOfOneKey() {
    CandidatePairs buckets =
        band(
            entries(-1, 1, 2), entries(0, 3, 4), entries(1, 5), entries(1 << 31, 6), entries(1, 7));
    assertEquals(List.of("1-2", "3-4", "5-7"), pairs(buckets).stream().sorted().toList());
  }

  @Test
  void whatCannotBeACopyIsNotPaired() {
    assertEquals(List.of("0-1"), pairs(band(entries(1, 0, 1, MANY))));
  }

  @Test
  void ofAFullBucketNothingIsCut() {
    CandidatePairs buckets = bucketOf(64);
    assertEquals(64 * 63 / 2, buckets.pairs().length);
    assertEquals(0, buckets.crowding().mostCut());
    assertEquals(0, buckets.crowding().mostBuckets());
  }

  /** Of 65, 32 are paired with all; of the 33 others 33 · 32 / 2 pairs are cut. */
  @Test
  void inACrowdedBucketAllArePairedWithTheCentres() {
    CandidatePairs buckets = bucketOf(65);
    assertEquals(32 * 31 / 2 + 32 * 33, buckets.pairs().length);
    assertEquals(33 * 32 / 2, buckets.crowding().mostCut());
    assertEquals(1, buckets.crowding().mostBuckets());
    for (long pair : buckets.pairs()) {
      assertTrue(
          CandidatePairs.first(pair) < 32
              && CandidatePairs.first(pair) < CandidatePairs.second(pair));
    }
    assertEquals(65, buckets.articles().cardinality());
  }

  @Test
  void pairsAndWhatWasCutAreAllThereIs() {
    for (int size = 2; size <= MANY; size++) {
      CandidatePairs buckets = bucketOf(size);
      assertEquals(size * (size - 1) / 2, buckets.pairs().length + buckets.crowding().mostCut());
      assertEquals(buckets.pairs().length, LongStream.of(buckets.pairs()).distinct().count());
    }
  }

  @Test
  void crowdedBucketsOfABandAreCounted() {
    CandidatePairs buckets =
        band(
            entries(1, IntStream.range(0, 70).toArray()),
            entries(2, IntStream.range(70, 136).toArray()),
            entries(3, IntStream.range(136, 140).toArray()));
    assertEquals(2, buckets.crowding().mostBuckets());
    assertEquals(38 * 37 / 2 + 34 * 33 / 2, buckets.crowding().mostCut());
  }

  @Test
  void aPairOfSeveralBandsIsOne() {
    CandidatePairs one = band(entries(1, 0, 1, 2));
    CandidatePairs other = band(entries(8, 5, 1, 2), entries(9, 0, 3));
    CandidatePairs joined = CandidatePairs.joined(List.of(other, one, other).iterator());
    assertEquals(List.of("0-1", "0-2", "0-3", "1-2", "1-5", "2-5"), pairs(joined));
    assertEquals(
        BitSet.valueOf(new long[] {0b101111}), joined.articles(), "all of them but article 4");
  }

  @Test
  void ofSeveralBandsTheMostThatWasCutCounts() {
    CandidatePairs joined =
        CandidatePairs.joined(
            List.of(bucketOf(70, 1), bucketOf(100, 2), bucketOf(80, 1), bucketOf(3, 0)).iterator());
    assertEquals(68 * 67 / 2, joined.crowding().mostCut());
    assertEquals(2, joined.crowding().mostBuckets());
    assertEquals(0, CandidatePairs.joined(List.<CandidatePairs>of().iterator()).pairs().length);
  }

  @Test
  void theOrderOfEntriesDoesNotMatter() {
    SplittableRandom random = new SplittableRandom(3);
    List<long[]> entries = new ArrayList<>();
    for (int article = 0; article < MANY; article++) {
      entries.add(entries(random.nextInt(3), article));
    }
    long[] expected =
        CandidatePairs.joined(List.of(CandidatePairs.ofSlice(BAND, entries, ARTICLES)).iterator())
            .pairs();
    Collections.shuffle(entries, new Random(4));
    assertArrayEquals(
        expected,
        CandidatePairs.joined(List.of(CandidatePairs.ofSlice(BAND, entries, ARTICLES)).iterator())
            .pairs());
  }
}
