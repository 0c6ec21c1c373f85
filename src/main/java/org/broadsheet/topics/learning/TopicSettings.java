package org.broadsheet.topics.learning;

import java.io.Serializable;
import java.util.Locale;

/**
 * How topics are found.
 *
 * @param algorithm how they are learned
 * @param k the number of topics in each language; null to choose a number, see {@link TopicSweep}
 * @param restarts the number of starts, of which the best is taken
 * @param seed the seed of the first start; the others count up from it
 * @param sample the most articles to learn from
 * @param smoothing the part of an article's vector that comes from the articles most similar to it,
 *     from 0 to below 1, see {@link SemanticSpace}
 * @param outliers the largest share of a topic's articles that may be outliers
 * @param model the earlier run whose topics are used, by its directory or the output of its job;
 *     null to find topics
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

  /** The settings of a job that gives none. */
  public static final TopicSettings DEFAULTS =
      new TopicSettings(Algorithm.AUTO, null, 5, 1, 20_000, 0.5, 0.05, null, null);

  /** The algorithms that learn topics. */
  public enum Algorithm {
    /** Spherical k-means in a {@link SemanticSpace}, which is recommended. */
    AUTO,
    /** MLlib's k-means with cosine distance, on BM25. */
    KMEANS,
    /** MLlib's latent Dirichlet allocation, on counts. */
    LDA;

    /** {@return the name in job files and tables, in lower case} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
