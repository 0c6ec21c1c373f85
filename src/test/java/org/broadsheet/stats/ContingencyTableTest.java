package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContingencyTableTest {
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

    assertEquals(1, ContingencyTable.of(HALVES, renamed).nmi(), EXACT);
    assertEquals(1, ContingencyTable.of(HALVES, renamed).ari(), EXACT);
    assertEquals(1, ContingencyTable.of(HALVES, renamed).purity(), EXACT);
  }

  @Test
  void nmiOfSmallCases() {
    // I = ln 2, H = 1.5 ln 2 and ln 2
    assertEquals(0.8, ContingencyTable.of(SPLIT, HALVES).nmi(), EXACT);
    assertEquals(0.8, ContingencyTable.of(HALVES, SPLIT).nmi(), EXACT);
    assertEquals(0, ContingencyTable.of(HALVES, OTHER_HALVES).nmi(), EXACT);
    // Their table 16.2 gives 0.36.
    assertEquals(0.36, ContingencyTable.of(CLUSTERS, CLASSES).nmi(), 0.005);
  }

  @Test
  void ariOfSmallCases() {
    // (1 - 1/3) / (1.5 - 1/3)
    assertEquals(4.0 / 7, ContingencyTable.of(SPLIT, HALVES).ari(), EXACT);
    assertEquals(4.0 / 7, ContingencyTable.of(HALVES, SPLIT).ari(), EXACT);
    // (0 - 2/3) / (2 - 2/3)
    assertEquals(-0.5, ContingencyTable.of(HALVES, OTHER_HALVES).ari(), EXACT);
    // 20 pairs in both, 40 and 44 in each, 136 in all: (20 - 220/17) / (42 - 220/17)
    assertEquals(60.0 / 247, ContingencyTable.of(CLUSTERS, CLASSES).ari(), EXACT);
  }

  @Test
  void purityCountsTheMajorities() {
    assertEquals(12.0 / 17, ContingencyTable.of(CLUSTERS, CLASSES).purity(), EXACT);
    assertEquals(1, ContingencyTable.of(SPLIT, HALVES).purity(), EXACT);
    assertEquals(0.75, ContingencyTable.of(HALVES, SPLIT).purity(), EXACT);
  }

  @Test
  void singlePartAgreesOnlyWithItself() {
    assertEquals(1, ContingencyTable.of(ONE, ONE).nmi(), EXACT);
    assertEquals(1, ContingencyTable.of(ONE, ONE).ari(), EXACT);
    assertEquals(0, ContingencyTable.of(ONE, SINGLES).nmi(), EXACT);
    assertEquals(0, ContingencyTable.of(ONE, SINGLES).ari(), EXACT);
    assertEquals(0, ContingencyTable.of(HALVES, ONE).nmi(), EXACT);
    assertEquals(0, ContingencyTable.of(HALVES, ONE).ari(), EXACT);
    assertEquals(1, ContingencyTable.of(SINGLES, SINGLES).ari(), EXACT);
  }

  @Test
  void unlabelledArticlesAreLeftOut() {
    int[] a = {0, -1, 0, 1, 2, 5};
    int[] b = {0, 3, 0, 1, 1, -1};

    assertEquals(0.8, ContingencyTable.of(a, b).nmi(), EXACT);
    assertEquals(4.0 / 7, ContingencyTable.of(a, b).ari(), EXACT);
    assertEquals(1, ContingencyTable.of(a, b).purity(), EXACT);
  }

  @Test
  void nothingLabelledIsNoAgreement() {
    int[] unlabelled = {-1, -1, -1, -1};

    assertEquals(Double.NaN, ContingencyTable.of(HALVES, unlabelled).nmi());
    assertEquals(Double.NaN, ContingencyTable.of(HALVES, unlabelled).ari());
    assertEquals(Double.NaN, ContingencyTable.of(HALVES, unlabelled).purity());
    assertEquals(Double.NaN, ContingencyTable.of(new int[0], new int[0]).nmi());
    assertEquals(Double.NaN, ContingencyTable.of(new int[0], new int[0]).ari());
    assertEquals(Double.NaN, ContingencyTable.of(new int[0], new int[0]).purity());
  }

  /** A table with a cell for every pair of labels would not fit into memory. */
  @Test
  void thousandsOfLabelsAreFine() {
    int[] a = new int[30_000];
    int[] b = new int[30_000];
    Arrays.setAll(a, i -> i);
    Arrays.setAll(b, i -> a.length - 1 - i);

    assertEquals(1, ContingencyTable.of(a, b).nmi(), EXACT);
    assertEquals(1, ContingencyTable.of(a, b).ari(), EXACT);
    assertEquals(1, ContingencyTable.of(a, b).purity(), EXACT);
  }

  @Test
  void refusesArraysOfDifferentLength() {
    assertThrows(IllegalArgumentException.class, () -> ContingencyTable.of(ONE, CLASSES).nmi());
  }

  @Test
  void eachDivisionIsComparedWithTheOthers() {
    int[] halves = {0, 0, 1, 1};
    int[] renamed = {1, 1, 0, 0};
    int[] across = {0, 1, 0, 1};
    // 1 between the first two, -0.5 between either and the third
    Double[] agreements = ContingencyTable.meanAri(List.of(halves, renamed, across));
    assertEquals(3, agreements.length);
    assertEquals(0.25, agreements[0], 1e-12);
    assertEquals(0.25, agreements[1], 1e-12);
    assertEquals(-0.5, agreements[2], 1e-12);
    assertArrayEquals(new Double[] {null}, ContingencyTable.meanAri(List.<int[]>of(halves)));
    assertEquals(0, ContingencyTable.meanAri(List.of()).length);
  }
}
