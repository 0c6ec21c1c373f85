package org.broadsheet.topics;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.broadsheet.stats.ContingencyTable;

/**
 * Looks for a number of topics: the one at which starts from different places agree most. No
 * measure knows the right number, and cost, silhouette and coherence mostly fall or rise with it;
 * but a wrong one cuts through subjects at places that chance decides.
 *
 * @param tried the numbers, in order
 */
record TopicSweep(List<Tried> tried) {

  /** Starts with each number. */
  private static final int STARTS = 6;

  /** Whether starts agree is seen long before none of their articles moves any more. */
  private static final int STEPS = 20;

  /** Two or three topics are often the most stable, and tell little. */
  private static final int FEWEST = 4;

  private static final int[] CANDIDATES = {
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 25, 30
  };

  /** A topic should have so many articles of the sample on average. */
  private static final int ARTICLES_PER_TOPIC = 10;

  /**
   * A number of topics that was tried.
   *
   * @param k the number
   * @param best its start of lowest cost, over the articles that were tried
   * @param agreement the mean adjusted Rand index of its starts with each other
   */
  record Tried(int k, SphericalKMeans.Clustering best, double agreement) {}

  /**
   * Tries every number that so many articles can bear; at least one.
   *
   * @param points articles
   * @param seed decides the starts
   */
  static TopicSweep of(Points points, long seed) {
    int most = Math.max(2, points.size() / ARTICLES_PER_TOPIC);
    return new TopicSweep(
        IntStream.of(CANDIDATES)
            .filter(k -> k <= most)
            .mapToObj(k -> tried(points, k, seed))
            .toList());
  }

  private static Tried tried(Points points, int k, long seed) {
    List<SphericalKMeans.Clustering> starts =
        SphericalKMeans.restarts(points, Math.min(k, points.size()), STARTS, seed, STEPS);
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

  /** The number whose starts agree most, the smaller among equals. */
  Tried chosen() {
    return telling().stream()
        .min(Comparator.comparingDouble((Tried t) -> -t.agreement).thenComparingInt(Tried::k))
        .orElseThrow();
  }

  private List<Tried> telling() {
    List<Tried> telling = tried.stream().filter(t -> t.k >= FEWEST).toList();
    return telling.isEmpty() ? tried : telling;
  }

  /** Why that one. */
  String why() {
    if (tried.size() == 1) {
      return "there are too few articles to try more numbers than " + tried.get(0).k;
    }
    return String.format(
        Locale.ROOT,
        "of the numbers from %d to %d, starts with %d agree most (mean adjusted Rand index %.2f)",
        telling().get(0).k,
        tried.get(tried.size() - 1).k,
        chosen().k,
        chosen().agreement);
  }
}
