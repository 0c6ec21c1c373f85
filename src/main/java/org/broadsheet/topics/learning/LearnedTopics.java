package org.broadsheet.topics.learning;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.stats.ContingencyTable;

/**
 * What a learner found in the sample of one language.
 *
 * @param sample the sample
 * @param runs one run for each start with the chosen number of topics; empty if the sample is
 * @param tried one run for each other number of topics that was tried; empty if the job gave the
 *     number
 * @param why the reason for the number of topics; null if the sample is empty
 */
public record LearnedTopics(
    TopicSample sample, List<TopicRun> runs, List<TopicRun> tried, String why) {

  /**
   * Compares the runs with each other.
   *
   * @param sample the sample
   * @param runs one run for each start, at least one
   * @param tried one run for each other number of topics that was tried
   * @param why the reason for the number of topics
   * @return what was learned, each run with its agreement with the others
   */
  public static LearnedTopics of(
      TopicSample sample, List<TopicRun> runs, List<TopicRun> tried, String why) {
    Double[] agreements =
        ContingencyTable.meanAri(runs.stream().map(TopicRun::assignment).toList());
    List<TopicRun> compared =
        IntStream.range(0, agreements.length)
            .mapToObj(i -> runs.get(i).withAgreement(agreements[i]))
            .toList();
    return new LearnedTopics(sample, compared, tried, why);
  }

  /**
   * Returns the result of a sample that there is nothing to learn from.
   *
   * @param sample a sample without articles
   * @return no runs
   */
  public static LearnedTopics nothing(TopicSample sample) {
    return new LearnedTopics(sample, List.of(), List.of(), null);
  }

  /** {@return the code of the language} */
  public String language() {
    return sample.language();
  }

  /** {@return the run of lowest cost, the first of equal ones; null if there is none} */
  public TopicRun chosen() {
    return runs.isEmpty()
        ? null
        : Collections.min(runs, Comparator.comparingDouble(TopicRun::cost));
  }

  /**
   * {@return the model of the chosen run, of which topics with an article of the sample are used}
   */
  public LanguageTopics topics() {
    TopicRun chosen = chosen();
    return chosen == null
        ? new LanguageTopics(sample.vocabulary(), null, new boolean[0])
        : new LanguageTopics(sample.vocabulary(), chosen.model(), chosen.used());
  }
}
