package org.broadsheet.terms;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.broadsheet.counting.Exchange;
import org.broadsheet.stats.keyness.Keyness;
import org.broadsheet.stats.keyness.KeynessScores;
import org.broadsheet.stats.keyness.LogRatioInterval;
import org.broadsheet.stats.keyness.TestFamily;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Tests whether terms are used more in a target than in a reference. The probabilities of a family
 * of tests are corrected together, for which only they travel: each test stays in its partition.
 */
final class KeynessTests {

  private KeynessTests() {}

  /**
   * A term in a target and in a reference.
   *
   * @param <F> the families of tests
   */
  interface KeynessTest<F> {

    /** The family of the test. */
    F family();

    /** The occurrences in the target. */
    long tf();

    /** All words of the target. */
    long tokens();

    /** The occurrences in the reference. */
    long restTf();

    /** All words of the reference. */
    long restTokens();

    /** The comparison; null if the reference has no words. */
    default Keyness keyness() {
      return restTokens() == 0 ? null : Keyness.of(tf(), tokens(), restTf(), restTokens());
    }
  }

  /** A test with its scores. */
  record Scored<T>(T test, KeynessScores scores) {}

  /**
   * The probabilities of tests of one family in one partition.
   *
   * @param partition where they come from, and where their corrections go
   */
  private record Probabilities<F>(F family, int partition, double[] p) implements Serializable {}

  /** What a partition needs to know to correct the probabilities of its tests of a family. */
  private record Correction<F>(F family, TestFamily tests) implements Serializable {}

  /**
   * Scores tests.
   *
   * @param tests the tests, which are computed twice; it must be certain which partition has which
   * @param partitions the number of partitions that correct probabilities
   * @return the tests with their scores, in the partitions of the tests
   */
  static <F, T extends KeynessTest<F>> JavaRDD<Scored<T>> scored(JavaRDD<T> tests, int partitions) {
    JavaRDD<Probabilities<F>> probabilities =
        tests.mapPartitionsWithIndex(KeynessTests::<F, T>probabilities, false);
    JavaPairRDD<Integer, Correction<F>> corrections =
        Exchange.byHash(probabilities, part -> part.family.hashCode(), partitions)
            .mapPartitionsToPair(KeynessTests::corrections)
            .partitionBy(new HashPartitioner(tests.getNumPartitions()));
    return tests.zipPartitions(corrections.values(), KeynessTests::score);
  }

  private static <F, T extends KeynessTest<F>> Iterator<Probabilities<F>> probabilities(
      Integer partition, Iterator<T> tests) {
    Map<F, DoubleArrayList> families = new HashMap<>();
    tests.forEachRemaining(
        test -> {
          Keyness keyness = test.keyness();
          if (keyness != null) {
            families.computeIfAbsent(test.family(), f -> new DoubleArrayList()).add(keyness.p());
          }
        });
    return families.entrySet().stream()
        .map(
            family ->
                new Probabilities<>(family.getKey(), partition, family.getValue().toDoubleArray()))
        .iterator();
  }

  private static <F> Iterator<Tuple2<Integer, Correction<F>>> corrections(
      Iterator<Probabilities<F>> probabilities) {
    Map<F, List<Probabilities<F>>> families = new LinkedHashMap<>();
    probabilities.forEachRemaining(
        part -> families.computeIfAbsent(part.family, f -> new ArrayList<>()).add(part));
    return families.values().stream().flatMap(parts -> corrected(parts).stream()).iterator();
  }

  private static <F> List<Tuple2<Integer, Correction<F>>> corrected(List<Probabilities<F>> parts) {
    TestFamily family =
        TestFamily.of(
            parts.stream().map(Probabilities::p).flatMapToDouble(Arrays::stream).toArray());
    return parts.stream()
        .map(
            part ->
                new Tuple2<>(part.partition, new Correction<>(part.family, family.only(part.p))))
        .toList();
  }

  private static <F, T extends KeynessTest<F>> Iterator<Scored<T>> score(
      Iterator<T> tests, Iterator<Correction<F>> corrections) {
    Map<F, Scorer> scorers = new HashMap<>();
    corrections.forEachRemaining(
        correction -> scorers.put(correction.family, new Scorer(correction.tests)));
    return CollectionConverters.asJava(
        CollectionConverters.asScala(tests).map(test -> scored(test, scorers)));
  }

  private static <F, T extends KeynessTest<F>> Scored<T> scored(T test, Map<F, Scorer> scorers) {
    Keyness keyness = test.keyness();
    return new Scored<>(
        test, keyness == null ? KeynessScores.NONE : scorers.get(test.family()).of(test, keyness));
  }

  /** Scores the tests of a family. */
  private static final class Scorer {
    private final TestFamily family;
    private final LogRatioInterval interval;

    Scorer(TestFamily family) {
      this.family = family;
      this.interval = new LogRatioInterval(family.tests());
    }

    KeynessScores of(KeynessTest<?> test, Keyness keyness) {
      LogRatioInterval.Bounds bounds =
          interval.of(test.tf(), test.tokens(), test.restTf(), test.restTokens());
      return KeynessScores.of(keyness, bounds, family);
    }
  }
}
