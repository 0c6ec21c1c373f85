package org.broadsheet.topics.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.stats.Silhouette;
import org.broadsheet.topics.learning.SphericalKMeans.Clustering;

/** Learns topics by spherical k-means in a {@link SemanticSpace}, the recommended way. */
public final class SemanticLearner implements TopicLearner {

  /** The articles on which a start is tried; the best one goes on with all of them. */
  private static final int TRIED = 4_000;

  /** The articles on which numbers of topics are compared. */
  private static final int SWEPT = 2_000;

  /** The tries of a start: the result of a single one depends too much on chance. */
  private static final int TRIES = 4;

  /** The most iterations with all articles, after those with some of them. */
  private static final int POLISHING = 10;

  @Override
  public LearnedTopics learn(TopicSample sample, TopicSettings settings) {
    TopicVocabulary vocabulary = sample.vocabulary();
    SemanticSpace space =
        SemanticSpace.of(
            sample.articles(),
            vocabulary.weighting(),
            vocabulary.size(),
            (float) settings.smoothing());
    DocumentVectors all = space.directions();
    if (settings.k() != null) {
      int k = Math.min(settings.k(), sample.size());
      return LearnedTopics.of(sample, runs(space, all, k, settings), List.of(), GIVEN);
    }
    DocumentVectors swept = all.first(SWEPT);
    TopicSweep sweep = TopicSweep.of(swept, settings.seed());
    int k = sweep.chosen().k();
    List<TopicRun> tried =
        sweep.tried().stream()
            .filter(t -> t.k() != k)
            .map(t -> tried(space, swept, t, settings))
            .toList();
    return LearnedTopics.of(sample, runs(space, all, k, settings), tried, sweep.why());
  }

  /** Returns a run of the sweep a seed that no start with the chosen number has. */
  private static TopicRun tried(
      SemanticSpace space,
      DocumentVectors articles,
      TopicSweep.Tried tried,
      TopicSettings settings) {
    return run(space, articles, tried.best(), tried.k(), settings.seed() + settings.restarts())
        .withAgreement(tried.agreement());
  }

  private static List<TopicRun> runs(
      SemanticSpace space, DocumentVectors all, int k, TopicSettings settings) {
    DocumentVectors some = all.first(TRIED);
    return IntStream.range(0, settings.restarts())
        .parallel()
        .mapToLong(i -> settings.seed() + i)
        .mapToObj(seed -> run(space, all, clustering(all, some, k, seed), k, seed))
        .toList();
  }

  /** Clusters some articles several times, and all articles from the best result. */
  private static Clustering clustering(
      DocumentVectors all, DocumentVectors some, int k, long seed) {
    Clustering start =
        seeds(seed)
            .map(s -> SphericalKMeans.learn(some, Math.min(k, some.size()), s))
            .min(Comparator.comparingDouble(Clustering::cost))
            .orElseThrow();
    return SphericalKMeans.learn(all, start.centres(), POLISHING);
  }

  /** Draws the seeds of tries: seeds that count up differ in only a few bits. */
  private static Stream<Long> seeds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(random::nextLong).limit(TRIES);
  }

  private static TopicRun run(
      SemanticSpace space, DocumentVectors articles, Clustering clustering, int k, long seed) {
    return new TopicRun(
        k,
        seed,
        new SemanticModel(space, clustering.centres()),
        clustering.assignment(),
        clustering.cost(),
        cohesion(space.vectorLengths(), articles, clustering),
        silhouette(articles, clustering),
        null);
  }

  /** Measures how clearly articles lie in their own topic; null for a single topic. */
  static Double silhouette(DocumentVectors articles, Clustering clustering) {
    if (clustering.centres().length < 2) {
      return null;
    }
    int[] assignment = clustering.assignment();
    float[] own = new float[assignment.length];
    float[] nearestOther = new float[assignment.length];
    Arrays.fill(nearestOther, -1);
    for (int centre = 0; centre < clustering.centres().length; centre++) {
      float[] cosines = articles.cosines(clustering.centres()[centre]);
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

  /** The mean similarity of articles to their topics, as {@link SemanticModel} scores it. */
  private static double cohesion(
      double[] lengths, DocumentVectors directions, Clustering clustering) {
    double sum = 0;
    for (int i = 0; i < directions.size(); i++) {
      float[] centre = clustering.centres()[clustering.assignment()[i]];
      sum += lengths[i] * Math.max(0, DenseVectors.dot(directions.vector(i), centre));
    }
    return Math.min(1, sum / directions.size());
  }
}
