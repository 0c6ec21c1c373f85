package org.broadsheet.topics;

import java.util.List;
import org.apache.spark.sql.SparkSession;

/** A way to learn topics from a bounded sample. */
interface TopicLearner {

  /**
   * What was learned.
   *
   * @param runs a run for each start
   * @param tried a run for each number of topics that was tried before; none if the number was
   *     given
   * @param why why there are so many topics
   */
  record Learned(List<TopicRun> runs, List<TopicRun> tried, String why) {}

  /**
   * Learns topics from several starts.
   *
   * @param sample articles, none of them empty, in an order that the corpus decides
   * @param vocabulary the words
   * @param settings how many topics, restarts and seed
   * @return what was learned
   */
  Learned learn(List<WordCounts> sample, TopicVocabulary vocabulary, TopicSettings settings);

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

  /** The number of topics of the job, or by rule of thumb; at most that of the articles. */
  static int count(List<WordCounts> sample, TopicSettings settings) {
    int k = settings.k() == null ? TopicCount.heuristic(sample.size()) : settings.k();
    return Math.min(k, sample.size());
  }

  /** Why there are so many topics, where no number was tried. */
  static String why(TopicSettings settings) {
    return settings.k() == null ? "the square root of half the articles" : "the job says so";
  }
}
