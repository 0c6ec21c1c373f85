package org.broadsheet.stats;

/**
 * Weights of terms in articles: TF-IDF, and BM25 with k1 = 1.2 and b = 0.75 (Robertson and Zaragoza
 * 2009, The Probabilistic Relevance Framework). In BM25 each repetition adds less than the one
 * before, and a long article gains nothing from its length.
 */
public final class TermWeight {

  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private TermWeight() {}

  /**
   * Computes the inverse document frequency as in Spark MLlib.
   *
   * @param df the articles that have the term
   * @param articles all articles
   * @return ln((articles + 1) / (df + 1))
   */
  public static double idf(long df, long articles) {
    return StrictMath.log((articles + 1.0) / (df + 1.0));
  }

  /**
   * Computes TF-IDF.
   *
   * @param tf how often an article has the term
   * @param df the articles that have the term
   * @param articles all articles
   * @return tf times {@link #idf}
   */
  public static double tfIdf(long tf, long df, long articles) {
    return tf * idf(df, articles);
  }

  /**
   * Computes BM25.
   *
   * @param tf how often an article has the term
   * @param length the length of the article
   * @param meanLength the mean length of an article, above zero
   * @param df the articles that have the term, at most all
   * @param articles all articles
   * @return {@link #bm25Tf} times {@link #bm25Idf}
   */
  public static double bm25(long tf, double length, double meanLength, long df, long articles) {
    return bm25Tf(tf, length, meanLength) * bm25Idf(df, articles);
  }

  /**
   * Computes the inverse document frequency of BM25.
   *
   * @param df the articles that have the term, at most all
   * @param articles all articles
   * @return ln(1 + (articles - df + .5) / (df + .5)), which is never negative
   */
  public static double bm25Idf(long df, long articles) {
    return StrictMath.log(1 + (articles - df + 0.5) / (df + 0.5));
  }

  /**
   * Computes the factor of BM25 that depends on the article.
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
