package org.broadsheet.topics;

import java.io.Serializable;
import java.util.Locale;

/**
 * How topics are found.
 *
 * @param algorithm how they are learned
 * @param k how many, in each language; null to look for a number, see {@link TopicSweep}
 * @param restarts how many starts the best is taken from
 * @param seed the seed of the first start; the others count up from it
 * @param sample how many articles are learned from at most
 * @param smoothing how much of an article's place comes from the articles most similar to it, from
 *     0 to below 1
 * @param outliers the share of a topic's articles, those that fit worst, that are outliers at most
 * @param model the run whose topics are taken, by its directory or the output of its job; null to
 *     find topics
 * @param labelField a column of articles, or a field of the input, that holds a known class; null
 *     for none
 */
public record TopicSettings(
    Algorithm algorithm,
    Integer k,
    int restarts,
    long seed,
    int sample,
    double smoothing,
    double outliers,
    String model,
    String labelField)
    implements Serializable {

  /** What a job gets that says nothing. */
  public static final TopicSettings DEFAULTS =
      new TopicSettings(Algorithm.AUTO, null, 5, 1, 20_000, 0.5, 0.05, null, null);

  /** The ways to learn topics. */
  public enum Algorithm {
    /** The recommended one: spherical k-means in a {@link SemanticSpace}. */
    AUTO,
    /** MLlib's k-means with cosine distance, on BM25. */
    KMEANS,
    /** MLlib's latent Dirichlet allocation, on counts. */
    LDA;

    /**
     * The name in job files and tables.
     *
     * @return the name in lower case
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
