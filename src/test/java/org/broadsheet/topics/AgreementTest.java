package org.broadsheet.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final double EXACT = 1e-12;
  private static final int[] HALVES = {0, 0, 1, 1};
  private static final int[] OTHER_HALVES = {0, 1, 0, 1};
  private static final int[] SPLIT = {0, 0, 1, 2};
  private static final int[] ONE = {0, 0, 0, 0};
  private static final int[] SINGLES = {0, 1, 2, 3};

  /** Figure 16.4 of Manning, Raghavan and Schuetze 2008: 17 points in 3 clusters of 3 classes. */
  private static final int[] CLUSTERS = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2};

  private static final int[] CLASSES = {0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 2, 0, 0, 2, 2, 2};

  @Test
  void namesOfThePartsDoNotMatter() {
    int[] renamed = {7, 7, 3, 3};

    assertEquals(1, Agreement.nmi(HALVES, renamed), EXACT);
    assertEquals(1, Agreement.ari(HALVES, renamed), EXACT);
    assertEquals(1, Agreement.purity(HALVES, renamed), EXACT);
  }

  @Test
  void nmiOfSmallCases() {
    // I = ln 2, H = 1.5 ln 2 and ln 2
    assertEquals(0.8, Agreement.nmi(SPLIT, HALVES), EXACT);
    assertEquals(0.8, Agreement.nmi(HALVES, SPLIT), EXACT);
    assertEquals(0, Agreement.nmi(HALVES, OTHER_HALVES), EXACT);
    // Their table 16.2 gives 0.36.
    assertEquals(0.36, Agreement.nmi(CLUSTERS, CLASSES), 0.005);
  }

  @Test
  void ariOfSmallCases() {
    // (1 - 1/3) / (1.5 - 1/3)
    assertEquals(4.0 / 7, Agreement.ari(SPLIT, HALVES), EXACT);
    assertEquals(4.0 / 7, Agreement.ari(HALVES, SPLIT), EXACT);
    // (0 - 2/3) / (2 - 2/3)
    assertEquals(-0.5, Agreement.ari(HALVES, OTHER_HALVES), EXACT);
    // 20 pairs in both, 40 and 44 in each, 136 in all: (20 - 220/17) / (42 - 220/17)
    assertEquals(60.0 / 247, Agreement.ari(CLUSTERS, CLASSES), EXACT);
  }

  @Test
  void purityCountsTheMajorities() {
    assertEquals(12.0 / 17, Agreement.purity(CLUSTERS, CLASSES), EXACT);
    assertEquals(1, Agreement.purity(SPLIT, HALVES), EXACT);
    assertEquals(0.75, Agreement.purity(HALVES, SPLIT), EXACT);
  }

  @Test
  void singlePartAgreesOnlyWithItself() {
    assertEquals(1, Agreement.nmi(ONE, ONE), EXACT);
    assertEquals(1, Agreement.ari(ONE, ONE), EXACT);
    assertEquals(0, Agreement.nmi(ONE, SINGLES), EXACT);
    assertEquals(0, Agreement.ari(ONE, SINGLES), EXACT);
    assertEquals(0, Agreement.nmi(HALVES, ONE), EXACT);
    assertEquals(0, Agreement.ari(HALVES, ONE), EXACT);
    assertEquals(1, Agreement.ari(SINGLES, SINGLES), EXACT);
  }

  @Test
  void unlabelledArticlesAreLeftOut() {
    int[] a = {0, -1, 0, 1, 2, 5};
    int[] b = {0, 3, 0, 1, 1, -1};

    assertEquals(0.8, Agreement.nmi(a, b), EXACT);
    assertEquals(4.0 / 7, Agreement.ari(a, b), EXACT);
    assertEquals(1, Agreement.purity(a, b), EXACT);
  }

  @Test
  void nothingLabelledIsNoAgreement() {
    int[] unlabelled = {-1, -1, -1, -1};

    assertEquals(Double.NaN, Agreement.nmi(HALVES, unlabelled));
    assertEquals(Double.NaN, Agreement.ari(HALVES, unlabelled));
    assertEquals(Double.NaN, Agreement.purity(HALVES, unlabelled));
    assertEquals(Double.NaN, Agreement.nmi(new int[0], new int[0]));
    assertEquals(Double.NaN, Agreement.ari(new int[0], new int[0]));
    assertEquals(Double.NaN, Agreement.purity(new int[0], new int[0]));
  }

  /** A table with a cell for every pair of labels would not fit into memory. */
  @Test
  void thousandsOfLabelsAreFine() {
    int[] a = new int[30_000];
    int[] b = new int[30_000];
    Arrays.setAll(a, i -> i);
    Arrays.setAll(b, i -> a.length - 1 - i);

    assertEquals(1, Agreement.nmi(a, b), EXACT);
    assertEquals(1, Agreement.ari(a, b), EXACT);
    assertEquals(1, Agreement.purity(a, b), EXACT);
  }

  @Test
  void refusesArraysOfDifferentLength() {
    assertThrows(IllegalArgumentException.class, () -> Agreement.nmi(ONE, CLASSES));
  }

  @Test
  void eachDivisionIsComparedWithTheOthers() {
    int[] halves = {0, 0, 1, 1};
    int[] renamed = {1, 1, 0, 0};
    int[] across = {0, 1, 0, 1};
    // 1 between the first two, -0.5 between either and the third
    Double[] agreements = Agreement.withOthers(List.of(halves, renamed, across));
    assertEquals(3, agreements.length);
    assertEquals(0.25, agreements[0], 1e-12);
    assertEquals(0.25, agreements[1], 1e-12);
    assertEquals(-0.5, agreements[2], 1e-12);
    assertArrayEquals(new Double[] {null}, Agreement.withOthers(List.<int[]>of(halves)));
    assertEquals(0, Agreement.withOthers(List.of()).length);
  }
}
