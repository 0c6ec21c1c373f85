package org.broadsheet.topics.learning;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.broadsheet.stats.ContingencyTable;

/**
 * Chooses the number of topics: the one for which several starts agree most. No measure knows the
 * right number, and cost, silhouette and coherence mostly fall or rise with it. But with a wrong
 * number, chance decides where subjects are split or joined, and starts differ.
 *
 * @param tried the numbers that were tried, in order
 */
record TopicSweep(List<Tried> tried) {

  /** Starts with each number. */
  private static final int STARTS = 6;

  /** The most iterations of a start: agreement shows long before the clusters stop changing. */
  private static final int ITERATIONS = 20;

  /** Two or three topics are often the most stable, but say little about a corpus. */
  private static final int FEWEST = 4;

  private static final int[] CANDIDATES = {
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 25, 30
  };

  /** The fewest articles of the sample that a topic should have on average. */
  private static final int ARTICLES_PER_TOPIC = 10;

  /**
   * A number of topics that was tried.
   *
   * @param k the number
   * @param best the start of lowest cost
   * @param agreement the mean adjusted Rand index of its starts with each other
   */
  record Tried(int k, SphericalKMeans.Clustering best, double agreement) {}

  /**
   * Tries every number that there are enough articles for, at least one.
   *
   * @param articles the articles
   * @param seed the seed of the first start with each number
   */
  static TopicSweep of(DocumentVectors articles, long seed) {
    int most = Math.max(2, articles.size() / ARTICLES_PER_TOPIC);
    return new TopicSweep(
        IntStream.of(CANDIDATES)
            .filter(k -> k <= most)
            .mapToObj(k -> tried(articles, k, seed))
            .toList());
  }

  private static Tried tried(DocumentVectors articles, int k, long seed) {
    List<SphericalKMeans.Clustering> starts =
        SphericalKMeans.restarts(articles, Math.min(k, articles.size()), STARTS, seed, ITERATIONS);
    double sum = 0;
    for (double agreement :
        ContingencyTable.meanAri(
            starts.stream().map(SphericalKMeans.Clustering::assignment).toList())) {
      sum += agreement;
    }
    return new Tried(
        k,
        starts.stream()
            .min(Comparator.comparingDouble(SphericalKMeans.Clustering::cost))
            .orElseThrow(),
        sum / starts.size());
  }

  /** The number for which starts agree most, the smallest of equal ones. */
  Tried chosen() {
    return eligible().stream()
        .min(Comparator.comparingDouble((Tried t) -> -t.agreement).thenComparingInt(Tried::k))
        .orElseThrow();
  }

  private List<Tried> eligible() {
    List<Tried> eligible = tried.stream().filter(t -> t.k >= FEWEST).toList();
    return eligible.isEmpty() ? tried : eligible;
  }

  /** The reason for the chosen number. */
  String why() {
    if (tried.size() == 1) {
      return "there are too few articles to try more numbers than " + tried.get(0).k;
    }
    return String.format(
        Locale.ROOT,
        "of the numbers from %d to %d, starts with %d agree most (mean adjusted Rand index %.2f)",
        eligible().get(0).k,
        tried.get(tried.size() - 1).k,
        chosen().k,
        chosen().agreement);
  }
}
