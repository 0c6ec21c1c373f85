package org.broadsheet.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The contingency table of two divisions of the same items into parts, and how far the divisions
 * agree. The names of the parts do not matter.
 *
 * <p>A division gives each item a label, numbered from 0 without large gaps. A negative label means
 * unlabelled; an item that either division leaves unlabelled is not counted. All measures are NaN
 * if no item is counted. Sums run in order of the labels.
 */
public final class ContingencyTable {

  /** For each label of the first division, its items. */
  private final long[] rows;

  /** For each label of the second division, its items. */
  private final long[] columns;

  /**
   * The items of each pair of labels that occurs, in order of the first label, then the second.
   * Other pairs are not kept, since there may be thousands of either label.
   */
  private final long[] cells;

  /** The sum, over the labels of the first division, of the largest cell of each. */
  private final long majority;

  private ContingencyTable(long[] rows, long[] columns, long[] cells, long majority) {
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
    this.majority = majority;
  }

  /**
   * Counts the items of each pair of labels.
   *
   * @param a the label of each item in the first division
   * @param b the label of each item in the second division
   * @return the table
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public static ContingencyTable of(int[] a, int[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " labels against " + b.length);
    }
    int[] both = IntStream.range(0, a.length).filter(i -> a[i] >= 0 && b[i] >= 0).toArray();
    int[] order = sorted(sorted(both, b), a);
    long[] cells = new long[order.length];
    int cell = -1;
    long[] largest = new long[labels(a)];
    for (int i = 0; i < order.length; i++) {
      boolean same = i > 0 && a[order[i]] == a[order[i - 1]] && b[order[i]] == b[order[i - 1]];
      cell += same ? 0 : 1;
      int row = a[order[i]];
      largest[row] = Math.max(largest[row], ++cells[cell]);
    }
    return new ContingencyTable(
        counts(both, a),
        counts(both, b),
        Arrays.copyOf(cells, cell + 1),
        Arrays.stream(largest).sum());
  }

  /** Sorts items by their label with a counting sort, which keeps the order within a label. */
  private static int[] sorted(int[] items, int[] label) {
    long[] counts = counts(items, label);
    int[] next = new int[counts.length];
    for (int i = 1; i < next.length; i++) {
      next[i] = next[i - 1] + (int) counts[i - 1];
    }
    int[] sorted = new int[items.length];
    for (int item : items) {
      sorted[next[label[item]]++] = item;
    }
    return sorted;
  }

  private static long[] counts(int[] items, int[] label) {
    long[] counts = new long[labels(label)];
    for (int item : items) {
      counts[label[item]]++;
    }
    return counts;
  }

  private static int labels(int[] label) {
    return Arrays.stream(label).reduce(-1, Math::max) + 1;
  }

  /**
   * Computes normalised mutual information: {@code 2 I(a, b) / (H(a) + H(b))}, normalised by the
   * arithmetic mean of the entropies, as in scikit-learn.
   *
   * @return 1 for the same division, even if it has a single part; 0 if one division says nothing
   *     about the other, as when only one of them has a single part
   */
  public double nmi() {
    double entropies = entropy(rows) + entropy(columns);
    if (items() > 0 && entropies == 0) {
      return 1;
    }
    double information = entropies - entropy(cells);
    return Math.max(0, Math.min(1, 2 * information / entropies));
  }

  /**
   * Computes the adjusted Rand index (Hubert and Arabie 1985): the share of pairs of items on which
   * both divisions agree, corrected for chance.
   *
   * @return 1 for the same division, even if it has a single part or only parts of one item; around
   *     0 for unrelated divisions; below 0 for less agreement than chance gives
   */
  public double ari() {
    double together = pairs(cells);
    double inRows = pairs(rows);
    double inColumns = pairs(columns);
    if (items() > 0 && together == inRows && together == inColumns) {
      return 1;
    }
    double expected = inRows * inColumns / pairs(items());
    return (together - expected) / ((inRows + inColumns) / 2 - expected);
  }

  /**
   * Computes purity: the share of items that have the most frequent label of the second division
   * within their part of the first. It is not symmetric, and it is 1 for parts of one item: read it
   * beside the number of parts.
   *
   * @return the purity, above 0 and at most 1
   */
  public double purity() {
    return (double) majority / items();
  }

  /**
   * Compares each of several divisions of the same items with the others.
   *
   * @param divisions the divisions
   * @return for each division, its mean adjusted Rand index with the others; null for a single
   *     division
   */
  public static Double[] meanAri(List<int[]> divisions) {
    double[] sums = new double[divisions.size()];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < i; j++) {
        double ari = of(divisions.get(i), divisions.get(j)).ari();
        sums[i] += ari;
        sums[j] += ari;
      }
    }
    int others = sums.length - 1;
    return Arrays.stream(sums)
        .mapToObj(sum -> others == 0 ? null : (Double) (sum / others))
        .toArray(Double[]::new);
  }

  private long items() {
    return Arrays.stream(rows).sum();
  }

  /** The Shannon entropy of a distribution given by its counts, in nats; 0 if all are zero. */
  private static double entropy(long[] counts) {
    double total = Arrays.stream(counts).sum();
    double entropy = 0;
    for (long count : counts) {
      if (count > 0) {
        entropy -= count / total * StrictMath.log(count / total);
      }
    }
    return entropy;
  }

  /** The number of pairs within the parts. */
  private static double pairs(long... counts) {
    double pairs = 0;
    for (long count : counts) {
      pairs += count * (count - 1) / 2.0;
    }
    return pairs;
  }
}
