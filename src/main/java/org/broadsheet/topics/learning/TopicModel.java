package org.broadsheet.topics.learning;

import java.io.Serializable;

/** Learned topics, which can score any article. Safe for use by many threads. */
public interface TopicModel extends Serializable {

  /** {@return the number of topics} */
  int topics();

  /**
   * Scores one article against all topics. A score is a cosine or a probability, higher for a
   * better fit, and from 0 to 1 except for rounding. All scores are zero if the article has no word
   * of the vocabulary.
   *
   * @param article the article
   * @param scores receives one score for each topic
   */
  void score(BagOfWords article, double[] scores);

  /**
   * Compares two topics.
   *
   * @param topic a topic
   * @param other another topic
   * @return the cosine of their centres, or of their weights of words
   */
  double similarity(int topic, int other);
}
