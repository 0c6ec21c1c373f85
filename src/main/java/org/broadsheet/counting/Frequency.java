package org.broadsheet.counting;

import java.io.Serializable;

/**
 * How often a term occurs.
 *
 * @param tf its occurrences
 * @param df the articles that have it
 */
public record Frequency(long tf, long df) implements Serializable {

  /** The frequency of a term that does not occur. */
  public static final Frequency NONE = new Frequency(0, 0);

  /**
   * Adds another frequency.
   *
   * @param other the other frequency
   * @return the sum
   */
  public Frequency plus(Frequency other) {
    return new Frequency(tf + other.tf, df + other.df);
  }

  /**
   * Subtracts another frequency.
   *
   * @param other the other frequency
   * @return the difference
   */
  public Frequency minus(Frequency other) {
    return new Frequency(tf - other.tf, df - other.df);
  }
}
