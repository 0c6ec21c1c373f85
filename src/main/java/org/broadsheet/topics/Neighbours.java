package org.broadsheet.topics;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Finds the articles of a sample that are most similar to any article, by the cosine of their BM25
 * weights, through an inverted index: exactly, but for what an article's weakest words would add.
 */
final class Neighbours implements Serializable {

  /** The most similar articles that are looked at. */
  static final int COUNT = 10;

  /** An article is looked up by so many of its strongest words at most. */
  private static final int STRONGEST = 50;

  private final SparseRows byTerm;
  private final int articles;

  /** What a look-up writes to: one for each thread. */
  private transient ThreadLocal<Scratch> scratch;

  private record Scratch(float[] cosines, int[] touched) {}

  Neighbours(SparseRows sample) {
    this.byTerm = sample.transposed();
    this.articles = sample.rows();
  }

  /**
   * The neighbours of an article.
   *
   * @param rows numbers of articles of the sample, the most similar first
   * @param similarities their cosines, above 0
   */
  record Found(int[] rows, float[] similarities) implements Serializable {}

  /**
   * Looks up an article.
   *
   * @param terms its terms, of which those from {@code start} to before {@code end} count
   * @param values their weights; the article is of unit length
   * @param self its own number in the sample, or -1
   */
  Found of(int[] terms, float[] values, int start, int end, int self) {
    Scratch scratch = scratches().get();
    float[] cosines = scratch.cosines;
    int[] touched = scratch.touched;
    int count = 0;
    float weakest = weakest(values, start, end);
    for (int i = start; i < end; i++) {
      if (values[i] < weakest) {
        continue;
      }
      for (int p = byTerm.start(terms[i]); p < byTerm.end(terms[i]); p++) {
        int row = byTerm.terms()[p];
        if (cosines[row] == 0) {
          touched[count++] = row;
        }
        cosines[row] += values[i] * byTerm.values()[p];
      }
    }
    Found found = best(cosines, touched, count, self);
    for (int i = 0; i < count; i++) {
      cosines[touched[i]] = 0;
    }
    return found;
  }

  private synchronized ThreadLocal<Scratch> scratches() {
    if (scratch == null) {
      scratch = ThreadLocal.withInitial(() -> new Scratch(new float[articles], new int[articles]));
    }
    return scratch;
  }

  /** The weight of the last of the strongest words. */
  private static float weakest(float[] values, int start, int end) {
    if (end - start <= STRONGEST) {
      return 0;
    }
    float[] sorted = Arrays.copyOfRange(values, start, end);
    Arrays.sort(sorted);
    return sorted[sorted.length - STRONGEST];
  }

  /** The highest cosines, of equal ones the first articles. */
  private static Found best(float[] cosines, int[] touched, int count, int self) {
    int[] rows = new int[COUNT];
    float[] similarities = new float[COUNT];
    int size = 0;
    for (int t = 0; t < count; t++) {
      int row = touched[t];
      float cosine = cosines[row];
      boolean enters =
          row != self
              && (size < COUNT
                  || cosine > similarities[COUNT - 1]
                  || cosine == similarities[COUNT - 1] && row < rows[COUNT - 1]);
      if (!enters) {
        continue;
      }
      int at = size < COUNT ? size++ : COUNT - 1;
      while (at > 0
          && (similarities[at - 1] < cosine
              || similarities[at - 1] == cosine && rows[at - 1] > row)) {
        rows[at] = rows[at - 1];
        similarities[at] = similarities[at - 1];
        at--;
      }
      rows[at] = row;
      similarities[at] = cosine;
    }
    return new Found(Arrays.copyOf(rows, size), Arrays.copyOf(similarities, size));
  }
}
