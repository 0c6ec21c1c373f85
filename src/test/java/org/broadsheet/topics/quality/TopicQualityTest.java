package org.broadsheet.topics.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.topics.describing.Topic;
import org.broadsheet.topics.describing.TopicStats;
import org.broadsheet.topics.describing.TopicTerm;
import org.broadsheet.topics.learning.LearnedTopics;
import org.broadsheet.topics.learning.TopicFixtures;
import org.broadsheet.topics.learning.TopicRun;
import org.broadsheet.topics.learning.TopicSample;
import org.broadsheet.topics.learning.TopicVocabulary;
import org.junit.jupiter.api.Test;

class TopicQualityTest {

  private static final TopicVocabulary VOCABULARY =
      TopicFixtures.vocabulary("ferry", "port", "court", "judge");

  private static final TopicSample SAMPLE =
      new TopicSample(
          VOCABULARY,
          List.of(
              TopicFixtures.article("a", 0, 1),
              TopicFixtures.article("b", 0, 1),
              TopicFixtures.article("c", 2, 3),
              TopicFixtures.article("d", 2, 3)));

  private static Topic topic(int articles, int... words) {
    TopicStats counts = new TopicStats();
    IntStream.range(0, articles).forEach(i -> counts.add(0.5, 0));
    List<TopicTerm> terms =
        IntStream.of(words)
            .mapToObj(w -> new TopicTerm(w, "w" + w, "w" + w, 1, 1, 1, 1, 1, w / 4.0))
            .toList();
    return new Topic(1, "en", 0, counts, terms, "", 0, null);
  }

  private static TopicQuality quality(int[]... assignments) {
    List<TopicRun> runs =
        java.util.Arrays.stream(assignments)
            .map(a -> TopicFixtures.run(TopicFixtures.model(List.of(List.of(0), List.of(1))), a))
            .toList();
    return new TopicQuality(LearnedTopics.of(SAMPLE, runs, List.of(), null));
  }

  @Test
  void theBestTopicOfEachOtherStartSaysHowStableATopicIs() {
    // The chosen start is the first of equal cost; the second agrees, the third mixes the halves.
    TopicQuality quality =
        quality(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0}, new int[] {0, 1, 0, 1});
    assertEquals((1 + 0.5) / 2, quality.stability(topic(4, 0, 1)), 1e-12);
    assertNull(quality(new int[] {0, 0, 1, 1}).stability(topic(4, 0, 1)));
  }

  @Test
  void topWordsOfAStartAreThoseOfItsTopics() {
    TopicQuality quality = quality(new int[] {0, 0, 1, 0});
    TopicRun run =
        TopicFixtures.run(TopicFixtures.model(List.of(List.of(0), List.of(1))), 0, 0, 1, 0);
    assertArrayEquals(new int[][] {{0, 1, 2, 3}, {2, 3}}, quality.topWords(run));
    // Ferry and port are of the first topic alone; court and judge a sixth of it, half of the
    // other.
    double shared = (1 / 6.0) / (1 / 6.0 + 1 / 2.0);
    assertEquals((1 + 1 + 2 * shared + 2 * (1 - shared)) / 6, quality.exclusivity(run), 1e-12);
  }

  @Test
  void wordsThatAlwaysGoTogetherAreCoherent() {
    TopicQuality quality = quality(new int[] {0, 0, 1, 1});
    assertEquals(1, quality.npmi(topic(4, 0, 1)), 1e-12);
    assertEquals(-1, quality.npmi(topic(4, 0, 2)), 1e-12);
    assertNull(quality.npmi(topic(4, 0)));
  }

  @Test
  void exclusivityIsTheMeanOfTheTopTerms() {
    assertEquals((0.25 + 0.75) / 2, topic(4, 1, 3).exclusivity(), 1e-12);
    assertNull(topic(4).exclusivity());
  }

  @Test
  void aTopicIsDegenerateThatIsNoSubject() {
    assertFalse(TopicQuality.isDegenerate(topic(3, 0, 1), 3, 9, 0.2));
    assertTrue(TopicQuality.isDegenerate(topic(2, 0, 1), 3, 9, 0.2), "too few articles");
    assertTrue(TopicQuality.isDegenerate(topic(7, 0, 1), 3, 9, 0.2), "nearly all articles");
    assertFalse(TopicQuality.isDegenerate(topic(7, 0, 1), 2, 9, 0.2), "one of two");
    assertTrue(TopicQuality.isDegenerate(topic(50, 0, 1), 3, 99, 0.0), "words of chance");
    assertFalse(TopicQuality.isDegenerate(topic(49, 0, 1), 3, 99, 0.0), "too few to tell");
    assertFalse(TopicQuality.isDegenerate(topic(3, 0), 3, 9, null), "nothing known of its words");
  }
}
