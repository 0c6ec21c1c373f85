package org.broadsheet.topics.assigning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.broadsheet.counting.Counting;
import org.broadsheet.counting.Counting.Article;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.topics.learning.BagOfWords;
import org.broadsheet.topics.learning.LanguageTopics;
import org.broadsheet.topics.learning.LearnedTopics;
import org.broadsheet.topics.learning.TopicFixtures;
import org.broadsheet.topics.learning.TopicModel;
import org.broadsheet.topics.learning.TopicSample;
import org.broadsheet.topics.learning.TopicVocabulary;
import org.junit.jupiter.api.Test;

class BlockAssignmentTest {

  private static final int NONE = TopicAssigner.NONE;

  private static final TopicVocabulary VOCABULARY =
      TopicFixtures.vocabulary("ferry", "port", "court", "judge", "rain");

  /** Sea, law, and a topic that no article of the sample is in: it knows all words. */
  private static final TopicModel MODEL =
      TopicFixtures.model(List.of(List.of(0, 1), List.of(2, 3), List.of(0, 1, 2, 3)));

  private static BlockAssignment assign(int[] sample, String... texts) {
    LanguageTopics language = TopicFixtures.language(VOCABULARY, MODEL, sample);
    BagOfWordsBlock block = Counting.block(1, Counting.english(texts));
    return assign(block, language);
  }

  private static BlockAssignment assign(BagOfWordsBlock block, LanguageTopics language) {
    return BlockAssignment.of(new BlockArticles(block), Map.of("en", TopicAssigner.of(language)));
  }

  @Test
  void anArticleIsOfTheTopicThatFitsBest() {
    BlockAssignment assignment =
        assign(new int[] {0, 1, 2}, "Ferry port judge", "Court judge ferry port");
    assertArrayEquals(new int[] {2, 2}, assignment.topic());
    assertArrayEquals(new double[] {1, 1}, assignment.similarity());
    assertArrayEquals(new int[] {0, 0}, assignment.second(), "the first of equal ones");
    assertArrayEquals(new double[] {2.0 / 3, 0.5}, assignment.secondSimilarity());
    assertArrayEquals(new NoTopicReason[2], assignment.reason());
  }

  @Test
  void noArticleIsOfATopicWithoutAnArticleOfTheSample() {
    BlockAssignment assignment = assign(new int[] {0, 1}, "Ferry port judge", "Ferry port");
    assertArrayEquals(new int[] {0, 0}, assignment.topic());
    assertArrayEquals(new int[] {1, NONE}, assignment.second(), "the third where there is one");
    assertEquals(1.0 / 3, assignment.secondSimilarity()[0]);
  }

  @Test
  void anArticleAlikeToNoTopicHasNone() {
    BlockAssignment assignment = assign(new int[] {0, 1}, "Rain", "Fog", "The");
    assertArrayEquals(new int[] {NONE, NONE, NONE}, assignment.topic());
    assertArrayEquals(new int[] {NONE, NONE, NONE}, assignment.second());
    assertArrayEquals(
        new NoTopicReason[] {
          NoTopicReason.SIMILAR_TO_NONE, NoTopicReason.NO_TERMS, NoTopicReason.NO_TERMS
        },
        assignment.reason());
  }

  @Test
  void theReasonSaysWhetherTheLanguageWasTried() {
    LanguageTopics nothing =
        LearnedTopics.nothing(new TopicSample(TopicFixtures.vocabulary(), List.of())).topics();
    BagOfWordsBlock block =
        Counting.block(
            1,
            List.of(
                new Article("a", "en", "post", null, "Ferry"),
                new Article("b", "de", "bote", null, "Hafen")));
    BlockAssignment assignment = assign(block, nothing);
    assertArrayEquals(new int[] {NONE, NONE}, assignment.topic());
    assertArrayEquals(
        new NoTopicReason[] {NoTopicReason.NO_TERMS, NoTopicReason.FEW_IN_LANGUAGE},
        assignment.reason());
  }

  @Test
  void aSimilarityIsAtMostOne() {
    TopicModel rounding =
        new TopicModel() {
          @Override
          public int topics() {
            return 2;
          }

          @Override
          public void score(BagOfWords article, double[] scores) {
            scores[0] = 1.0000001;
            scores[1] = 1.0000002;
          }

          @Override
          public double similarity(int topic, int other) {
            return 1;
          }
        };
    LanguageTopics language = TopicFixtures.language(VOCABULARY, rounding, 0, 1);
    BlockAssignment assignment = assign(Counting.block(1, Counting.english("Ferry")), language);
    assertArrayEquals(new int[] {1}, assignment.topic());
    assertArrayEquals(new double[] {1}, assignment.similarity());
    assertArrayEquals(new double[] {1}, assignment.secondSimilarity());
  }
}
