package org.broadsheet.topics;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The recommended way: spherical k-means in a {@link SemanticSpace}, on the driver. */
final class SemanticLearner implements TopicLearner {

  /** A start is tried on so many articles, and goes on with all of them if it is the best. */
  private static final int TRIED = 4_000;

  /** So many tries make a start: one alone is a lottery. */
  private static final int TRIES = 4;

  /** Steps with all articles, after those with some of them. */
  private static final int POLISHING = 10;

  @Override
  public List<TopicRun> learn(
      List<WordCounts> sample, TopicVocabulary vocabulary, int k, TopicSettings settings) {
    SemanticSpace space =
        SemanticSpace.of(sample, vocabulary.weighting(), vocabulary.terms().length);
    SparseRows all = space.points(sample);
    SparseRows some = all.first(TRIED);
    return IntStream.range(0, settings.restarts())
        .parallel()
        .mapToObj(i -> run(space, all, some, k, settings.seed() + i))
        .toList();
  }

  private static TopicRun run(
      SemanticSpace space, SparseRows all, SparseRows some, int k, long seed) {
    SphericalKMeans.Clustering start =
        seeds(seed)
            .map(s -> SphericalKMeans.learn(some, Math.min(k, some.rows()), s))
            .min(Comparator.comparingDouble(SphericalKMeans.Clustering::cost))
            .orElseThrow();
    SphericalKMeans.Clustering polished =
        SphericalKMeans.learn(all, Centres.of(start.centres()), POLISHING);
    return new TopicRun(
        k,
        seed,
        new SemanticModel(space, Centres.of(polished.centres())),
        polished.assignment(),
        polished.cost());
  }

  /** Seeds that count up are alike in nearly all their bits: spread out, none is near another. */
  private static Stream<Long> seeds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(random::nextLong).limit(TRIES);
  }
}
