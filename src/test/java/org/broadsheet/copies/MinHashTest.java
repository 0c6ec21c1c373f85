package org.broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimates over random sets of known similarity. */
class MinHashTest {

  private static final int EITHER = 200;

  private static int[][] signatures(SplittableRandom random, double jaccard) {
    int[][] sets = News.alike(random, (int) Math.round(jaccard * EITHER), EITHER);
    return new int[][] {MinHash.signature(sets[0]), MinHash.signature(sets[1])};
  }

  private static long agreements(int[][] signatures) {
    return IntStream.range(0, signatures[0].length)
        .filter(i -> signatures[0][i] == signatures[1][i])
        .count();
  }

  private static boolean areCandidates(int[][] signatures) {
    return IntStream.range(0, MinHash.BANDS)
        .anyMatch(band -> MinHash.key(signatures[0], band) == MinHash.key(signatures[1], band));
  }

  private static double similarity(int[][] signatures) {
    long[] sketches = new long[5 * MinHash.SKETCH];
    MinHash.sketch(signatures[0], sketches, 0);
    MinHash.sketch(signatures[1], sketches, 3 * MinHash.SKETCH);
    return MinHash.similarity(sketches, 0, 3 * MinHash.SKETCH);
  }

  /**
   * Each part is the smallest under a function of its own: so a set has the smallest of its halves,
   * of whatever sizes, and the extreme numbers in it are no exception.
   */
  @Test
  void theSignatureOfASetIsTheSmallestOfThoseOfItsElements() {
    SplittableRandom random = new SplittableRandom(6);
    for (int size = 1; size < 40; size++) {
      int[] set = random.ints(size).toArray();
      set[0] = size % 2 == 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
      int[] expected = MinHash.signature(new int[] {set[0]});
      for (int element : set) {
        int[] one = MinHash.signature(new int[] {element});
        for (int i = 0; i < one.length; i++) {
          expected[i] = Math.min(expected[i], one[i]);
        }
      }
      assertArrayEquals(expected, MinHash.signature(set));
    }
  }

  /** 400 pairs of 192 parts: the standard error is .0018 at most. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.5, 0.8, 1})
  void theAgreementOfSignaturesEstimatesTheSimilarity(double jaccard) {
    SplittableRandom random = new SplittableRandom(1);
    double agreement = 0;
    for (int i = 0; i < 400; i++) {
      agreement += agreements(signatures(random, jaccard)) / 192.0 / 400;
    }
    assertEquals(jaccard, agreement, 0.008);
  }

  /** 2,000 pairs: the standard error is .011 at most. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.25, 0.3, 0.4, 0.6})
  void aPairAgreesInABandAsTheFormulaSays(double jaccard) {
    SplittableRandom random = new SplittableRandom(2);
    double found = 0;
    for (int i = 0; i < 2_000; i++) {
      found += areCandidates(signatures(random, jaccard)) ? 1 / 2_000.0 : 0;
    }
    assertEquals(1 - Math.pow(1 - Math.pow(jaccard, 3), 64), found, 0.035);
  }

  @Test
  void unlikeSetsAgreeInNoBand() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 2_000; i++) {
      assertFalse(areCandidates(signatures(random, 0)));
    }
  }

  /** A bit differs with p = (1 - j) / 2: the standard error is 2 √(p (1 - p) / 192). */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.5, 0.8})
  void aSketchEstimatesTheSimilarityWithAKnownError(double jaccard) {
    SplittableRandom random = new SplittableRandom(4);
    int pairs = 1_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < pairs; i++) {
      double error = similarity(signatures(random, jaccard)) - jaccard;
      sum += error;
      squares += error * error;
    }
    assertEquals(0, sum / pairs, 0.01);
    double p = (1 - jaccard) / 2;
    assertEquals(2 * Math.sqrt(p * (1 - p) / 192), Math.sqrt(squares / pairs), 0.008);
  }

  @Test
  void theSameSetIsWhollyAlike() {
    assertEquals(1, similarity(signatures(new SplittableRandom(5), 1)));
  }

  @Test
  void theOrderOfASetDoesNotMatter() {
    int[] set = News.numbers(new SplittableRandom(6), 50);
    int[] reversed = IntStream.range(0, 50).map(i -> set[49 - i]).toArray();
    assertArrayEquals(MinHash.signature(set), MinHash.signature(reversed));
  }

  @Test
  void theSignatureOfAUnionHasTheSmallerOfBoth() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 50; i++) {
      int[] one = News.numbers(random, 1 + i);
      int[] other = News.numbers(random, 60 - i);
      int[] both = IntStream.concat(IntStream.of(one), IntStream.of(other)).toArray();
      int[] expected = MinHash.signature(one);
      int[] second = MinHash.signature(other);
      for (int part = 0; part < expected.length; part++) {
        expected[part] = Math.min(expected[part], second[part]);
      }
      assertArrayEquals(expected, MinHash.signature(both));
    }
  }

  /** Bands must not say the same: their keys are of different parts. */
  @Test
  void everyPartOfASignatureIsInOneBand() {
    int[] signature = MinHash.signature(News.numbers(new SplittableRandom(8), 80));
    for (int part = 0; part < signature.length; part++) {
      int[] changed = signature.clone();
      changed[part] ^= 1;
      int of = part / 3;
      int[] differing =
          IntStream.range(0, MinHash.BANDS)
              .filter(band -> MinHash.key(signature, band) != MinHash.key(changed, band))
              .toArray();
      assertArrayEquals(new int[] {of}, differing);
    }
  }
}
