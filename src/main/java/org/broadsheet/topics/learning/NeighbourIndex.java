package org.broadsheet.topics.learning;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Finds the articles of a sample that are most similar to any article, by the cosine of their BM25
 * weights, through an inverted index. Cosines are exact but for the contribution of the weakest
 * words of the article that is looked up.
 */
final class NeighbourIndex implements Serializable {

  /** The most neighbours of an article. */
  static final int MOST = 10;

  /**
   * The part of an article's squared length that is not looked up: that of its weakest words, which
   * are in many articles and would take most of the time.
   */
  private static final double LEFT_OUT = 0.1;

  private final SparseMatrix byTerm;
  private final int articles;

  /** What a look-up writes to, one for each thread. */
  private transient ThreadLocal<float[]> scratch;

  NeighbourIndex(SparseMatrix sample) {
    this.byTerm = sample.transposed();
    this.articles = sample.rows();
  }

  /** The weights of the sample's articles, each row in order of the terms. */
  SparseMatrix weights() {
    return byTerm.transposed();
  }

  /**
   * The neighbours of an article, the most similar first.
   *
   * @param rows their numbers in the sample
   * @param similarities their cosines, above 0
   */
  record Nearest(int[] rows, float[] similarities) {
    static final Nearest NONE = new Nearest(new int[0], new float[0]);
  }

  /**
   * Looks up an article.
   *
   * @param terms its terms
   * @param weights the weight of each term; the article is of unit length
   * @param self the number of the article itself in the sample, which is no neighbour; -1 if it is
   *     not in the sample
   * @return its neighbours
   */
  Nearest nearest(int[] terms, float[] weights, int self) {
    float[] cosines = scratches().get();
    Arrays.fill(cosines, 0);
    float weakest = weakest(weights);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] >= weakest) {
        add(weights[i], terms[i], cosines);
      }
    }
    return highest(cosines, self);
  }

  private void add(float weight, int term, float[] cosines) {
    int[] rows = byTerm.indices();
    float[] weights = byTerm.values();
    int end = byTerm.end(term);
    for (int i = byTerm.start(term); i < end; i++) {
      cosines[rows[i]] += weight * weights[i];
    }
  }

  private synchronized ThreadLocal<float[]> scratches() {
    if (scratch == null) {
      scratch = ThreadLocal.withInitial(() -> new float[articles]);
    }
    return scratch;
  }

  /** The smallest weight that is looked up. */
  private static float weakest(float[] weights) {
    float[] rising = weights.clone();
    Arrays.sort(rising);
    double left = 0;
    int at = 0;
    while (at < rising.length - 1 && left + rising[at] * rising[at] < LEFT_OUT) {
      left += rising[at] * rising[at];
      at++;
    }
    return rising.length == 0 ? 0 : rising[at];
  }

  /** The highest cosines, the first articles of equal ones. */
  private static Nearest highest(float[] cosines, int self) {
    int[] rows = new int[MOST];
    float[] similarities = new float[MOST];
    int size = 0;
    float last = 0;
    for (int row = 0; row < cosines.length; row++) {
      float cosine = cosines[row];
      if (cosine <= last || row == self) {
        continue;
      }
      int at = size < MOST ? size++ : MOST - 1;
      while (at > 0 && similarities[at - 1] < cosine) {
        rows[at] = rows[at - 1];
        similarities[at] = similarities[at - 1];
        at--;
      }
      rows[at] = row;
      similarities[at] = cosine;
      last = size < MOST ? 0 : similarities[MOST - 1];
    }
    return new Nearest(Arrays.copyOf(rows, size), Arrays.copyOf(similarities, size));
  }
}
