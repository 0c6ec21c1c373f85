package org.broadsheet.stats.keyness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TestFamilyTest {

  private static final double[] P = {0.01, 0.04, 0.03, 0.005, 0.04};

  @Test
  void probabilitiesAreCorrectedForTheNumberOfTests() {
    TestFamily family = TestFamily.of(P);
    assertEquals(5, family.tests());
    assertEquals(0.05, family.bonferroni(0.01), 1e-12);
    assertEquals(1, family.bonferroni(0.3));
    // .005 of rank 1 and .01 of rank 2: 5 x .005 = 5 / 2 x .01
    assertEquals(0.025, family.falseDiscoveryRate(0.005), 1e-12);
    assertEquals(0.025, family.falseDiscoveryRate(0.01), 1e-12);
    // .03 of rank 3 is .05, but .04 of rank 5 is .04
    assertEquals(0.04, family.falseDiscoveryRate(0.03), 1e-12);
    assertEquals(0.04, family.falseDiscoveryRate(0.04), 1e-12);
  }

  @Test
  void aPartOfAFamilyKeepsItsCorrections() {
    TestFamily family = TestFamily.of(P);
    TestFamily part = family.only(new double[] {0.04, 0.01, 0.04});
    assertEquals(5, part.tests());
    assertEquals(family.falseDiscoveryRate(0.04), part.falseDiscoveryRate(0.04));
    assertEquals(family.falseDiscoveryRate(0.01), part.falseDiscoveryRate(0.01));
    assertThrows(IllegalArgumentException.class, () -> part.falseDiscoveryRate(0.03));
  }

  @Test
  void noCorrectionIsAboveOne() {
    assertEquals(1, TestFamily.of(new double[] {1, 1}).falseDiscoveryRate(1));
    assertEquals(0, TestFamily.of(new double[0]).tests());
  }
}
