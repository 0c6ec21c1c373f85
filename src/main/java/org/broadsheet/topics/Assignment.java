package org.broadsheet.topics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.text.TermBlock;

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
   * What articles of a language are assigned by.
   *
   * @param index the words that the model knows
   * @param model the model; null if nothing could be learned, and then no word is known
   * @param used for each topic of the model, whether an article of the sample lies in it: no
   *     article is assigned to another
   */
  record Assigner(Map<String, Integer> index, TopicModel model, boolean[] used)
      implements Serializable {

    static Assigner of(LanguageTopics language) {
      TopicRun chosen = language.chosen();
      return chosen == null
          ? new Assigner(Map.of(), null, new boolean[0])
          : new Assigner(language.vocabulary().index(), chosen.model(), chosen.used());
    }

    private double[] scores(WordCounts words) {
      double[] scores = new double[model.topics()];
      model.score(words, scores);
      return scores;
    }

    /** The used topic of highest score above 0, the first among equals, but not a certain one. */
    private int best(double[] scores, int except) {
      int best = NONE;
      double highest = 0;
      for (int i = 0; i < scores.length; i++) {
        if (scores[i] > highest && used[i] && i != except) {
          best = i;
          highest = scores[i];
        }
      }
      return best;
    }
  }

  /**
   * Assigns the articles of a block.
   *
   * @param block the block
   * @param assigners one for each language that topics were looked for in
   * @return the assignment
   */
  static Assignment of(TermBlock block, Map<String, Assigner> assigners) {
    TermBlock.Articles articles = block.articles();
    Assignment assignment = empty(articles.size());
    Map<String, int[]> translations = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      String language = block.groups().get(articles.group()[i]).place().language();
      Assigner assigner = assigners.get(language);
      if (assigner != null) {
        int[] translation =
            translations.computeIfAbsent(
                language, l -> WordCounts.translation(block, assigner.index));
        assignment.assign(i, WordCounts.of(articles, i, translation), assigner);
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
