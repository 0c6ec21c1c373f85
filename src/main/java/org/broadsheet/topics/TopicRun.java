package org.broadsheet.topics;

import java.util.List;

/**
 * One start of a learner.
 *
 * @param k how many topics were asked for
 * @param seed the seed
 * @param model what was learned
 * @param assignment the topic of each article of the sample, or of its first ones
 * @param cost what the learner minimises: lower is better among starts of one algorithm and k
 * @param cohesion the mean similarity of these articles to their topics
 * @param silhouette how clearly articles lie with their own topic; null if it is not known
 * @param agreement the mean adjusted Rand index with other starts of this k; null before it is
 *     known
 */
record TopicRun(
    int k,
    long seed,
    TopicModel model,
    int[] assignment,
    double cost,
    double cohesion,
    Double silhouette,
    Double agreement) {

  /** A start whose articles are assigned by its model. */
  static TopicRun of(int k, long seed, TopicModel model, List<WordCounts> sample, double cost) {
    int[] assignment = new int[sample.size()];
    double[] scores = new double[model.topics()];
    double sum = 0;
    for (int i = 0; i < assignment.length; i++) {
      model.score(sample.get(i), scores);
      assignment[i] = best(scores);
      sum += scores[assignment[i]];
    }
    return new TopicRun(k, seed, model, assignment, cost, sum / sample.size(), null, null);
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int topic = 1; topic < scores.length; topic++) {
      best = scores[topic] > scores[best] ? topic : best;
    }
    return best;
  }

  TopicRun agreeing(Double withOthers) {
    return new TopicRun(k, seed, model, assignment, cost, cohesion, silhouette, withOthers);
  }

  /** The articles of the sample that lie in its largest topic. */
  long largestArticles() {
    long[] sizes = new long[model.topics()];
    long largest = 0;
    for (int topic : assignment) {
      largest = Math.max(largest, ++sizes[topic]);
    }
    return largest;
  }

  /** For each topic of the model, whether an article of the sample lies in it. */
  boolean[] used() {
    boolean[] used = new boolean[model.topics()];
    for (int topic : assignment) {
      used[topic] = true;
    }
    return used;
  }
}
