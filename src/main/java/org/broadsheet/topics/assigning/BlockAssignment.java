package org.broadsheet.topics.assigning;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import org.broadsheet.topics.learning.BagOfWords;

/**
 * The topics of the articles of a block: parallel arrays in the order of the articles, with topics
 * numbered as in the model of the article's language.
 *
 * @param topic the topic with the highest score; {@link TopicAssigner#NONE} for an article without
 *     one
 * @param similarity its score, above 0
 * @param second the topic with the next highest score; {@link TopicAssigner#NONE} if no other has a
 *     score above 0
 * @param secondSimilarity its score
 * @param reason why an article has no topic; null if it has one
 */
public record BlockAssignment(
    int[] topic,
    double[] similarity,
    int[] second,
    double[] secondSimilarity,
    NoTopicReason[] reason)
    implements Serializable {

  /**
   * Assigns the articles of a block.
   *
   * @param articles the articles
   * @param assigners one for each language with enough articles
   * @return the assignment
   */
  public static BlockAssignment of(BlockArticles articles, Map<String, TopicAssigner> assigners) {
    BlockAssignment assignment = empty(articles.size());
    for (int i = 0; i < articles.size(); i++) {
      TopicAssigner assigner = assigners.get(articles.key(i).language());
      if (assigner != null) {
        assignment.assign(i, articles.bag(i, assigner.index()), assigner);
      }
    }
    return assignment;
  }

  private static BlockAssignment empty(int articles) {
    BlockAssignment assignment =
        new BlockAssignment(
            new int[articles],
            new double[articles],
            new int[articles],
            new double[articles],
            new NoTopicReason[articles]);
    Arrays.fill(assignment.topic, TopicAssigner.NONE);
    Arrays.fill(assignment.second, TopicAssigner.NONE);
    Arrays.fill(assignment.reason, NoTopicReason.FEW_IN_LANGUAGE);
    return assignment;
  }

  private void assign(int article, BagOfWords words, TopicAssigner assigner) {
    if (words.isEmpty()) {
      reason[article] = NoTopicReason.NO_TERMS;
      return;
    }
    double[] scores = assigner.scores(words);
    int best = assigner.best(scores, TopicAssigner.NONE);
    if (best == TopicAssigner.NONE) {
      reason[article] = NoTopicReason.SIMILAR_TO_NONE;
      return;
    }
    reason[article] = null;
    topic[article] = best;
    similarity[article] = similarity(scores[best]);
    int next = assigner.best(scores, best);
    if (next != TopicAssigner.NONE) {
      second[article] = next;
      secondSimilarity[article] = similarity(scores[next]);
    }
  }

  /** Limits a score to one: that of a text that is its own centre may be rounded to more. */
  private static double similarity(double score) {
    return Math.min(1, score);
  }
}
