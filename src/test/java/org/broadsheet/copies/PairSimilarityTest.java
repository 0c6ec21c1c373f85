package org.broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairSimilarityTest {

  private static PairSimilarity like(int shared, int size, int otherSize) {
    return new PairSimilarity(1, 2, shared, size, otherSize);
  }

  private static boolean isCopy(int shared, int size, int otherSize) {
    return like(shared, size, otherSize).isCopy();
  }

  @Test
  void similarityIsCountedExactly() {
    PairSimilarity similarity =
        PairSimilarity.of(3, new int[] {-9, 1, 4, 7}, 5, new int[] {-9, 0, 4, 5, 7, 8});
    assertEquals(new PairSimilarity(3, 5, 3, 4, 6), similarity);
    assertEquals(3 / 7.0, similarity.jaccard());
    assertEquals(3 / 4.0, similarity.containment());
    assertFalse(similarity.isExact());
  }

  @Test
  void whatIsSharedIsWhatSetsSay() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2_000; i++) {
      int range = 1 + random.nextInt(60);
      int[] one = subset(random, range);
      int[] other = subset(random, range);
      Set<Integer> both = set(one);
      both.retainAll(set(other));
      assertEquals(both.size(), PairSimilarity.of(0, one, 1, other).shared());
      assertEquals(both.size(), PairSimilarity.of(0, other, 1, one).shared());
    }
  }

  /** From below zero, too, since hashes are. */
  private static int[] subset(SplittableRandom random, int range) {
    return IntStream.range(-range, range).filter(i -> random.nextBoolean()).toArray();
  }

  private static Set<Integer> set(int[] values) {
    return IntStream.of(values).boxed().collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void textsThatAreNotShortAreCopiesFromThreeTenthsOn() {
    // 66 of 220 are in both.
    assertTrue(isCopy(66, 143, 143));
    assertFalse(isCopy(66, 143, 144));
  }

  @Test
  void aTextThatIsHeldByALongerOneIsACopy() {
    assertTrue(isCopy(66, 110, 400));
    assertFalse(isCopy(66, 111, 400));
    assertTrue(isCopy(90, 90, 450), "a fifth of it");
    assertFalse(isCopy(90, 90, 451), "less is a part");
  }

  @Test
  void textsThatShareLessHaveToBeMoreAlike() {
    // 64 of 128 are in both.
    assertTrue(isCopy(64, 96, 96));
    assertFalse(isCopy(64, 96, 97));
    assertTrue(isCopy(64, 80, 200));
    assertFalse(isCopy(64, 81, 200));
  }

  @Test
  void phrasesAreCopiesOnlyIfTheyAreTheSame() {
    assertTrue(isCopy(10, 10, 11));
    assertFalse(isCopy(9, 9, 10));
    assertTrue(isCopy(9, 9, 9));
    assertTrue(isCopy(1, 1, 1));
    assertFalse(isCopy(0, 1, 1));
    assertTrue(PairSimilarity.isPhrase(9));
    assertFalse(PairSimilarity.isPhrase(10));
  }

  @Test
  void inASeriesOnlyWhatIsNearlyTheSameIsACopy() {
    // 90 of 100 are in both.
    assertTrue(like(90, 95, 95).isCopyInSeries());
    assertFalse(like(90, 95, 96).isCopyInSeries());
    assertTrue(like(90, 90, 120).isCopyInSeries(), "with more at its end");
    assertFalse(like(89, 90, 120).isCopyInSeries());
    assertTrue(like(4, 4, 4).isCopyInSeries());
    assertFalse(like(90, 90, 451).isCopyInSeries(), "a part of a long one");
  }

  @Test
  void aCopyIsExactOrAbridgedOrNear() {
    assertEquals("exact", like(60, 60, 60).kind());
    assertEquals("near", like(60, 60, 61).kind());
    assertEquals("abridged", like(60, 75, 100).kind());
    assertEquals("near", like(60, 76, 100).kind(), "hardly shorter");
    assertEquals("abridged", like(45, 75, 100).kind());
    assertEquals("near", like(44, 75, 100).kind(), "the shorter one has too much of its own");
  }

  @Test
  void theOrderOfTwoTextsDoesNotMatter() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 5_000; i++) {
      int size = 1 + random.nextInt(300);
      int otherSize = 1 + random.nextInt(300);
      int shared = random.nextInt(Math.min(size, otherSize) + 1);
      PairSimilarity similarity = like(shared, size, otherSize);
      PairSimilarity turned = like(shared, otherSize, size);
      assertEquals(similarity.jaccard(), turned.jaccard());
      assertEquals(similarity.containment(), turned.containment());
      assertEquals(similarity.isCopy(), turned.isCopy());
      assertEquals(similarity.isCopyInSeries(), turned.isCopyInSeries());
      assertEquals(similarity.kind(), turned.kind());
    }
  }

  /** What is not even worth to be compared must be no copy, or copies would be lost. */
  @Test
  void noCopyIsOfSizesThatCannotBe() {
    for (int size = 1; size <= 120; size++) {
      for (int otherSize = size; otherSize <= 700; otherSize++) {
        assertEquals(5 * size >= otherSize, PairSimilarity.mayBe(size, otherSize));
        assertEquals(PairSimilarity.mayBe(size, otherSize), PairSimilarity.mayBe(otherSize, size));
        assertTrue(PairSimilarity.mayBe(size, otherSize) || !isCopy(size, size, otherSize));
      }
    }
  }

  /** A copy of the strictest kind is one of the usual kind. */
  @Test
  void copiesInASeriesAreCopies() {
    for (int shared = 1; shared <= 100; shared++) {
      for (int more = 0; more < 100; more++) {
        PairSimilarity similarity = like(shared, shared, shared + more);
        assertTrue(!similarity.isCopyInSeries() || similarity.isCopy(), similarity.toString());
      }
    }
  }
}
