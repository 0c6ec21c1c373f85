package org.broadsheet.topics.assigning;

import java.io.Serializable;
import java.util.Map;
import org.broadsheet.topics.learning.BagOfWords;
import org.broadsheet.topics.learning.LanguageTopics;
import org.broadsheet.topics.learning.TopicModel;

/**
 * Assigns articles of one language to its topics.
 *
 * @param index the number of each word that the model knows
 * @param model the model; null if there was nothing to learn from, and then no word is known
 * @param used for each topic of the model, whether articles may be assigned to it
 */
public record TopicAssigner(Map<String, Integer> index, TopicModel model, boolean[] used)
    implements Serializable {

  /** Stands for no topic. */
  public static final int NONE = -1;

  /**
   * Takes the topics of a language.
   *
   * @param topics the topics
   * @return what assigns articles to them
   */
  public static TopicAssigner of(LanguageTopics topics) {
    return topics.hasTopics()
        ? new TopicAssigner(topics.vocabulary().index(), topics.model(), topics.used())
        : new TopicAssigner(Map.of(), null, topics.used());
  }

  /** {@return whether there is a topic: not if there was nothing to learn from} */
  public boolean hasTopics() {
    return model != null;
  }

  double[] scores(BagOfWords article) {
    double[] scores = new double[model.topics()];
    model.score(article, scores);
    return scores;
  }

  /**
   * Finds the used topic with the highest score above 0, the first of equal ones.
   *
   * @param scores the score of each topic
   * @param except a topic that is left out, or {@link #NONE}
   * @return the topic, or {@link #NONE}
   */
  int best(double[] scores, int except) {
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
