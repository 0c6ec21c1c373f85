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
   * @param article its words, as numbers of the vocabulary of the model
   * @param scores takes one score per topic
   */
  void score(WordCounts article, double[] scores);

  /**
   * How alike two topics are.
   *
   * @return the cosine of their centres, or of their weights of words
   */
  double similarity(int topic, int other);
}
