package org.broadsheet.stats;

/**
 * Weights of terms in articles by BM25, with k1 = 1.2 and b = 0.75 (Robertson and Zaragoza 2009,
 * The Probabilistic Relevance Framework): repetition counts, but less each time, and a long article
 * gains nothing from its length.
 */
public final class TermWeight {

  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private TermWeight() {}

  /**
   * The inverse document frequency of BM25.
   *
   * @param df the articles that have the term, at most all
   * @param articles all articles
   * @return ln(1 + (articles - df + .5) / (df + .5)), which is never negative
   */
  public static double bm25Idf(long df, long articles) {
    return StrictMath.log(1 + (articles - df + 0.5) / (df + 0.5));
  }

  /**
   * What a term that occurs at all makes of its inverse document frequency.
   *
   * @param tf how often an article has it
   * @param length the length of the article
   * @param meanLength the mean length of an article, above zero
   * @return tf (k1 + 1) / (tf + k1 (1 - b + b length / meanLength))
   */
  public static double bm25Tf(long tf, double length, double meanLength) {
    return tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / meanLength));
  }
}
