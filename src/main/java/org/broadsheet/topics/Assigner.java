package org.broadsheet.topics;

import java.io.Serializable;
import java.util.Map;

/**
 * What articles of a language are assigned by.
 *
 * @param index the words that the model knows
 * @param model the model; null if nothing could be learned, and then no word is known
 * @param used for each topic of the model, whether an article of the sample lies in it: no article
 *     is assigned to another
 */
record Assigner(Map<String, Integer> index, TopicModel model, boolean[] used)
    implements Serializable {

  /** Where there was nothing to learn from. */
  static final Assigner NOTHING = new Assigner(Map.of(), null, new boolean[0]);

  double[] scores(WordCounts words) {
    double[] scores = new double[model.topics()];
    model.score(words, scores);
    return scores;
  }

  /** The used topic of highest score above 0, the first among equals, but not a certain one. */
  int best(double[] scores, int except) {
    int best = Assignment.NONE;
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
