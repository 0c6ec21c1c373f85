package org.broadsheet.topics.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;
import org.broadsheet.JavaSerialization;
import org.broadsheet.stats.Bm25;
import org.junit.jupiter.api.Test;

class TopicModelTest {
  private static final CentreModel CENTRES =
      new CentreModel(
          Bm25.of(new long[] {2, 2, 2}, 4, 10), new float[][] {{1, 0, 0}, {0, 0.6f, 0.8f}});

  /** Two topics that share no term. */
  private static final LdaModel APART =
      new LdaModel(
          new double[][] {{100, 100, 0.01, 0.01}, {0.01, 0.01, 100, 100}}, new double[] {0.1, 0.1});

  @Test
  void centreModelScoresCosines() {
    // Equal idf and tf, so equal weights: 1 / sqrt 2 for each term.
    double[] scores = score(CENTRES, new int[] {1, 2}, new int[] {4, 4});

    assertArrayEquals(new double[] {0, 1.4 / Math.sqrt(2)}, scores, 1e-6);
  }

  @Test
  void ldaGivesEachWordToTheTopicThatHasIt() {
    // The words of a topic plus its alpha, out of all words plus both.
    assertArrayEquals(
        new double[] {10.1 / 10.2, 0.1 / 10.2},
        score(APART, new int[] {0, 1}, new int[] {4, 6}),
        1e-3);
    assertArrayEquals(
        new double[] {6.1 / 8.2, 2.1 / 8.2},
        score(APART, new int[] {0, 3}, new int[] {6, 2}),
        1e-3);
    assertArrayEquals(
        new double[] {0.5, 0.5}, score(APART, new int[] {1, 2}, new int[] {5, 5}), 1e-12);
  }

  @Test
  void ldaAgreesWithTheEquationsWordByWord() {
    double[][] lambda = {{9, 4, 1, 2}, {1, 6, 3, 0.5}, {0.3, 2, 8, 7}};
    double[] alpha = {0.2, 0.5, 0.3};
    int[] terms = {0, 1, 3};
    int[] tfs = {3, 1, 2};

    double[] scores = score(new LdaModel(lambda, alpha), terms, tfs);

    assertArrayEquals(wordByWord(lambda, alpha, terms, tfs), scores, 2e-3);
    assertEquals(1, Arrays.stream(scores).sum(), 1e-12);
  }

  @Test
  void ldaNeedsAnAlphaForEachTopic() {
    assertThrows(
        IllegalArgumentException.class, () -> new LdaModel(new double[2][3], new double[1]));
    assertThrows(
        IllegalArgumentException.class, () -> new LdaModel(new double[0][], new double[0]));
  }

  @Test
  void articleWithoutKnownTermScoresZero() {
    assertArrayEquals(new double[2], score(CENTRES, new int[0], new int[0]));
    assertArrayEquals(new double[2], score(APART, new int[0], new int[0]));
  }

  @Test
  void modelsScoreTheSameAfterSerialization() throws Exception {
    for (TopicModel model : new TopicModel[] {CENTRES, APART}) {
      int[] terms = {0, 2};
      int[] tfs = {1, 3};
      assertArrayEquals(score(model, terms, tfs), score(copy(model), terms, tfs));
    }
  }

  /** Scores into an array that is dirty, as one that is used again. */
  private static double[] score(TopicModel model, int[] terms, int[] tfs) {
    double[] scores = new double[model.topics()];
    Arrays.fill(scores, 42);
    model.score(new BagOfWords("a", terms, tfs, 10), scores);
    return scores;
  }

  /** The updates of Hoffman, Blei and Bach 2010, literally, in many steps. */
  private static double[] wordByWord(double[][] lambda, double[] alpha, int[] terms, int[] tfs) {
    double[] gamma = new double[alpha.length];
    Arrays.fill(gamma, 1);
    for (int step = 0; step < 1000; step++) {
      double[] next = alpha.clone();
      for (int i = 0; i < terms.length; i++) {
        double[] phi = phi(lambda, gamma, terms[i]);
        for (int topic = 0; topic < phi.length; topic++) {
          next[topic] += tfs[i] * phi[topic];
        }
      }
      gamma = next;
    }
    return normalised(gamma);
  }

  private static double[] phi(double[][] lambda, double[] gamma, int term) {
    double[] phi = new double[gamma.length];
    for (int topic = 0; topic < phi.length; topic++) {
      double words = Arrays.stream(lambda[topic]).sum();
      double expectation =
          Gamma.digamma(gamma[topic]) + Gamma.digamma(lambda[topic][term]) - Gamma.digamma(words);
      phi[topic] = Math.exp(expectation);
    }
    return normalised(phi);
  }

  private static double[] normalised(double[] values) {
    double sum = Arrays.stream(values).sum();
    return Arrays.stream(values).map(value -> value / sum).toArray();
  }

  private static TopicModel copy(TopicModel model) throws Exception {
    return (TopicModel) JavaSerialization.sent(model);
  }
}
