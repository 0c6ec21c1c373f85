package org.broadsheet.stats.keyness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.broadsheet.stats.Log2;
import org.junit.jupiter.api.Test;

class AssociationTest {

  /** "new companies" of Manning and Schütze 1999, table 5.6; the other values by NLTK. */
  @Test
  void twoWords() {
    Association pair = Association.of(new long[] {14_307_668, 15_828, 4_675, 8});
    assertEquals(0.999932, pair.t(), 1e-6);
    assertEquals(0.6293432116236843, pair.pmi(), 1e-9);
    assertEquals(1.3253893963471581, pair.g2(), 1e-6);
    assertEquals(0.03030017186680433, pair.npmi(), 1e-9);
    assertEquals(3.6764526000630298, pair.logDice(), 1e-9);
    assertEquals(0.4974981763762205, pair.lambda(), 1e-9);
  }

  /** Values by NLTK's TrigramAssocMeasures. */
  @Test
  void threeWords() {
    Association triple = Association.of(new long[] {5000, 81, 120, 42, 95, 35, 31, 20});
    assertEquals(9.080756647162172, triple.pmi(), 1e-9);
    assertEquals(438.8308953326302, triple.g2(), 1e-6);
    assertEquals(4.463876814317886, triple.t(), 1e-9);
    assertEquals(0.5699850964233952, triple.npmi(), 1e-9);
    assertEquals(11.697437229979569, triple.logDice(), 1e-9);
    assertEquals(-2.4383115722764064, triple.lambda(), 1e-9);
  }

  /** "prime minister said": all of its strength is that of the first two words. */
  @Test
  void aThirdWordByChanceDoesNotSplitWell() {
    Association chance = Association.of(new long[] {100_000, 300, 300, 298, 1_000, 3, 3, 3});
    assertTrue(chance.g2() > 3_000, "g2 " + chance.g2());
    assertTrue(chance.g2Split() < 0.1, "g2_split " + chance.g2Split());
    Association pair = Association.of(new long[] {14_307_668, 15_828, 4_675, 8});
    assertEquals(pair.g2(), pair.g2Split(), 1e-12);
  }

  @Test
  void wordsThatOnlyOccurTogetherReachTheMost() {
    Association pair = Association.of(new long[] {1000, 7, 7, 7});
    assertEquals(1, pair.npmi(), 1e-12);
    assertEquals(14, pair.logDice(), 1e-12);
  }

  @Test
  void aPairRarerThanChanceIsNegative() {
    Association pair = Association.of(new long[] {1000, 500, 400, 20});
    assertEquals(Log2.of(20 / 200.0), pair.pmi(), 1e-12);
    assertEquals(-1, Math.signum(pair.g2()));
    assertEquals(-1, Math.signum(pair.t()));
    assertEquals(-1, Math.signum(pair.lambda()));
  }

  /** "bora bora bora": the word is at both places more often than there are words. */
  @Test
  void aWordBesideItselfIsNoMatterForTheLogarithm() {
    Association pair = Association.of(new long[] {3, 3, 3, 2});
    assertTrue(Double.isFinite(pair.g2()), "g2 " + pair.g2());
    assertTrue(Double.isFinite(pair.lambda()), "lambda " + pair.lambda());
    assertEquals(0, Association.of(new long[] {4, 4, 4, 4}).npmi());
  }
}
