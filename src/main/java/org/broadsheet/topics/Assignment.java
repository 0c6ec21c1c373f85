package org.broadsheet.topics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.counting.block.BagOfWordsBlock;

/**
 * The topics of the articles of a block: parallel arrays in their order, with topics numbered as
 * the model does.
 *
 * @param topic the topic that fits best; -1 for an article without one
 * @param similarity how well it fits, above 0
 * @param second the topic that fits next best; -1 if no other fits at all
 * @param secondSimilarity how well that fits, above 0
 * @param reason why an article has no topic; null if it has one
 */
record Assignment(
    int[] topic, double[] similarity, int[] second, double[] secondSimilarity, NoTopic[] reason)
    implements Serializable {

  static final int NONE = -1;

  /**
   * Assigns the articles of a block.
   *
   * @param block the block
   * @param assigners one for each language that topics were looked for in
   * @return the assignment
   */
  static Assignment of(BagOfWordsBlock block, Map<String, Assigner> assigners) {
    Assignment assignment = empty(block.articles().size());
    Map<String, int[]> translations = new HashMap<>();
    for (int i = 0; i < block.articles().size(); i++) {
      String language = block.articles().key(i).language();
      Assigner assigner = assigners.get(language);
      if (assigner != null) {
        int[] translation =
            translations.computeIfAbsent(
                language, l -> WordCounts.translation(block, assigner.index()));
        assignment.assign(i, WordCounts.of(block, i, translation), assigner);
      }
    }
    return assignment;
  }

  private static Assignment empty(int articles) {
    Assignment assignment =
        new Assignment(
            new int[articles],
            new double[articles],
            new int[articles],
            new double[articles],
            new NoTopic[articles]);
    Arrays.fill(assignment.topic, NONE);
    Arrays.fill(assignment.second, NONE);
    Arrays.fill(assignment.reason, NoTopic.FEW_IN_LANGUAGE);
    return assignment;
  }

  private void assign(int article, WordCounts words, Assigner assigner) {
    if (words.isEmpty()) {
      reason[article] = NoTopic.NO_TERMS;
      return;
    }
    double[] scores = assigner.scores(words);
    int best = assigner.best(scores, NONE);
    if (best == NONE) {
      reason[article] = NoTopic.ALIKE_TO_NONE;
      return;
    }
    reason[article] = null;
    topic[article] = best;
    similarity[article] = similarity(scores[best]);
    int next = assigner.best(scores, best);
    if (next != NONE) {
      second[article] = next;
      secondSimilarity[article] = similarity(scores[next]);
    }
  }

  /** A text that is its own centre comes out a rounding error above one. */
  private static double similarity(double score) {
    return Math.min(1, score);
  }
}
