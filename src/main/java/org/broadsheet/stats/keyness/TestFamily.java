package org.broadsheet.stats.keyness;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The probabilities of tests that are made together, corrected for their number: all terms that are
 * compared between the same target and the same reference.
 */
public final class TestFamily implements Serializable {

  private final long tests;

  /** In rising order; equal ones have equal corrections. */
  private final double[] p;

  private final double[] corrected;

  private TestFamily(long tests, double[] p, double[] corrected) {
    this.tests = tests;
    this.p = p;
    this.corrected = corrected;
  }

  /**
   * Corrects the probabilities of a family.
   *
   * @param p the probability of each test, in any order
   * @return the family
   */
  public static TestFamily of(double[] p) {
    double[] rising = p.clone();
    Arrays.sort(rising);
    return new TestFamily(p.length, rising, falseDiscoveryRates(rising));
  }

  /** The corrections of probabilities in rising order (Benjamini and Hochberg 1995). */
  private static double[] falseDiscoveryRates(double[] p) {
    double[] corrected = new double[p.length];
    double smallest = 1;
    for (int i = p.length - 1; i >= 0; i--) {
      smallest = Math.min(smallest, p[i] * p.length / (i + 1));
      corrected[i] = smallest;
    }
    return corrected;
  }

  /**
   * Keeps what is needed to correct some of the probabilities.
   *
   * @param some probabilities of tests of the family
   * @return the family, which knows no others
   */
  public TestFamily only(double[] some) {
    double[] known = Arrays.stream(some).sorted().distinct().toArray();
    return new TestFamily(
        tests, known, Arrays.stream(known).map(this::falseDiscoveryRate).toArray());
  }

  /**
   * Counts the tests.
   *
   * @return the size of the family
   */
  public long tests() {
    return tests;
  }

  /**
   * Corrects a probability for the number of tests (Bonferroni).
   *
   * @param probability the probability of a test
   * @return the probability times the number of tests, at most 1
   */
  public double bonferroni(double probability) {
    return Math.min(1, probability * tests);
  }

  /**
   * Corrects a probability by the false discovery rate of Benjamini and Hochberg (1995).
   *
   * @param probability the probability of a test
   * @return the smallest value of p times the number of tests divided by the rank of p, among the
   *     probabilities that are not smaller; at most 1
   * @throws IllegalArgumentException if no test that the family knows has the probability
   */
  public double falseDiscoveryRate(double probability) {
    int at = Arrays.binarySearch(p, probability);
    if (at < 0) {
      throw new IllegalArgumentException("no test has the probability " + probability);
    }
    return corrected[at];
  }
}
