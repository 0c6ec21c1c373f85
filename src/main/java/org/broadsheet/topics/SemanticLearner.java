package org.broadsheet.topics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.stats.Silhouette;

/** The recommended way: spherical k-means in a {@link SemanticSpace}, on the driver. */
final class SemanticLearner implements TopicLearner {

  /** A start is tried on so many articles, and goes on with all of them if it is the best. */
  private static final int TRIED = 4_000;

  /** Numbers of topics are compared on so many. */
  private static final int SWEPT = 2_000;

  /** So many tries make a start: one alone is a lottery. */
  private static final int TRIES = 4;

  /** Steps with all articles, after those with some of them. */
  private static final int POLISHING = 10;

  @Override
  public Learned learn(
      List<WordCounts> sample, TopicVocabulary vocabulary, TopicSettings settings) {
    SemanticSpace space =
        SemanticSpace.of(
            sample,
            vocabulary.weighting(),
            vocabulary.terms().length,
            (float) settings.smoothing());
    Points all = space.directions();
    if (settings.k() != null) {
      int k = TopicLearner.count(sample, settings);
      return new Learned(runs(space, all, k, settings), List.of(), TopicLearner.why(settings));
    }
    Points swept = all.first(SWEPT);
    TopicSweep sweep = TopicSweep.of(swept, settings.seed());
    int k = sweep.chosen().k();
    List<TopicRun> tried =
        sweep.tried().stream()
            .filter(t -> t.k() != k)
            .map(t -> tried(space, swept, t, settings))
            .toList();
    return new Learned(runs(space, all, k, settings), tried, sweep.why());
  }

  /** Its seed is one that no start of the chosen number has. */
  private static TopicRun tried(
      SemanticSpace space, Points points, TopicSweep.Tried tried, TopicSettings settings) {
    return run(space, points, tried.best(), tried.k(), settings.seed() + settings.restarts())
        .agreeing(tried.agreement());
  }

  private static List<TopicRun> runs(
      SemanticSpace space, Points all, int k, TopicSettings settings) {
    Points some = all.first(TRIED);
    return IntStream.range(0, settings.restarts())
        .parallel()
        .mapToLong(i -> settings.seed() + i)
        .mapToObj(seed -> run(space, all, polished(all, some, k, seed), k, seed))
        .toList();
  }

  private static SphericalKMeans.Clustering polished(Points all, Points some, int k, long seed) {
    SphericalKMeans.Clustering start =
        seeds(seed)
            .map(s -> SphericalKMeans.learn(some, Math.min(k, some.size()), s))
            .min(Comparator.comparingDouble(SphericalKMeans.Clustering::cost))
            .orElseThrow();
    return SphericalKMeans.learn(all, start.centres(), POLISHING);
  }

  /** Seeds that count up are alike in nearly all their bits: spread out, none is near another. */
  private static Stream<Long> seeds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(random::nextLong).limit(TRIES);
  }

  private static TopicRun run(
      SemanticSpace space, Points points, SphericalKMeans.Clustering clustering, int k, long seed) {
    return new TopicRun(
        k,
        seed,
        new SemanticModel(space, clustering.centres()),
        clustering.assignment(),
        clustering.cost(),
        cohesion(space.lengths(), points, clustering),
        silhouette(points, clustering),
        null);
  }

  /** How clearly articles lie in their own topic; null for a single topic. */
  static Double silhouette(Points points, SphericalKMeans.Clustering clustering) {
    if (clustering.centres().length < 2) {
      return null;
    }
    int[] assignment = clustering.assignment();
    float[] own = new float[assignment.length];
    float[] nearestOther = new float[assignment.length];
    Arrays.fill(nearestOther, -1);
    for (int centre = 0; centre < clustering.centres().length; centre++) {
      float[] cosines = points.cosines(clustering.centres()[centre]);
      for (int i = 0; i < cosines.length; i++) {
        if (assignment[i] == centre) {
          own[i] = cosines[i];
        } else {
          nearestOther[i] = Math.max(nearestOther[i], cosines[i]);
        }
      }
    }
    return Silhouette.simplified(own, nearestOther);
  }

  /** The mean similarity of articles to their topics, as {@link SemanticModel} has it. */
  private static double cohesion(
      double[] lengths, Points directions, SphericalKMeans.Clustering clustering) {
    double sum = 0;
    for (int i = 0; i < directions.size(); i++) {
      float[] centre = clustering.centres()[clustering.assignment()[i]];
      sum += lengths[i] * Math.max(0, Points.dot(directions.point(i), centre));
    }
    return Math.min(1, sum / directions.size());
  }
}
