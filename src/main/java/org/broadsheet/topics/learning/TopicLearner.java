package org.broadsheet.topics.learning;

/** Learns topics from a bounded sample. */
public interface TopicLearner {

  /** The reason for a number of topics that the job gives. */
  String GIVEN = "the job says so";

  /**
   * Learns topics from several starts.
   *
   * @param sample a sample with at least one article
   * @param settings the number of topics, of starts and the seed
   * @return what was learned
   */
  LearnedTopics learn(TopicSample sample, TopicSettings settings);
}
