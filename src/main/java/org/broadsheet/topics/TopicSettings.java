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
 * @param labelField a column of articles, or a field of the input, that holds a known class; null
 *     for none
 */
public record TopicSettings(
    Algorithm algorithm, Integer k, int restarts, long seed, String labelField)
    implements Serializable {

  /** The same with another number of topics. */
  TopicSettings with(int topics) {
    return new TopicSettings(algorithm, topics, restarts, seed, labelField);
  }

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
