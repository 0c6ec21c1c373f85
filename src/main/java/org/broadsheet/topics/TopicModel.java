package org.broadsheet.topics;

import java.io.Serializable;

/** What has been learned about topics, ready to score any article. Safe for use by many threads. */
interface TopicModel extends Serializable {
  /** The number of topics. */
  int topics();

  /**
   * Scores one article against all the topics: a cosine or a probability, in either case between 0
   * and 1 but for rounding, higher for a better fit. All the scores are zero if the article has no
   * known term.
   *
   * @param terms distinct indexes in the vocabulary of the model; the first {@code length} count
   * @param tfs how often the article has each of them, at least once
   * @param length the number of terms
   * @param articleLength the length of the article, in the unit in which the model was learned
   * @param scores takes one score per topic
   */
  void score(int[] terms, int[] tfs, int length, double articleLength, double[] scores);
}
