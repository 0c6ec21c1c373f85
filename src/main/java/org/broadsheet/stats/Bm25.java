package org.broadsheet.stats;

import java.io.Serializable;

/**
 * Weights the terms of articles by BM25, see {@link TermWeight}, and scales the weights of each
 * article to unit length.
 *
 * @param idf the inverse document frequency of each term of the vocabulary
 * @param meanLength the mean length of an article, in the unit of the lengths given to {@link
 *     #weights}, above zero
 */
public record Bm25(float[] idf, double meanLength) implements Serializable {

  /**
   * Takes inverse document frequencies that were computed before.
   *
   * @throws IllegalArgumentException if the mean length is not above zero
   */
  public Bm25 {
    if (!(meanLength > 0)) {
      throw new IllegalArgumentException("The mean length must be above zero, not " + meanLength);
    }
  }

  /**
   * Computes the weighting from document frequencies.
   *
   * @param df the number of articles that have each term of the vocabulary
   * @param articles the number of articles counted
   * @param meanLength the mean length of an article
   * @return the weighting
   * @throws IllegalArgumentException if a term is in more articles than there are, or the mean
   *     length is not above zero
   */
  public static Bm25 of(long[] df, long articles, double meanLength) {
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
   * Weights the terms of one article.
   *
   * @param terms distinct indexes in the vocabulary
   * @param tfs how often the article has each of them
   * @param length the length of the article
   * @return a weight for each term, in their order; together they are a vector of unit length, or
   *     all zero if all frequencies are
   */
  public float[] weights(int[] terms, int[] tfs, double length) {
    float[] weights = new float[terms.length];
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      double weight = idf[terms[i]] * TermWeight.bm25Tf(tfs[i], length, meanLength);
      weights[i] = (float) weight;
      squares += weight * weight;
    }
    scale(weights, squares > 0 ? 1 / Math.sqrt(squares) : 0);
    return weights;
  }

  private static void scale(float[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] * factor);
    }
  }
}
