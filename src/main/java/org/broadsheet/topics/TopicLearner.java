package org.broadsheet.topics;

import java.util.List;
import org.apache.spark.sql.SparkSession;

/** A way to learn topics from a bounded sample. */
interface TopicLearner {

  /**
   * Learns topics from several starts.
   *
   * @param sample articles, none of them empty, in an order that the corpus decides
   * @param vocabulary the words
   * @param k how many topics, at most the number of articles
   * @param settings restarts and seed
   * @return a run for each start
   */
  List<TopicRun> learn(
      List<WordCounts> sample, TopicVocabulary vocabulary, int k, TopicSettings settings);

  /**
   * The learner of an algorithm.
   *
   * @param algorithm the algorithm
   * @param spark the session, for those of MLlib
   * @return the learner
   */
  static TopicLearner of(TopicSettings.Algorithm algorithm, SparkSession spark) {
    return switch (algorithm) {
      case AUTO -> new SemanticLearner();
      case KMEANS -> new MllibKMeans(spark);
      case LDA -> new MllibLda(spark);
    };
  }
}
