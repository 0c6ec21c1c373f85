package org.broadsheet.topics;

import java.util.Arrays;

/**
 * How far two ways of dividing the same articles agree, whatever the names of the parts.
 *
 * <p>Both arrays give a label per article, numbered from 0 without large gaps, since the table of
 * both has a cell for each pair. A negative label means unlabelled: an article without either label
 * is left out. All measures are NaN if no article is left, since there is nothing to agree on, and
 * all throw {@link IllegalArgumentException} if the arrays differ in length. Sums run in order of
 * the labels.
 */
final class Agreement {
  private Agreement() {}

  /**
   * Normalised mutual information: {@code 2 I(a, b) / (H(a) + H(b))}, the arithmetic mean that
   * scikit-learn normalises by. 1 for the same division, also if it has a single part; 0 if knowing
   * one tells nothing of the other, as when only one of them has a single part.
   */
  static double nmi(int[] a, int[] b) {
    long[][] table = table(a, b);
    long[] rows = rowSums(table);
    long[] columns = columnSums(table);
    double entropies = entropy(rows) + entropy(columns);
    if (total(rows) > 0 && entropies == 0) {
      return 1;
    }
    double information = entropies - entropy(cells(table));
    return Math.max(0, Math.min(1, 2 * information / entropies));
  }

  /**
   * The adjusted Rand index of Hubert and Arabie (1985): the share of pairs of articles on which
   * both divisions agree, corrected for chance. 1 for the same division, around 0 for unrelated
   * ones, below 0 for less agreement than chance gives. It is 1 for the same division even if that
   * has a single part or only parts of one article.
   */
  static double ari(int[] a, int[] b) {
    long[][] table = table(a, b);
    long[] rows = rowSums(table);
    double together = pairs(cells(table));
    double inRows = pairs(rows);
    double inColumns = pairs(columnSums(table));
    if (total(rows) > 0 && together == inRows && together == inColumns) {
      return 1;
    }
    double expected = inRows * inColumns / pairs(new long[] {total(rows)});
    return (together - expected) / ((inRows + inColumns) / 2 - expected);
  }

  /**
   * The share of articles that are of the most frequent class of their cluster. Not symmetric, and
   * 1 for clusters of one article: read it beside the number of clusters.
   */
  static double purity(int[] clusters, int[] classes) {
    long[][] table = table(clusters, classes);
    long majority = 0;
    for (long[] cluster : table) {
      majority += Arrays.stream(cluster).max().orElse(0);
    }
    return (double) majority / total(rowSums(table));
  }

  /** The number of articles with each pair of labels: labels of a by labels of b. */
  private static long[][] table(int[] a, int[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " labels against " + b.length);
    }
    long[][] table = new long[labels(a)][labels(b)];
    for (int i = 0; i < a.length; i++) {
      if (a[i] >= 0 && b[i] >= 0) {
        table[a[i]][b[i]]++;
      }
    }
    return table;
  }

  private static int labels(int[] labels) {
    return Arrays.stream(labels).reduce(-1, Math::max) + 1;
  }

  private static long[] rowSums(long[][] table) {
    return Arrays.stream(table).mapToLong(Agreement::total).toArray();
  }

  private static long[] columnSums(long[][] table) {
    long[] sums = new long[table.length == 0 ? 0 : table[0].length];
    for (long[] row : table) {
      Arrays.setAll(sums, column -> sums[column] + row[column]);
    }
    return sums;
  }

  private static long[] cells(long[][] table) {
    return Arrays.stream(table).flatMapToLong(Arrays::stream).toArray();
  }

  private static long total(long[] counts) {
    return Arrays.stream(counts).sum();
  }

  /** Shannon's entropy of a distribution given by its counts, in nats; 0 if all are zero. */
  private static double entropy(long[] counts) {
    double total = total(counts);
    double entropy = 0;
    for (long count : counts) {
      if (count > 0) {
        entropy -= count / total * StrictMath.log(count / total);
      }
    }
    return entropy;
  }

  /** The number of pairs within the parts. */
  private static double pairs(long[] counts) {
    double pairs = 0;
    for (long count : counts) {
      pairs += count * (count - 1) / 2.0;
    }
    return pairs;
  }
}
