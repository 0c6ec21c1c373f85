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
 * @param topic the best topic; -1 for an article without one
 * @param similarity how well it fits
 * @param second the next best; -1 if there is none
 * @param secondSimilarity how well that fits
 */
record Assignment(int[] topic, double[] similarity, int[] second, double[] secondSimilarity)
    implements Serializable {

  static final int NONE = -1;

  /** What an article is assigned by, in one language. */
  record Assigner(Map<String, Integer> index, TopicModel model) implements Serializable {}

  /**
   * Assigns the articles of a block.
   *
   * @param block the block
   * @param assigners for each language with topics, its words and its model
   * @return the assignment
   */
  static Assignment of(TermBlock block, Map<String, Assigner> assigners) {
    TermBlock.Articles articles = block.articles();
    Assignment assignment = empty(articles.size());
    Map<String, int[]> translations = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      String language = block.groups().get(articles.group()[i]).language();
      Assigner assigner = assigners.get(language);
      if (assigner != null) {
        int[] translation =
            translations.computeIfAbsent(
                language, l -> WordCounts.translation(block, assigner.index));
        assignment.assign(i, WordCounts.of(articles, i, translation), assigner.model);
      }
    }
    return assignment;
  }

  private static Assignment empty(int articles) {
    Assignment assignment =
        new Assignment(
            new int[articles], new double[articles], new int[articles], new double[articles]);
    Arrays.fill(assignment.topic, NONE);
    Arrays.fill(assignment.second, NONE);
    return assignment;
  }

  private void assign(int article, WordCounts words, TopicModel model) {
    if (words.isEmpty()) {
      return;
    }
    double[] scores = new double[model.topics()];
    model.score(words.terms(), words.tfs(), words.terms().length, words.length(), scores);
    for (int i = 0; i < scores.length; i++) {
      if (topic[article] == NONE || scores[i] > similarity[article]) {
        second[article] = topic[article];
        secondSimilarity[article] = similarity[article];
        topic[article] = i;
        similarity[article] = scores[i];
      } else if (second[article] == NONE || scores[i] > secondSimilarity[article]) {
        second[article] = i;
        secondSimilarity[article] = scores[i];
      }
    }
  }
}
