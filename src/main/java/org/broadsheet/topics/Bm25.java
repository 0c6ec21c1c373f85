package org.broadsheet.topics;

import java.io.Serializable;
import java.util.List;
import org.broadsheet.stats.TermWeight;

/**
 * Weights of the terms of articles by BM25, see {@link TermWeight}, scaled to unit length.
 *
 * @param idf the inverse document frequency of each term of the vocabulary
 * @param meanLength the mean length of an article, in the unit of the lengths given to {@link
 *     #weigh}, above zero
 */
record Bm25(float[] idf, double meanLength) implements Serializable {
  Bm25 {
    if (!(meanLength > 0)) {
      throw new IllegalArgumentException("The mean length must be above zero, not " + meanLength);
    }
  }

  /**
   * Learns the weighting from document frequencies.
   *
   * @param df the number of articles that have each term of the vocabulary
   * @param articles the number of articles counted
   * @throws IllegalArgumentException if a term is in more articles than there are, or the mean
   *     length is not above zero
   */
  static Bm25 of(long[] df, long articles, double meanLength) {
    float[] idf = new float[df.length];
    for (int term = 0; term < df.length; term++) {
      idf[term] = (float) idf(df[term], articles);
    }
    return new Bm25(idf, meanLength);
  }

  private static double idf(long df, long articles) {
    if (df < 0 || df > articles) {
      throw new IllegalArgumentException("A term in " + df + " of " + articles + " articles");
    }
    return TermWeight.bm25Idf(df, articles);
  }

  /**
   * Weighs the terms of one article, scaled to unit length: all the weights are zero if all the
   * frequencies are.
   *
   * @param terms distinct indexes in the vocabulary; the first {@code length} count
   * @param tfs how often the article has each of them
   * @param length the number of terms
   * @param articleLength the length of the article
   * @param out takes the weights, in the order of the terms
   */
  void weigh(int[] terms, int[] tfs, int length, double articleLength, float[] out) {
    double squares = 0;
    for (int i = 0; i < length; i++) {
      double weight = idf[terms[i]] * TermWeight.bm25Tf(tfs[i], articleLength, meanLength);
      out[i] = (float) weight;
      squares += weight * weight;
    }
    scale(out, length, squares > 0 ? 1 / Math.sqrt(squares) : 0);
  }

  /** The weights of an article's words, in their order, see {@link #weigh}. */
  float[] weights(WordCounts article) {
    float[] weights = new float[article.terms().length];
    weigh(article.terms(), article.tfs(), weights.length, article.length(), weights);
    return weights;
  }

  /** The articles as rows of unit length. */
  SparseRows rows(List<WordCounts> articles, int columns) {
    SparseRows.Builder rows = new SparseRows.Builder(columns);
    for (WordCounts article : articles) {
      rows.add(article.terms(), weights(article), article.terms().length);
    }
    return rows.build();
  }

  private static void scale(float[] values, int length, double factor) {
    for (int i = 0; i < length; i++) {
      values[i] = (float) (values[i] * factor);
    }
  }
}
