package org.broadsheet.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.SparkTest;
import org.broadsheet.stats.ContingencyTable;
import org.broadsheet.topics.learning.BagOfWords;
import org.broadsheet.topics.learning.TopicFixtures;
import org.broadsheet.topics.learning.TopicRun;
import org.broadsheet.topics.learning.TopicSample;
import org.broadsheet.topics.learning.TopicSettings;
import org.broadsheet.topics.learning.TopicSettings.Algorithm;
import org.broadsheet.topics.learning.TopicVocabulary;
import org.broadsheet.topics.mllib.MllibLda;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All the learners on a few articles of two topics that share no word. */
class LearnersTest extends SparkTest {

  private static final int ARTICLES = 40;

  private static final TopicVocabulary VOCABULARY =
      new TopicVocabulary(
          "en",
          new String[] {"a", "b", "c", "x", "y", "z"},
          new String[] {"a", "b", "c", "x", "y", "z"},
          new long[] {20, 20, 20, 20, 20, 20},
          ARTICLES,
          27);

  /** The first, third and so on are about a, b and c, the others about x, y and z. */
  private static List<BagOfWords> sample() {
    List<BagOfWords> sample = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      int first = i % 2 * 3;
      int[] tfs = {6 + i % 3, 12, 9 - i % 3};
      sample.add(new BagOfWords("a" + i, new int[] {first + 2, first, first + 1}, tfs, 27));
    }
    return sample;
  }

  private static List<TopicRun> learn(Algorithm algorithm, int k, int restarts, long seed) {
    TopicSettings settings =
        new TopicSettings(algorithm, k, restarts, seed, 20_000, 0.5, 0.05, null, null);
    return Topics.learner(algorithm, spark)
        .learn(new TopicSample(VOCABULARY, sample()), settings)
        .runs();
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void twoTopicsAreToldApart(Algorithm algorithm) {
    int[] planted = new int[ARTICLES];
    Arrays.setAll(planted, i -> i % 2);
    TopicRun run = learn(algorithm, 2, 1, 7).get(0);
    assertEquals(1, ContingencyTable.of(planted, run.assignment()).ari());
    assertEquals(2, run.k());
    assertEquals(7, run.seed());
    assertEquals(2, run.model().topics());
    assertEquals(ARTICLES / 2, run.largestArticles());
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void aSingleTopicHasAllArticles(Algorithm algorithm) {
    List<TopicRun> runs = learn(algorithm, 1, 2, 7);
    assertEquals(2, runs.size());
    for (TopicRun run : runs) {
      assertEquals(1, run.k());
      assertEquals(1, run.model().topics());
      assertArrayEquals(new int[ARTICLES], run.assignment());
      double[] score = new double[1];
      BagOfWords article = sample().get(0);
      run.model().score(article, score);
      assertTrue(score[0] > 0.5, score[0] + "");
      assertTrue(run.cost() > 0, run.cost() + "");
    }
  }

  @Test
  void theCostOfASingleLdaTopicIsTheEntropyOfItsWords() {
    TopicSettings settings =
        new TopicSettings(Algorithm.LDA, 1, 1, 1, 20_000, 0.5, 0.05, null, null);
    List<BagOfWords> sample = List.of(new BagOfWords("a", new int[] {0, 1}, new int[] {1, 1}, 2));
    TopicRun run =
        new MllibLda(spark)
            .learn(new TopicSample(TopicFixtures.vocabulary("a", "b"), sample), settings)
            .runs()
            .get(0);
    assertEquals(Math.log(2), run.cost(), 1e-12);
  }

  @Test
  void theSeedOfAStartGivesItAgain() {
    TopicRun third = learn(Algorithm.AUTO, 4, 3, 5).get(2);
    TopicRun alone = learn(Algorithm.AUTO, 4, 1, third.seed()).get(0);
    assertEquals(7, third.seed());
    assertArrayEquals(third.assignment(), alone.assignment());
    assertEquals(third.cost(), alone.cost());
  }
}
