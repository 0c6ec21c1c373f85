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

  /**
   * An article is looked up by its strongest words, as long as the others make up less than this of
   * its length squared: these are in many articles, and take most of the time.
   */
  private static final double LEFT_OUT = 0.1;

  private final SparseRows byTerm;
  private final int articles;

  /** What a look-up writes to: one for each thread. */
  private transient ThreadLocal<float[]> scratch;

  Neighbours(SparseRows sample) {
    this.byTerm = sample.transposed();
    this.articles = sample.rows();
  }

  /** The sample, the words of each article in order of the vocabulary. */
  SparseRows sample() {
    return byTerm.transposed();
  }

  /**
   * The neighbours of an article.
   *
   * @param rows numbers of articles of the sample, the most similar first
   * @param similarities their cosines, above 0
   */
  record Found(int[] rows, float[] similarities) {
    static final Found NONE = new Found(new int[0], new float[0]);
  }

  /**
   * Looks up an article.
   *
   * @param terms its terms, of which those from {@code start} to before {@code end} count
   * @param values their weights; the article is of unit length
   * @param self its own number in the sample, or -1
   */
  Found of(int[] terms, float[] values, int start, int end, int self) {
    float[] cosines = scratches().get();
    Arrays.fill(cosines, 0);
    float weakest = weakest(values, start, end);
    for (int i = start; i < end; i++) {
      if (values[i] >= weakest) {
        add(values[i], terms[i], cosines);
      }
    }
    return best(cosines, self);
  }

  private void add(float value, int term, float[] cosines) {
    int[] rows = byTerm.terms();
    float[] weights = byTerm.values();
    int end = byTerm.end(term);
    for (int i = byTerm.start(term); i < end; i++) {
      cosines[rows[i]] += value * weights[i];
    }
  }

  private synchronized ThreadLocal<float[]> scratches() {
    if (scratch == null) {
      scratch = ThreadLocal.withInitial(() -> new float[articles]);
    }
    return scratch;
  }

  /** The weight of the last of the strongest words. */
  private static float weakest(float[] values, int start, int end) {
    float[] rising = Arrays.copyOfRange(values, start, end);
    Arrays.sort(rising);
    double left = 0;
    int at = 0;
    while (at < rising.length - 1 && left + rising[at] * rising[at] < LEFT_OUT) {
      left += rising[at] * rising[at];
      at++;
    }
    return rising.length == 0 ? 0 : rising[at];
  }

  /** The highest cosines, of equal ones the first articles. */
  private static Found best(float[] cosines, int self) {
    int[] rows = new int[COUNT];
    float[] similarities = new float[COUNT];
    int size = 0;
    float last = 0;
    for (int row = 0; row < cosines.length; row++) {
      float cosine = cosines[row];
      if (cosine <= last || row == self) {
        continue;
      }
      int at = size < COUNT ? size++ : COUNT - 1;
      while (at > 0 && similarities[at - 1] < cosine) {
        rows[at] = rows[at - 1];
        similarities[at] = similarities[at - 1];
        at--;
      }
      rows[at] = row;
      similarities[at] = cosine;
      last = size < COUNT ? 0 : similarities[COUNT - 1];
    }
    return new Found(Arrays.copyOf(rows, size), Arrays.copyOf(similarities, size));
  }
}
