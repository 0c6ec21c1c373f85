package org.broadsheet.stats;

/**
 * The dispersion of a term over the parts of a corpus: Gries' deviation of proportions.
 *
 * @param dp half the sum of the absolute differences between each part's share of the term and its
 *     share of the corpus (Gries 2008): 0 if the term follows the sizes of the parts, near 1 if it
 *     is in one small part only
 * @param dpNorm {@code dp} divided by its largest possible value, 1 minus the share of the smallest
 *     part (Lijffijt and Gries 2012); null for a single part
 */
public record Dispersion(double dp, Double dpNorm) {

  /**
   * The parts of a corpus.
   *
   * @param tokens the words of all parts
   * @param smallest the words of the smallest part that has any
   */
  public record PartTotals(long tokens, long smallest) implements java.io.Serializable {

    /**
     * Sums the sizes of parts.
     *
     * @param tokens for each part, its words
     * @return the parts; those without a word do not count
     */
    public static PartTotals of(long... tokens) {
      long sum = 0;
      long smallest = Long.MAX_VALUE;
      for (long part : tokens) {
        sum += part;
        smallest = part > 0 ? Math.min(smallest, part) : smallest;
      }
      return new PartTotals(sum, smallest);
    }

    /**
     * Adds other parts.
     *
     * @param other the other parts
     * @return all parts
     */
    public PartTotals plus(PartTotals other) {
      return new PartTotals(tokens + other.tokens, Math.min(smallest, other.smallest));
    }
  }

  /**
   * Measures a term. The order of its parts may affect the last digit.
   *
   * @param tf for each part that has the term, its occurrences, from 1; at least one part
   * @param tokens for each of these parts, its words
   * @param parts all parts
   * @return the measure
   */
  public static Dispersion of(long[] tf, long[] tokens, PartTotals parts) {
    double whole = parts.tokens;
    double term = 0;
    double elsewhere = whole;
    for (int i = 0; i < tf.length; i++) {
      term += tf[i];
      elsewhere -= tokens[i];
    }
    double differences = elsewhere / whole;
    for (int i = 0; i < tf.length; i++) {
      differences += Math.abs(tf[i] / term - tokens[i] / whole);
    }
    double dp = Math.min(1, differences / 2);
    double largest = 1 - parts.smallest / whole;
    return new Dispersion(dp, largest == 0 ? null : Math.min(1, dp / largest));
  }
}
