package org.broadsheet.topics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far two ways of dividing the same articles agree, whatever the names of the parts.
 *
 * <p>Both arrays give a label per article, numbered from 0 without large gaps. A negative label
 * means unlabelled: an article without either label is left out. All measures are NaN if no article
 * is left, since there is nothing to agree on, and all throw {@link IllegalArgumentException} if
 * the arrays differ in length. Sums run in order of the labels.
 */
final class Agreement {
  private Agreement() {}

  /**
   * Normalised mutual information: {@code 2 I(a, b) / (H(a) + H(b))}, the arithmetic mean that
   * scikit-learn normalises by. 1 for the same division, also if it has a single part; 0 if knowing
   * one tells nothing of the other, as when only one of them has a single part.
   */
  static double nmi(int[] a, int[] b) {
    Table table = Table.of(a, b);
    double entropies = entropy(table.rows) + entropy(table.columns);
    if (table.articles() > 0 && entropies == 0) {
      return 1;
    }
    double information = entropies - entropy(table.cells);
    return Math.max(0, Math.min(1, 2 * information / entropies));
  }

  /**
   * The adjusted Rand index of Hubert and Arabie (1985): the share of pairs of articles on which
   * both divisions agree, corrected for chance. 1 for the same division, around 0 for unrelated
   * ones, below 0 for less agreement than chance gives. It is 1 for the same division even if that
   * has a single part or only parts of one article.
   */
  static double ari(int[] a, int[] b) {
    Table table = Table.of(a, b);
    double together = pairs(table.cells);
    double inRows = pairs(table.rows);
    double inColumns = pairs(table.columns);
    if (table.articles() > 0 && together == inRows && together == inColumns) {
      return 1;
    }
    double expected = inRows * inColumns / pairs(table.articles());
    return (together - expected) / ((inRows + inColumns) / 2 - expected);
  }

  /**
   * How far each of several divisions agrees with the others.
   *
   * @return for each, the mean adjusted Rand index with the others; null for a single one
   */
  static Double[] withOthers(List<int[]> divisions) {
    double[] sums = new double[divisions.size()];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < i; j++) {
        double ari = ari(divisions.get(i), divisions.get(j));
        sums[i] += ari;
        sums[j] += ari;
      }
    }
    int others = sums.length - 1;
    return Arrays.stream(sums)
        .mapToObj(sum -> others == 0 ? null : (Double) (sum / others))
        .toArray(Double[]::new);
  }

  /**
   * The share of articles that are of the most frequent class of their cluster. Not symmetric, and
   * 1 for clusters of one article: read it beside the number of clusters.
   */
  static double purity(int[] clusters, int[] classes) {
    Table table = Table.of(clusters, classes);
    return (double) table.majority / table.articles();
  }

  /**
   * How many articles have which labels: only pairs of labels that occur, since there may be
   * thousands of either.
   *
   * @param rows for each label of a, its articles
   * @param columns for each label of b, its articles
   * @param cells for each pair of labels that occurs, its articles, in order of a, then b
   * @param majority the sum over the labels of a of the largest cell of each
   */
  private record Table(long[] rows, long[] columns, long[] cells, long majority) {

    static Table of(int[] a, int[] b) {
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
      return new Table(
          counts(both, a),
          counts(both, b),
          Arrays.copyOf(cells, cell + 1),
          Arrays.stream(largest).sum());
    }

    /** Sorts articles by their label, those of one label as they came (a counting sort). */
    private static int[] sorted(int[] articles, int[] label) {
      long[] counts = counts(articles, label);
      int[] next = new int[counts.length];
      for (int i = 1; i < next.length; i++) {
        next[i] = next[i - 1] + (int) counts[i - 1];
      }
      int[] sorted = new int[articles.length];
      for (int article : articles) {
        sorted[next[label[article]]++] = article;
      }
      return sorted;
    }

    private static long[] counts(int[] articles, int[] label) {
      long[] counts = new long[labels(label)];
      for (int article : articles) {
        counts[label[article]]++;
      }
      return counts;
    }

    private static int labels(int[] label) {
      return Arrays.stream(label).reduce(-1, Math::max) + 1;
    }

    long articles() {
      return Arrays.stream(rows).sum();
    }
  }

  /** Shannon's entropy of a distribution given by its counts, in nats; 0 if all are zero. */
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
